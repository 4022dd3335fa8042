#!/bin/sh
# guest-old.sh - trapgate guest on a kernel with the calls of 2.6.32, without devtmpfs.
# SPDX-License-Identifier: MIT
#
# No Debian mirror has such a kernel any more, so a filter in front of init makes a newer
# one fail as the old one does.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"

guest_programs
# ready KERNEL: prints how init is reached, by its line.
ready () {
	"$guest" --kernel="$1" --keep >err 2>&1 || cat err
	sed -n 's/^trapgate-guest: ready //p' "$state"/*/console | tr -d '\r'
}
is 'a path: the modules beside the kernel are loaded' virtio \
	"$(ready "$TRAPGATE_KERNELS/$kernel/vmlinuz")"
"$guest" --stop

# old DIRECTORY ARCHITECTURE OPTION...: makes a kernel that looks old, whose init is of
# that architecture.
inits=root/libexec/guest.d
mv $inits inits
old () {
	directory=$1 arch=$2 libc=musl
	shift 2
	case " $TARGETS " in
	*" $arch-glibc "*) libc=glibc ;;
	esac
	rm -rf $inits
	mkdir -p "$directory/modules" $inits
	cp "$TRAPGATE_KERNELS/$kernel/vmlinuz" "$directory/"
	cp "$TRAPGATE_KERNELS/$kernel"/modules/*.ko "$directory/modules/" 2>/dev/null
	cp "inits/init-$arch" "$directory/modules/init.ko"
	"$TRAPGATE" cc "$(flag_of "$arch")" --libc=$libc -Os "$@" -o "$inits/init-$arch" \
		"$srcdir/tests/guest-old.c" >log 2>&1 || cat log
}
# served TEXT DIRECTORY WAY ARCHITECTURE...: programs of these run there, reached that
# way; the guest itself has brought loopback up.
served () {
	text=$1 directory=$2
	is "$1: init is ready" "$3" "$(ready "$2/vmlinuz")"
	shift 3
	for program; do
		"$guest" --kernel="$directory/vmlinuz" -- \
			"$builddir/libexec/trapgate/conform-$program" --only='connect/non*' \
			--release=2.6.32 >out 2>err
		is "$text: $program programs run, and loopback is up" '0 1 0' \
			"$? $(grep -c '^# ok [1-9]' out) $(grep -c 'loopback is down' out)"
	done
	"$guest" --stop
}
for init in $archs; do
	[ -f "inits/init-$init" ] || continue
	old "old-$init" "$init"
	# Before 3.8, the header does not state whether the kernel is a 64-bit one.
	[ "$init" = x86_64 ] || printf '\013' |
		dd of="old-$init/vmlinuz" bs=1 seek=518 conv=notrunc 2>/dev/null
	# shellcheck disable=SC2086	# Architectures.
	served "init of $init" "old-$init" virtio $archs
	old "bare-$init" "$init" -DNO_DEVTMPFS
	served "init of $init, no devtmpfs" "bare-$init" serial "$init"
done
finish
