#!/bin/sh
# guest-kernels.sh - trapgate guest on every kernel found; 300 programs in one guest.
# SPDX-License-Identifier: MIT

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"
trap '"$guest" --stop' EXIT
trap 'exit 1' HUP INT TERM

for arch in i386 x86_64; do
	case " $TARGETS " in
	*" $arch-glibc "*)
		"$TRAPGATE" cc "$(flag_of $arch)" --libc=glibc -O2 -o "probe-$arch" \
			"$srcdir/tests/guest-probe.c" || exit 2
		;;
	esac
done
head -c 1000000 /dev/urandom >million
# The output is the same on every kernel.
one_kernel () { # NAME PROGRAM
	is "$1, $2: root, and the usual places" '0 1' "$("$guest" --kernel="$1" "$2" places)"
	is "$1, $2: 10 MB of output" '494402305 10000000' \
		"$("$guest" --kernel="$1" "$2" much 10000000 2>/dev/null | cksum)"
	is "$1, $2: 1 MB of standard input" "$(cksum <million)" \
		"$("$guest" --kernel="$1" "$2" copy <million | cksum)"
	"$guest" --kernel="$1" --timeout=1 "$2" hang 2>err
	is "$1, $2: a program that hangs" 124 $?
	(exec "$guest" --kernel="$1" "$2" crash) 2>err
	is "$1, $2: a program that crashes" 139 $?
	"$guest" --kernel="$1" "$2" exit 77
	is "$1, $2: an exit status" 77 $?
	is "$1, $2: loopback" hello "$("$guest" --kernel="$1" "$2" loopback)"
}
kernels=
command -v qemu-system-x86_64 >/dev/null &&
	kernels=$(kernels_here | tr ' ' =)
[ -n "$kernels" ] || {
	skip 'kernels' 'no qemu-system-x86_64, or no kernel; ./bootstrap guest-all'
	finish
}
kernels_absent | sed 's/^/# not here: /'
for kernel in $kernels; do
	name=${kernel%%=*}
	"$guest" --kernel="$name" --keep
	for arch in i386 x86_64; do
		case ,${kernel#*=}, in
		*,$arch,*)
			[ ! -f "probe-$arch" ] || one_kernel "$name" "./probe-$arch"
			probe=./probe-$arch
			;;
		esac
	done
	"$guest" --kernel="$name" "$probe" panic 2>err
	is "$name: a panic" "125 trapgate guest: the guest's kernel panicked: sysrq triggered \
crash" "$? $(cat err)"
done

# --- Programs of 700 KB, each new to the guest, which has no room for all of them.
"$guest" --keep
began=$(date +%s)
n=0 bad=0
while [ $n -lt 300 ]; do
	n=$((n + 1))
	cp probe-x86_64 one
	[ "$("$guest" ./one exit 7; echo $?)" = 7 ] || bad=$((bad + 1))
done
took=$((($(date +%s) - began) * 1000 / 300))
is '300 programs, sent one after another' 0 $bad
printf '%s\n' "# $took ms a program, one at a time"
finish
