#!/bin/sh
# guest-errors.sh - trapgate guest: wrong options, and guests that cannot start.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"

# --- Errors before a guest starts.
wrong 'no command' 'which CMD? see trapgate help guest'
wrong 'an unknown option' "unknown option '--colour'; see trapgate help guest" \
	--colour ./probe
wrong 'no value' '--with needs a value: --with=...' --with
wrong 'a value too many' '--keep takes no value' --keep=yes
wrong 'an unknown architecture' '--arch=vax: there are guests of .*x86_64.*' \
	--arch=vax ./probe
wrong 'not a number' '--timeout=1h is not a number of seconds up to 1000000' \
	--timeout=1h ./probe
wrong '--list and a command' "--list runs no command; leave './p' out" --list ./p
wrong '--stop and --keep' '--keep, --stop and --list exclude each other' \
	--stop --keep
wrong '--gdb and --keep' '--gdb excludes --keep, --stop and --list' --gdb --keep /bin/sh
wrong 'another mode of gdb' '--gdb=now: the only value is batch' --gdb=now /bin/sh
wrong '--gdb without a command' 'which CMD? see trapgate help guest' --gdb
wrong '--symbols alone' '--symbols is for gdb; add --gdb' --symbols=file /bin/sh
wrong 'no such kernel' '--kernel=9.9: no kernel of that name or path; known are .*6.1, .*' \
	--kernel=9.9 /bin/sh
head -c 100000 /dev/zero >zeros
wrong 'garbage is no kernel' ".*/zeros is no kernel for a guest; give another, \
or a name of trapgate guest --list" --kernel=zeros /bin/sh
prints 'no such command' 127 "there is no command './nonesuch'; give its path, or set PATH" \
	"$guest" ./nonesuch
: >file
prints 'not executable' 126 "cannot run './file': Permission denied; give the path of a \
program" "$guest" ./file
expect '--stop without a guest' "$guest" --stop
prints 'no kernel' 125 'there is no kernel for .* here; ./bootstrap guest-6.1 gets one' \
	env "TRAPGATE_KERNELS=$here/tmp" "$guest" /bin/sh
env "TRAPGATE_KERNELS=$here/tmp" "$guest" --list >list
expect '--list shows missing kernels' grep -q \
	'^6.12 .*not here: ./bootstrap guest-6.12$' list
refuse 'lost output' 2 'cannot write to standard output; is there room?' \
	sh -c '"$0" --list >/dev/full' "$guest"

# --- Without a usable kernel, qemu or enough space.
guest_programs
prints 'no qemu' 125 "there is no qemu-system-x86_64; apt-get install qemu-system-x86" \
	env PATH=/nonexistent "$guest" "$probe"
prints 'no gdb' 125 'there is no gdb; apt-get install gdb' env PATH=/nonexistent "$guest" \
	--gdb "$probe"
printf '#!/bin/sh\nexit 1\n' >tmp/gdb && chmod +x tmp/gdb
TRAPGATE_DATA=$here/tmp PATH=$here/tmp:$PATH prints 'no tables' 125 \
	"cannot read .*/tmp/socket/socketcall.tbl: No such file or directory; install \
trapgate again" "$guest" --gdb "$probe"
TRAPGATE_DATA=$builddir/share/trapgate
export TRAPGATE_DATA
for symbols in nonesuch . file "$builddir/bin/trapgate"; do
	PATH=$here/tmp:$PATH wrong "--symbols=$symbols" \
		"\(cannot read \)\?--symbols=$symbols\(: No such file or directory\| is no \
vmlinux; give that of the kernel's debug package\)" --gdb "--symbols=$symbols" "$probe"
done
if [ -f probe-i386 ]; then
	PATH=$here/tmp:$PATH wrong '--symbols of another architecture' \
		'--symbols=probe-i386 is of another architecture than kernel .*' \
		"--kernel=$kernel" --gdb --symbols=probe-i386 "$probe"
fi
# gdb without Python.
PATH=$here/tmp:$PATH prints 'a gdb that fails' 125 "gdb failed; the cause is in the line \
before, or it lacks Python" "$guest" "--kernel=$kernel" --gdb=batch "--symbols=$probe" "$probe"
image=$TRAPGATE_KERNELS/$kernel/vmlinuz
head -c 2000000 "$image" >short
wrong 'half a kernel' ".*/short is a damaged kernel: parts are missing; get it again" \
	--kernel=short "$probe"
# A damaged image unpacks up to the damage.
{
	head -c 6000000 "$image"
	head -c 2000 /dev/urandom
	tail -c +6002001 "$image"
} >damaged
prints 'a damaged kernel' 125 "the kernel's image is damaged: it halted while it unpacked \
itself" "$guest" --kernel=damaged "$probe"
if [ "$(id -u)" -eq 0 ] && mkdir small && mount -t tmpfs -o size=4k none small 2>/dev/null
then
	no_room="cannot write .*: No space left on device; make room there, or set TMPDIR"
	prints 'no space for the files of a guest' 125 "$no_room" \
		env "TMPDIR=$here/small" "$guest" "$probe"
	# Space for the first of them, and no more.
	room=4
	until ! grep -q "cannot write a guest's files" err || [ $room -gt 1000 ]; do
		room=$((room + 4))
		mount -o "remount,size=${room}k" small
		TMPDIR=$here/small "$guest" "$probe" 2>err
	done
	prints 'space for the first of them only' 125 "$no_room" \
		env "TMPDIR=$here/small" "$guest" "$probe"
	umount small
fi
finish
