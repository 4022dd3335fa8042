#!/bin/sh
# how-run.sh - how programs of an architecture run: detection, choice and use.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the sh -c to expand.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD
here=$PATH

# wrote FILE LINE...: FILE has these lines and no others.
wrote () {
	file=$1
	shift
	printf '%s\n' "$@" >want
	expect "$what: $file" cmp want "$file"
}
# prints LINE: the output has this line.
prints () { expect "$what: $1" grep -q -x -e "$1" out; }

# --- configure on this host, and on others, simulated by stub compilers and emulators:
# one whose kernel refuses i386 ELF files, and one whose i386 programs fail.
mkdir bin
# stub NAME: writes bin/NAME from standard input.
stub () {
	{ echo '#!/bin/sh' && cat; } >"bin/$1"
	chmod 755 "bin/$1"
}
real_cc=$CC
export top real_cc
stub cc-refused <<'END'
$real_cc "$@" || exit
for arg; do
	case $arg in
	*/probe-i386) printf '\355\376' | dd of="$arg" bs=1 seek=18 conv=notrunc ;;
	esac
done 2>/dev/null
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
# hlt is privileged: a signal kills the program.
printf '\t.globl _start\n_start: hlt\n' >failing.S

# Only the part of configure for this, as the rest takes long.
cat >configure <<'END'
die () {
	printf '%s\n' "configure: $1" >&2
	exit 2
}
work=../work CC=$1 targets=$2
shift 2
run_options=$*
. "$srcdir/gen/setup/compilers.sh"
. "$srcdir/gen/setup/how-run.sh"
cross_known=
mkdir -p build/lib/trapgate
find_hows
END

# find_out WHAT COMPILER OPTION...: runs that part in a new directory; the output is in
# out.
find_out () {
	what=$1
	shift
	rm -rf host work
	mkdir host work
	compiler=$1
	shift
	(cd host && exec sh ../configure "$compiler" "$pairs" "$@") >out 2>err
	status=$?
}
# configure WHAT OPTION...: the same with all of configure.
configure () {
	what=$1
	shift
	rm -rf host
	mkdir host
	(cd host && exec "$srcdir/configure" --enable-libcs=none "$@") >out 2>err
	status=$?
}
# refused LINE: configure failed with this line, and wrote no Makefile.
refused () {
	if [ "$status" -eq 2 ] && [ "$(wc -l <err)" -eq 1 ] &&
		grep -q -x -e "configure: $1" err && [ ! -e host/Makefile ]; then
		pass "$what: refused"
	else
		printf '%s\n' "status $status, wanted 2 and: configure: $1" >>err
		fail "$what: refused" err
	fi
}
conf=host/build/lib/trapgate/run.conf chosen=host/build/run.chosen

case " $ARCHS " in
*' i386 '*) ;;
*)
	skip 'how i386 programs run' 'nothing was built for i386'
	finish
	;;
esac
pairs=i386-none other=
case " $ARCHS " in
*' x86_64 '*) pairs="i386-none x86_64-none" other=x86_64=native ;;
esac

find_out 'this host' "$CC"
if grep -q -x i386=native $conf; then
	prints 'i386 programs: run natively, by int80\( and vsyscall\)\{0,1\}'
else
	prints 'i386 programs: \(run in a guest\|run by qemu-i386\|do not run here\).*'
fi
expect 'this host: no choice recorded' test ! -s $chosen
PATH=$top/bin:$here
TRAPGATE_KERNELS=$top/none
export TRAPGATE_KERNELS
# A kernel here may be usable with the system's qemu, too.
stub qemu-i386 <<'END'
exit 1
END
for cc in cc-refused cc-failing; do
	find_out $cc "$top/bin/$cc"
	prints 'i386 programs: do not run here; ./bootstrap guest gets a kernel that can'
	wrote $conf i386=none $other
	expect "$cc: no other message" test ! -s err
