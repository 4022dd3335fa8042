#!/bin/sh
# cross.sh - an architecture with a compiler of its own, by a compiler that is none.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For the sh -c to expand.
#
# In a copy of the sources: the directory of x86_64 under another name and triplet, and
# scripts by that triplet that call CC.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD

case $($CC -dumpmachine) in
x86_64-*) ;;
*)
	skip 'a cross architecture' "$CC does not compile for x86_64"
	finish
	;;
esac

copy_source source
dummy=source/sysdeps/dummy
mkdir "$dummy" none with
cp -R "$srcdir/sysdeps/x86_64/." "$dummy/"
rm -f "$dummy/kernels.tbl" "$dummy/inline-trap.h" "$dummy"/cancel*
rm -rf "$dummy/conform"
sed -e 's/^arch_aliases=.*/arch_aliases="dummy dumb"/' \
	-e 's/^arch_family=.*/arch_gnu=dummy-linux-gnu/' \
	-e 's/^arch_libgcc_package=.*/arch_libgcc_package=gcc-N-dummy/' \
	"$srcdir/sysdeps/x86_64/arch.sh" >"$dummy/arch.sh"
echo 'arch_static_pie=no' >>"$dummy/arch.sh"

# compiler FILE VERSION [wrong]: writes a script that is a compiler for it, or a wrong one.
real_cc=$CC
export real_cc
compiler () {
	cat >"$1" <<END
#!/bin/sh
fault=${3-}
case " \$* " in
*' -dumpmachine '*) echo dummy-linux-gnu; exit ;;
*' --version '*) printf '%s\n' "dummy-gcc (Dummy $2-1) $2.3.0"; exit ;;
esac
END
	cat >>"$1" <<'END'
