#!/bin/sh
# how-run.sh - how programs of an architecture run here: found, chosen, used.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the sh -c to expand.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD
here=$PATH

# wrote FILE LINE...: it has these lines and no other.
wrote () {
	file=$1
	shift
	printf '%s\n' "$@" >want
	expect "$what: $file" cmp want "$file"
}
# says LINE: the output has it.
says () { expect "$what: $1" grep -q -x -e "$1" out; }

# --- configure on this host, and on others, which are made of a stub compiler
# and stub emulators: one whose kernel refuses i386's ELF files, and one whose
# i386 programs fail.
mkdir bin
# stub NAME: reads the rest of a script for bin/NAME.
stub () {
	{ echo '#!/bin/sh' && cat; } >"bin/$1"
	chmod 755 "bin/$1"
}
real_cc=$CC
export top real_cc
stub cc-refused <<'END'
$real_cc "$@" || exit
case " $* " in
*' '*/probe-i386' '*)
	for arg; do
		case $arg in
		*/probe-i386) printf '\355\376' | dd of="$arg" bs=1 seek=18 conv=notrunc 2>/dev/null ;;
		esac
	done
	;;
esac
END
stub cc-failing <<'END'
for arg; do
	shift
	case $arg in
	*/i386/probe.S) arg=$top/failing.S ;;
	esac
	set -- "$@" "$arg"
done
exec $real_cc "$@"
END
# hlt is not for user programs: a signal ends it.
printf '\t.globl _start\n_start: hlt\n' >failing.S

# find WHAT OPTION...: configures a new directory; its output is in out.
find_out () {
	what=$1
	shift
	rm -rf host
	mkdir host
	(cd host && exec "$srcdir/configure" --enable-libcs=bare "$@") >out 2>told
	status=$?
}
# refused LINE: configure ended with this line, and made no Makefile.
refused () {
	if [ "$status" -eq 2 ] && [ "$(wc -l <told)" -eq 1 ] &&
		grep -q -x -e "configure: $1" told && [ ! -e host/Makefile ]; then
		pass "$what: refused"
	else
		echo "status $status, wanted 2 and: configure: $1" >>told
		fail "$what: refused" told
	fi
}
conf=host/build/lib/trapgate/run.conf chosen=host/build/run.chosen

case " $ARCHS " in
*' i386 '*) ;;
*)
	skip 'how i386 programs run is found' 'nothing was built for i386'
	finish
	;;
esac
case " $ARCHS " in
*' x86_64 '*) both='i386,x86_64' other=x86_64=native ;;
*) both=i386 other= ;;
esac

find_out 'this host' --enable-archs="$both"
if grep -q -x i386=native $conf; then
	says 'i386 programs: run natively, by int80\( and vsyscall\)\{0,1\}'
else
	says 'i386 programs: \(run in a guest\|run by qemu-i386\|do not run here\).*'
fi
expect 'this host: nobody chose' test ! -s $chosen
PATH=$top/bin:$here
TRAPGATE_KERNELS=$top/none
export TRAPGATE_KERNELS
# The kernels here may have a qemu of the system, too.
stub qemu-i386 <<'END'
exit 1
END
for cc in cc-refused cc-failing; do
	find_out $cc --enable-archs="$both" CC="$top/bin/$cc"
	says 'i386 programs: do not run here; ./bootstrap guest gets a kernel that can'
	wrote $conf i386=none $other
	expect "$cc: no other message" test ! -s told
done
[ -z "$other" ] || says 'x86_64 programs: run natively, by syscall'
set -- --enable-archs=i386 CC="$top/bin/cc-refused"
find_out 'native, where it is not' --run-i386=native "$@"
refused '--run-i386=native: this kernel runs no i386 program; .*--run-i386=guest'
find_out 'user, and qemu fails' --run-i386=user "$@"
refused '--run-i386=user: there is no qemu-i386 that works; apt-get install qemu-user'
find_out 'guest, and there is none' --run-i386=guest "$@"
refused '--run-i386=guest: there is no guest; get one by ./bootstrap guest'
find_out 'none, by choice' --run-i386=guest --run-i386=none "$@"
wrote $conf i386=none
wrote $chosen i386=none

# An emulator that works, and one of the system with a kernel.
stub qemu-i386 <<'END'
printf int80
END
find_out 'a working qemu-i386' "$@"
says 'i386 programs: run by qemu-i386, which is no kernel; ./bootstrap guest gets one'
wrote $conf i386=user
stub qemu-system-x86_64 </dev/null
mkdir -p kernels/6.12
: >kernels/6.12/vmlinuz
TRAPGATE_KERNELS=$top/kernels
find_out 'a guest comes before it' "$@"
says 'i386 programs: run in a guest, by trapgate guest'
wrote $conf i386=guest
find_out 'and is not chosen against' --run-i386=user "$@"
wrote $conf i386=user
wrote $chosen i386=user
find_out 'auto is no choice' --run-i386=user --run-i386=auto "$@"
wrote $conf i386=guest
expect "$what" test ! -s $chosen
cp host/config.mk before
(cd host && exec "$srcdir/configure" --enable-libcs=bare --run-i386=none "$@") >out 2>told
expect 'another way changes nothing that is built' cmp before host/config.mk
TRAPGATE_KERNELS=$top/none
PATH=$here

for option in --run-i386 --run-vax=none --run-generic=none --run-i386=some '--run-i386=a b'; do
	find_out "configure $option" "$option"
	case $option in
	*some | *' b') refused "$option: there is auto, native, guest, user, none" ;;
	*=*) refused "$option: no such architecture as '.*' can run" ;;
	*) refused "unknown option '$option'; see .*" ;;
	esac
done

# --- trapgate --version.
for fact in $RUNS; do
	echo "${fact%=*} programs run here: ${fact#*=}"
done >want
"$TRAPGATE" --version | sed 1d >out
expect 'trapgate --version has the facts' cmp want out
refuse 'trapgate --version to a full disk' 2 'cannot write to standard output; is there room?' \
	sh -c '"$0" --version >/dev/full' "$TRAPGATE"

# --- make check, where an architecture runs in no way.
mkdir -p check/build/lib/trapgate
cp "$builddir/../config.mk" check/
echo i386=none >check/build/lib/trapgate/run.conf
: >check/build/run.chosen
check () { (cd check && exec sh "$srcdir/tests/run.sh" nonesuch); }
refuse 'make check does without it only by choice' 2 \
	"^make check: no i386 program runs here; .* ./bootstrap guest, .* --run-i386=none$" check
echo i386=none >check/build/run.chosen
refuse 'and then does' 2 "there is no test 'nonesuch'" check
finish
