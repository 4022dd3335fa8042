#!/bin/sh
# start.sh - programs without a libc: start-up, what they hold, plain calls.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317	# Functions are called by name.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
# The shells of Linux have it; no core files of the stacks that are smashed.
# shellcheck disable=SC3045
ulimit -c 0
bare=$srcdir/tests/bare
# shellcheck disable=SC2034	# Both are for the parts.
top=$PWD suites="plain files process system map clock signals actions registers memory start tls"
warnings="-std=gnu11 -Wall -Wextra -Werror"
compilers=gcc
if command -v clang >/dev/null; then
	compilers="gcc clang"
else
	skip 'programs by clang' 'clang is not installed (apt-get install clang)'
fi
lld=
if command -v ld.lld >/dev/null; then
	lld=-fuse-ld=lld
else
	skip 'programs by lld' 'lld is not installed (apt-get install lld)'
fi

machines=
for arch in $ARCHS; do
	case $arch,$VARIANTS, in
	generic,*) ;;
	*"$arch-bare"[\ ,]*) machines="$machines $arch" ;;
	esac
done
[ -n "$machines" ] || {
	skip 'bare programs' 'no machine was built without a libc'
	finish
}

cc () { # machine, arguments
	. "$srcdir/sysdeps/$1/machine.sh"
	shift
	"$TRAPGATE" cc "$machine_flag" --over=bare "$@"
}

cc_by () { # compiler, machine, arguments
	(
		export CC="$1"
		shift
		cc "$@"
	)
}

# empty TEXT FILE: passes if nothing was found to say.
empty () {
	if [ -s "$2" ]; then fail "$1" "$2"; else pass "$1"; fi
}

. "$bare/lanes.sh"
. "$bare/held.sh"
. "$bare/entered.sh"

for arch in $machines; do
	for how in static static-pie; do
		for compiler in $compilers; do
			lane "$arch-$how-$compiler" \
				every_suite "$arch" "$how" "$compiler"
		done
	done
	lane "$arch-tls" every_tls "$arch"
	[ "$arch" != i386 ] || lane int80 by_int80
done

# --- The order of things.
ends () { # TEXT, what it says, its status, program and arguments
	ends_text=$1 ends_want="$2 $3"
	shift 3
	ends_got=$("$@" 2>&1)
	ends_got="$ends_got $?"
	expect "$ends_text: $ends_want" test "$ends_got" = "$ends_want"
}

order () { # TEXT, program
	ends "$1: return from main" abcmzye 5 "$2"
	ends "$1: exit" abcmzye 49 "$2" exit
	ends "$1: _Exit" abcm 5 "$2" Exit
	ends "$1: _exit" abcm 5 "$2" _exit
	ends "$1: exit_group" abcm 5 "$2" group
	ends "$1: exit in a constructor" azye 7 env Q= "$2"
}

# --- Programs of their own, for each machine and kind.

smash () { # compiler, mode
	text="$arch $how $1 $2"
	# shellcheck disable=SC2046,SC2086
	expect "$text: smash builds" cc_by "$1" "$arch" $(kind "$how") $warnings $2 \
		-fstack-protector-all -o smash "$bare/smash.c"
	ends "$text: a whole stack" returned 0 ./smash
	{
		./smash far >out
		echo "status $?" >>out
	} 2>said
	grep -x 'stack smashing detected' said >>out
	printf '%s\n' 'status 134' 'stack smashing detected' >want
	expect "$text: a smashed stack ends by SIGABRT and says why" cmp want out
}

relocated () {
	for linker in ld lld ld-relr lld-relr; do
		text="$arch $how $linker"
		case $how-$linker in
		*-lld*) flags=$lld; [ -n "$lld" ] || continue ;;
		*) flags= ;;
		esac
		case $how-$linker in
		static-l*-relr) continue ;;
		*-lld-relr) flags="$flags -Wl,--pack-dyn-relocs=relr" ;;
		*-relr) flags=-Wl,-z,pack-relative-relocs,--fatal-warnings ;;
		esac
		# shellcheck disable=SC2086
		! cc "$arch" -static-pie $flags -Wl,--fatal-warnings -o none \
			"$bare/plain.c" 2>&1 | grep -q pack || {
			skip "$text: relocate" "the linker packs no relocations"
			continue
		}
		# shellcheck disable=SC2046,SC2086
		expect "$text: relocate builds" cc "$arch" $(kind "$how") $flags \
			$warnings -O2 -o relocate "$bare/relocate.c"
		case $linker in
		*relr) expect "$text: they are packed" \
			sh -c "readelf -d relocate | grep -q \"(RELR)\"" ;;
		esac
		for run in 1 2 3 4 5 6 7 8; do
			./relocate || echo "run $run: status $?"
		done >places
		grep -v -x -E '[0-9a-f]{8}|[0-9a-f]{16}' places >said
		empty "$text: every pointer is right, eight times" said
		sort -u places >different
		at=$(wc -l <different)
		if [ "$how" = static ]; then
			expect "$text: always at one place" test "$at" -eq 1
		elif [ "$(cat /proc/sys/kernel/randomize_va_space)" = 0 ] ||
			grep -q '4....$' /proc/self/personality; then
			skip "$text: at different places" 'addresses are not random here'
		else
			expect "$text: at different places" test "$at" -gt 1
		fi
		if setarch -R true 2>/dev/null; then
			expect "$text: and where a kernel without randomness puts it" \
				setarch -R ./relocate
		else
			skip "$text: without randomness" 'setarch -R may not do that here'
		fi
	done
}

# --- C++.
cplusplus () {
	text="$arch $how g++"
	plus="-O2 -Wall -Wextra -Werror -fno-exceptions -fno-rtti"
	# shellcheck disable=SC2046,SC2086
	expect "$text: builds" cc_by g++ "$arch" $(kind "$how") $plus \
		-o global "$bare/global.cc"
	ends "$text: constructors" abm 3 ./global
	# Without a libc destructors are those of the program, not of atexit.
	# shellcheck disable=SC2046,SC2086
	expect "$text: builds with destructors" cc_by g++ "$arch" $(kind "$how") \
		$plus -fno-use-cxa-atexit -DWITH_DESTRUCTORS -o global \
		"$bare/global.cc"
	ends "$text: constructors and destructors" 'abm~~' 3 ./global
}

for arch in $machines; do
	for how in static static-pie; do
		parts
		collected
		for compiler in $compilers; do
			for mode in -O0 -O2; do
				smash "$compiler" "$mode"
				# shellcheck disable=SC2046,SC2086
				expect "$arch $how $compiler $mode: order builds" \
					cc_by "$compiler" "$arch" $(kind "$how") $warnings $mode \
					-o order "$bare/order.c"
				order "$arch $how $compiler $mode" ./order
			done
		done
		relocated
		if command -v strace >/dev/null; then
			traced
		else
			skip "$arch $how: calls before main" \
				'strace is not installed (apt-get install strace)'
		fi
		if command -v g++ >/dev/null; then
			cplusplus
		else
			skip "$arch $how: C++" 'g++ is not installed (apt-get install g++)'
		fi
		[ "$arch" = i386 ] || continue
		# Only there the addresses are known beforehand.
		[ "$how" != static ] || ! command -v strace >/dev/null || entered
		if command -v gdb >/dev/null; then
			no_vsyscall
		else
			skip "i386 $how: without AT_SYSINFO" \
				'gdb is not installed (apt-get install gdb)'
		fi
	done
done

collect
case $machines in
*i386*) entries ;;
esac
finish