for arg; do
	shift
	case $fault,$arg in
	wrong,*/sound.c)
		sed 's/while (x == 0)/while (0)/' "$arg" >"${0%/*}/wrong.c"
		arg=${0%/*}/wrong.c
		;;
	esac
	set -- "$@" "$arg"
done
exec $real_cc "$@"
END
	chmod 755 "$1"
}
for tool in ar as nm; do
	printf '#!/bin/sh\nexec %s "$@"\n' "$tool" >"with/dummy-linux-gnu-$tool"
	chmod 755 "with/dummy-linux-gnu-$tool"
done
PATH=$top/with:$PATH
unset CC_dummy

# configured TEXT DIRECTORY OPTION...: configures there; the output is in out.
configured () {
	text=$1 directory=$2
	shift 2
	mkdir -p "$directory"
	(cd "$directory" && exec sh "$top/source/configure" CC="$real_cc" \
		--enable-archs=x86_64 --enable-libcs=none "$@") >out 2>&1 && return
	fail "$text: configure" out
}
# no TEXT LINE OPTION...: is refused with this line.
no () {
	text=$1 line=$2
	shift 2
	rm -rf refused
	mkdir refused
	(cd refused && exec sh "$top/source/configure" CC="$real_cc" \
		--enable-archs=x86_64 --enable-libcs=none "$@") >out 2>err
	is "$text: the status" 2 $?
	expect "$text: the line" grep -q -x -e "configure: $line" err
	expect "$text: no other line" test "$(wc -l <err)" -eq 1
}
has () { expect "$1" grep -q -x -e "$2" "$3"; }

# --- Nothing changes without the option.
compiler with/dummy-linux-gnu-gcc 12
(mkdir plain && cd plain && exec sh ../source/configure CC="$real_cc") >out 2>&1
expect 'by default: nothing names it' sh -c '! grep -q dummy out plain/config.mk'
has 'by default: no cross architecture' 'cross = *' plain/config.mk

# --- Which compiler.
no 'a compiler of another architecture' "dummy-none: '$real_cc' compiles for .*; \
./bootstrap cross-dummy gets one that works, then configure again" \
	--enable-cross=dummy CC_dummy="$real_cc"
no 'a compiler of an unknown architecture' "CC_foo=: no architecture 'foo'; there are: .*" \
	CC_foo=gcc
configured 'chosen' one --enable-cross=dummy
has 'chosen: a target' 'targets = *x86_64-none dummy-none' one/config.mk
has 'chosen: a cross architecture' 'cross = *dummy' one/config.mk
has 'chosen: its compiler' 'CC-dummy = dummy-linux-gnu-gcc' one/config.mk
has 'chosen: its archiver' 'AR-dummy = dummy-linux-gnu-ar' one/config.mk
has 'chosen: CC is that of this machine' 'CC-x86_64 = $(CC)' one/config.mk
has 'chosen: how its programs run' 'dummy=native' one/build/lib/trapgate/run.conf
configured 'again, without the option' one
has 'again, without the option: the choice is kept' 'cross = *dummy' one/config.mk
configured 'ended' one --disable-cross
has 'ended: the choice' 'cross = *' one/config.mk
configured 'ended, again' one
has 'ended, again: the choice' 'cross = *' one/config.mk
configured 'all' one --enable-cross=all
has 'all: it is one of them' 'cross = *.*dummy.*' one/config.mk
compiler with/mine 3
configured 'named' one --enable-cross=dummy CC_dummy="mine -g0"
has 'named: the compiler' 'CC-dummy = mine -g0' one/config.mk
configured 'named, again' one
has 'named, again: the compiler is kept' 'CC-dummy = mine -g0' one/config.mk

mv with/dummy-linux-gnu-gcc with/dummy-linux-gnu-gcc-9
compiler with/dummy-linux-gnu-gcc-12 12
configured 'by version' one --enable-cross=dummy
has 'by version: the newest' 'CC-dummy = dummy-linux-gnu-gcc-12' one/config.mk
compiler with/dummy-linux-gnu-gcc-12 12 wrong
configured 'the newest is wrong' one --enable-cross=dummy
has 'the newest is wrong: the next' 'CC-dummy = dummy-linux-gnu-gcc-9' one/config.mk
rm with/dummy-linux-gnu-gcc-9
broken='dummy-linux-gnu-gcc-12 (12.3.0) is broken: it drops the comparison of a value in '\
'memory with 0'
no 'only a broken one' "dummy-none: $broken; ./bootstrap cross-dummy gets one that works, \
then configure again" --enable-cross=dummy
configured 'left out' one --enable-cross=all
has 'left out: the reason' \
	"dummy-none: no, $broken (./bootstrap cross-dummy gets one that works)" out
has 'left out: make check does not need it' 'missing = *' one/config.mk
mkdir -p one/build/cross/dummy/bin
compiler one/build/cross/dummy/bin/dummy-linux-gnu-gcc 14
configured 'unpacked' one --enable-cross=dummy
has 'unpacked: the compiler' \
	"CC-dummy = $top/one/build/cross/dummy/bin/dummy-linux-gnu-gcc" one/config.mk

# --- Errors.
rm with/dummy-linux-gnu-gcc-12
no 'no compiler' 'dummy-none: no dummy-linux-gnu-gcc; ./bootstrap cross-dummy gets one, then '\
'configure again' --enable-cross=dummy
no 'a compiler that fails' "dummy-none: the compiler 'false -x' does not work; give another one "\
'by CC_dummy=, then configure again' --enable-cross=dummy CC_dummy='false -x'
no 'an unknown architecture' "--enable-cross: no architecture 'vax'; there are: .*dummy.*" \
	--enable-cross=dummy,vax
no 'one of CC itself' "--enable-cross=x86_64: '.*' itself compiles for x86_64; leave it out" \
	--enable-cross=x86_64
printf 'dummy\n' >one/build/cross.chosen
rm -rf one/build/cross
configured 'a compiler that has gone' one
has 'a compiler that has gone: the line' \
	'dummy-none: no, no dummy-linux-gnu-gcc (./bootstrap cross-dummy gets one)' out

# --- What is built: without a libc, by make and trapgate cc.
compiler with/dummy-linux-gnu-gcc 12
configured 'to build' one
lib=build/lib/trapgate/dummy/none
(cd one && ${MAKE:-make} V=1 $lib/direct-only-syscall/libtrapgate.a $lib/crt1.o \
	$lib/include/bits/.made build/bin/trapgate build/libexec/trapgate/cc \
	build/libexec/trapgate/cc.d/.made build/libexec/trapgate/run) >log 2>&1 ||
	fail 'make' log
expect 'make: its compiler compiles' grep -q '^[^#]*dummy-linux-gnu-gcc .* -c ' log
expect 'make: its archiver archives' grep -q '^ *dummy-linux-gnu-ar ' log
awk '/ -[cES] / && /dummy-none/ && !/dummy-linux-gnu-gcc/' log >err
empty 'make: no other compiler does' err
expect 'make: neither does so for this machine' \
	sh -c '! grep "dummy-linux-gnu-" log | grep x86_64-none'
expect 'make all: no start-up that relocates itself' \
	sh -c "cd one && ! ${MAKE:-make} -n all 2>&1 | grep 'dummy/none/rcrt1'"
expect 'make check: it is not asked for' \
	sh -c "cd one && echo dummy=none >build/lib/trapgate/run.conf && ${MAKE:-make} -n ways"
# The archives of this machine only have to exist.
mkdir -p one/build/lib/trapgate/x86_64/none/direct-only-syscall
: >one/build/lib/trapgate/x86_64/none/direct-only-syscall/libtrapgate.a
echo dummy=native >one/build/lib/trapgate/run.conf
cat >main.c <<'END'
#include <errno.h>
#include <sys/socket.h>

int
main (void)
{
  struct sockaddr any = { 0 };
  return bind (-1, &any, sizeof any) != -1 || errno != EBADF;
}
END
TRAPGATE=$top/one/build/bin/trapgate
cc () { env -u CC "$TRAPGATE" cc "$@"; }
for name in dummy dumb; do
	rm -f prog
	expect "cc: --arch=$name links" cc --arch=$name --libc=none -o prog main.c
	expect "cc: --arch=$name: and runs" "$TRAPGATE" run --arch=dummy ./prog
done
cc --arch=dummy --libc=none --print main.c >out
expect 'cc: its compiler' grep -q '^dummy-linux-gnu-gcc .*/dummy/none/crt1.o' out
CC='dummy-linux-gnu-gcc -g0' "$TRAPGATE" cc --libc=none --print main.c >out
expect 'cc: the architecture of CC' grep -q '^dummy-linux-gnu-gcc -g0 .*/dummy/none/' out
CC="mine -g1" "$TRAPGATE" cc --arch=dummy --libc=none --print main.c >out
expect 'cc: --arch, and a CC for it' grep -q '^mine -g1 .*/dummy/none/' out
CC=$real_cc "$TRAPGATE" cc --arch=dummy --libc=none --print main.c >out
expect 'cc: --arch, and a CC for another' grep -q '^dummy-linux-gnu-gcc .*/dummy/none/' out
cc --arch=dummy -m64 --libc=none --print main.c >out
expect 'cc: the last option counts' grep -q '/x86_64/none/' out
cc --arch=x86_64 --libc=none --print main.c >out
expect 'cc: --arch of CC' grep -q ' -m64 .*/x86_64/none/' out
cc --help >out
expect 'cc --help: its routes, entries and compiler' grep -q -x \
	'  dummy  *direct-only; syscall; by dummy-linux-gnu-gcc' out
error_of cc 'cc: no such architecture' '--arch=vax: no such architecture; there are: .* x86_64' \
	cc --arch=vax main.c
error_of cc 'cc: no value' '--arch needs a value: --arch=...' cc --arch main.c
error_of cc 'cc: an architecture that was not built' "--arch=i386 was not built; configure it \
with --enable-archs= and run make" cc --arch=i386 main.c
other=$(grep -l '^arch_gnu=' "$srcdir"/sysdeps/*/arch.sh | sed -n '1s|.*/\(.*\)/.*|\1|p')
rm -rf "one/build/lib/trapgate/$other"	# Of --enable-cross=all, above.
error_of cc 'cc: one with a compiler of its own' "--arch=$other was not built; configure it \
by ./bootstrap cross-$other and run make" cc --arch="$other" main.c
error_of cc 'cc: no static-pie' '-static-pie: start-up on dummy with --libc=none cannot '\
'relocate itself; leave it out' cc --arch=dummy --libc=none -static-pie main.c
error_of cc 'cc: no inline form' '--inline: not available for dummy' \
	cc --arch=dummy --libc=none --inline main.c

# --- The tests of a check get neither its programs nor its targets.
cat >source/tests/seen.sh <<'END'
printf '%s\n' "TARGETS:$TARGETS" "ARCHS:$ARCHS" "CROSS_TARGETS:$CROSS_TARGETS" 1..1 'ok 1 - seen'
END
(cd one && sh ../source/tests/run.sh seen) >log 2>&1
has 'check: targets' 'TARGETS:x86_64-none ' one/build/check/seen.log
has 'check: architectures' 'ARCHS:x86_64 ' one/build/check/seen.log
has 'check: cross targets' 'CROSS_TARGETS:dummy-none ' one/build/check/seen.log
finish