done
[ -z "$other" ] || prints 'x86_64 programs: run natively, by syscall'
cc=$top/bin/cc-refused pairs=i386-none
configure 'native, where it is not' --enable-archs=i386 CC="$cc" --run-i386=native
refused '--run-i386=native: this kernel runs no i386 program; .*--run-i386=guest'
find_out 'user, but qemu fails' "$cc" --run-i386=user
refused '--run-i386=user: there is no qemu-i386 that works; apt-get install qemu-user'
find_out 'guest, but there is none' "$cc" --run-i386=guest
refused '--run-i386=guest: there is no guest; get one by ./bootstrap guest'
configure 'none, by choice' --enable-archs=i386 CC="$cc" --run-i386=guest --run-i386=none
wrote $conf i386=none
wrote $chosen i386=none
cp host/config.mk before

# A working qemu-user, and qemu-system with a kernel.
stub qemu-i386 <<'END'
printf int80
END
find_out 'a working qemu-i386' "$cc"
prints 'i386 programs: run by qemu-i386, which is no kernel; ./bootstrap guest gets one'
wrote $conf i386=user
stub qemu-system-x86_64 </dev/null
mkdir -p kernels/6.12
: >kernels/6.12/vmlinuz
TRAPGATE_KERNELS=$top/kernels
find_out 'a guest is preferred' "$cc"
prints 'i386 programs: run in a guest, by trapgate guest'
wrote $conf i386=guest
# The tools may be of another architecture of the family.
stub qemu-system-i386 </dev/null
mv kernels/6.12 kernels/6.1-i386
find_out 'a kernel of i386 alone' "$cc"
wrote $conf i386=user
mv kernels/6.1-i386 kernels/6.12
find_out 'unless user is chosen' "$cc" --run-i386=user
wrote $conf i386=user
wrote $chosen i386=user
configure 'auto is no choice' --enable-archs=i386 CC="$cc" --run-i386=user --run-i386=auto
wrote $conf i386=guest
expect "$what" test ! -s $chosen
expect 'the choice does not affect the build' cmp before host/config.mk
TRAPGATE_KERNELS=$top/none
PATH=$here

for option in --run-i386 --run-vax=none --run-generic=none --run-i386=some '--run-i386=a b'; do
	configure "configure $option" "$option"
	case $option in
	*some | *' b') refused "$option: there is auto, native, guest, user, none" ;;
	*=*) refused "$option: no such architecture as '.*' can run" ;;
	*) refused "unknown option '$option'; see .*" ;;
	esac
done

# --- trapgate run, by the facts in lib/run.conf, with a stub guest and a stub emulator
# that print their arguments.
mkdir lib parts
TRAPGATE_LIB=$top/lib
export TRAPGATE_LIB
cp "$builddir/libexec/trapgate/run" parts/ || exit 2
for name in parts/guest bin/qemu-i386; do
	printf '#!/bin/sh\nprintf "[%%s]" "$@"\n' >$name
	chmod 755 $name
done
cat >prog.c <<'END'
#include <stdio.h>
int
main (int argc, char **argv)
{
  for (int i = 0; i < argc; i++)
    printf ("[%s]", argv[i]);
  return 7;
}
END
# shellcheck disable=SC2086	# CC may hold options.
$CC -o bin/prog prog.c && cp bin/prog i386 || exit 2
# e_machine of i386 in the ELF header.
printf '\003\000' | dd of=i386 bs=1 seek=18 conv=notrunc 2>/dev/null
PATH=$top/bin:$here

# became TEXT WORDS STATUS COMMAND...: the command prints WORDS.
became () {
	text=$1 words=$2 want=$3
	shift 3
	"$@" >out 2>err
	status=$?
	if [ "$status" -eq "$want" ] && [ "$(cat out)" = "$words" ] && [ ! -s err ]; then
		pass "run: $text"
	else
		printf '%s\n' "status $status, wanted $want and: $words" >>err
		fail "run: $text" err
	fi
}
way () { printf '%s\n' "i386=$1" >lib/run.conf; }
run () { parts/run "$@"; }
rm -f lib/run.conf
became 'no facts: natively' '[bin/prog][a  b][--arch=x]' 7 run bin/prog 'a  b' --arch=x
way none
became 'another architecture, natively' '[bin/prog]' 7 run --with=prog.c -- bin/prog
became 'a command of PATH' '[prog][]' 7 run prog ''
refuse 'run: none' 126 "^trapgate run: cannot run './i386': no i386 program runs here; \
./bootstrap guest gets" run ./i386
refuse 'run: none, and named' 126 "^trapgate run: cannot run 'prog': no i386 " \
	run --arch=i386 prog
way user
became 'user' '[-0][./i386][./i386][a  b]' 0 run ./i386 'a  b'
refuse 'run: user, without qemu' 126 "^trapgate run: .*: no qemu-i386; apt-get install \
qemu-user$" env PATH="$top" parts/run ./i386
way guest
became 'guest' '[--keep][--arch=i386][--with=a][--with=b c][--][./i386][--with=d]' 0 \
	run --with=a --with 'b c' ./i386 --with=d
rm parts/guest
refuse 'run: guest, which is missing' 2 '^trapgate run: cannot run .*/parts/guest: ' \
	run ./i386
way native
refuse 'run: native, but the kernel refuses' 126 \
	"^trapgate run: cannot run './i386': this kernel runs no such program; " run ./i386
way nearly
refuse 'run: unknown facts' 2 "/run.conf: there is no way 'nearly'; run configure$" \
	run ./i386
unset TRAPGATE_LIB
PATH=$here
refuse 'run: no program' 2 '^trapgate run: which PROGRAM?' run --arch=i386
printf '#!/none\n' >script
chmod +x script
refuse 'run: no interpreter' 127 "^trapgate run: cannot run './script': its interpreter or \
loader is missing; install that" run ./script
refuse 'run: no such program' 127 "^trapgate run: there is no command './none'; " run ./none
refuse 'run: a directory' 126 "^trapgate run: cannot run './lib': Is a directory" run ./lib
refuse 'run: no such architecture' 2 \
	'^trapgate run: --arch=vax: no such architecture; there are: .*i386' run --arch=vax prog
refuse 'run: an option without its value' 2 '^trapgate run: --with needs a value' run --with
refuse 'run: no such option' 2 "^trapgate run: unknown option '--without'; see" \
	run --without prog
refuse 'run: --help to a full disk' 2 '^trapgate run: cannot write to standard output' \
	sh -c 'exec "$0" --help >/dev/full' parts/run

# --- trapgate --version.
for fact in $RUNS; do
	printf '%s\n' "${fact%=*} programs run here: ${fact#*=}"
done >want
for target in $TARGETS; do
	case $(sed -n "s/^cancel-$target = -DTG_CANCEL_//p" "$builddir/../config.mk") in
	libc) way="a function of ${target#*-}" ;;
	window) way='a signal handler of trapgate' ;;
	*) continue ;;
	esac
	printf '%s\n' "cancellation in static $target programs: by $way" >>want
done
"$TRAPGATE" --version | sed 1d | sort >out
sort -o want want
expect 'trapgate --version has the facts' cmp want out
refuse 'trapgate --version to a full disk' 2 'cannot write to standard output; is there room?' \
	sh -c '"$0" --version >/dev/full' "$TRAPGATE"

# --- make check, where programs of an architecture do not run.
mkdir -p check/build/lib/trapgate
sed "s,^srcdir = .*,srcdir = $srcdir," "$builddir/../config.mk" >check/config.mk
cp "$builddir/../Makefile" check/
check () { make -C check ways; }
for way in none user; do
	printf '%s\n' "i386=$way" >check/build/lib/trapgate/run.conf
	: >check/build/run.chosen
	wanted='^make check: no kernel here runs i386 programs; .*/bootstrap guest'
	refuse "make check needs an explicit choice of i386=$way" 2 \
		"$wanted .* --run-i386=$way$" check
	printf '%s\n' "i386=$way" >check/build/run.chosen
	expect 'and runs with it' check
done
sed 's/^missing = .*/missing = i386-glibc i386-musl/' check/config.mk >missing.mk
mv missing.mk check/config.mk
refuse 'make check needs an explicit choice to leave out targets' 2 \
	"^make check: not built: i386-glibc i386-musl; .*-targets=i386-glibc,i386-musl$" check
finish
