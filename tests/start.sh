#!/bin/sh
# start.sh - programs without a libc: start-up, their symbols, their calls.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317,SC2329	# Functions are called by name.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
# No core files from smashed stacks; dash and bash have -c.
# shellcheck disable=SC3045
ulimit -c 0
none=$srcdir/tests/freestanding
# shellcheck disable=SC2034	# For the parts in tests/freestanding/.
top=$PWD suites="plain files process system map clock signals actions registers memory"
suites="$suites strings start tls"
warnings="-std=gnu11 -Wall -Wextra -Werror"
compilers=
for compiler in $(sweep gcc clang); do
	if command -v "$compiler" >/dev/null; then
		compilers="$compilers $compiler"
	else
		skip "programs by $compiler" "no $compiler; apt-get install $compiler"
	fi
done
lld=
if command -v ld.lld >/dev/null; then
	lld=ld.lld
else
	skip 'programs by lld' 'lld is not installed (apt-get install lld)'
fi

archs=$(none_archs)
[ -n "$archs" ] || {
	skip 'freestanding programs' 'no architecture was built without a libc'
	finish
}

cc () { # architecture, arguments
	. "$srcdir/sysdeps/$1/arch.sh"
	shift
	"$TRAPGATE" cc "$arch_flag" --libc=none "$@"
}

. "$none/lanes.sh"
. "$none/held.sh"
. "$none/entered.sh"
. "$none/substitute.sh"

for arch in $archs; do
	mkdir "$arch"
	# shellcheck disable=SC2086
	expect "$arch: from builds" cc "$arch" $warnings -O2 -o "$arch/from" \
		"$none/from.c"
	for how in static static-pie; do
		for compiler in $compilers; do
			driver "by-$arch-$how-$compiler" "$compiler" "$arch" "$how"
			lane "$arch-$how-$compiler" \
				every_suite "$arch" "$how" "$compiler"
		done
	done
	lane "$arch-tls" every_tls "$arch"
	lane "$arch-substitutes" by_substitutes "$arch"
	[ "$arch" = i386 ] || continue
	driver by-int80 gcc i386 static --entry=int80
	lane int80 by_int80
done

# --- The order of constructors and destructors.
ends_with=
with_q () { # runs a program with q in the environment
	Q=''
	export Q
	"$@"
}
ends () { # TEXT, output, status, program and arguments
	ends_text=$1 ends_want="$2 $3"
	shift 3
	runs "$arch" || return
	ends_got=$($ends_with on "$arch" "$@" 2>&1)
	ends_got="$ends_got $?"
	expect "$ends_text: $ends_want" test "$ends_got" = "$ends_want"
}

order () { # TEXT, program
	ends "$1: return from main" abcmzye 5 "$2"
	ends "$1: exit" abcmzye 49 "$2" exit
	ends "$1: _Exit" abcm 5 "$2" Exit
	ends "$1: _exit" abcm 5 "$2" _exit
	ends "$1: exit_group" abcm 5 "$2" group
	ends_with=with_q
	ends "$1: exit in a constructor" azye 7 "$2"
	ends_with=
}

# --- Single programs, for each architecture and kind.

smash () { # TEXT, program
	runs "$arch" || return
	ends "$1: an intact stack" returned 0 "$2"
	{
		on "$arch" "$2" far >out
		echo "status $?" >>out
	} 2>output
	grep -x 'stack smashing detected' output >>out
	printf '%s\n' 'status 134' 'stack smashing detected' >want
	expect "$1: a smashed stack ends by SIGABRT with a message" cmp want out
}

# relocated LINKER FLAG...: a static-pie that this linker makes relocates itself.
relocated () {
	text="$arch $how $1"
	ld=$1
	shift
	linked relocate.o relocate "$@" >log 2>&1
	status=$?
	# shellcheck disable=SC2034	# For linked in lanes.sh.
	ld=
	case " $* $status " in
	*" 0 ") pass "$text: relocate builds" ;;
	*' -'*)
		grep -q pack log || fail "$text: relocate builds" log
		skip "$text: relocate" "the linker packs no relocations"
		return
		;;
	*) fail "$text: relocate builds" log ;;
	esac
	case " $* " in
	*relr* | *relocations*) expect "$text: relocations are packed" \
		sh -c "readelf -d relocate | grep -q \"(RELR)\"" ;;
	esac
	runs "$arch" || return
	for run in 1 2 3 4 5 6 7 8; do
		on "$arch" ./relocate || printf '%s\n' "run $run: status $?"
	done >places
	grep -v -x -E '[0-9a-f]{8}|[0-9a-f]{16}' places >output
	empty "$text: every pointer is right, eight times" output
	at=$(sort -u places | wc -l)
	if [ "$how" = static ]; then
		expect "$text: always at one address" test "$at" -eq 1
	elif [ "$random" = no ]; then
		skip "$text: at different addresses" 'addresses are not random here'
	else
		expect "$text: at different addresses" test "$at" -gt 1
	fi
	if [ "$setarch" = no ]; then
		skip "$text: without randomization" 'setarch -R is not allowed here'
	else
		# shellcheck disable=SC2086
		expect "$text: at the address without randomization" \
			on "$arch" $setarch --with="$PWD/relocate" \
			setarch -R "$PWD/relocate"
	fi
}

# --- C++.
cplusplus () {
	text="$arch $how g++"
	plus="-O2 -Wall -Wextra -Werror -fno-exceptions -fno-rtti"
	# shellcheck disable=SC2046,SC2086
	expect "$text: builds" env CC=g++ "$TRAPGATE" cc "$arch_flag" --libc=none \
		$(kind "$how") $plus -o global "$none/global.cc"
	ends "$text: constructors" abm 3 ./global
	# Without a libc there is no atexit: destructors run by .fini_array.
	# shellcheck disable=SC2046,SC2086
	expect "$text: builds with destructors" env CC=g++ "$TRAPGATE" cc \
		"$arch_flag" --libc=none $(kind "$how") $plus -fno-use-cxa-atexit \
		-DWITH_DESTRUCTORS -o global "$none/global.cc"
	ends "$text: constructors and destructors" 'abm~~' 3 ./global
}

# --- Single programs, for each architecture and kind, in $at.

every_program () {
	for compiler in $compilers; do
		use "$top/by-$arch-$how-$compiler"
		for mode in -O0 -O2; do
			text="$arch $how $compiler $mode"
			# shellcheck disable=SC2086
			expect "$text: smash compiles" $compile $warnings $mode \
				-fstack-protector-all "$none/smash.c"
			expect "$text: smash builds" linked smash.o smash
			smash "$text" ./smash
			# shellcheck disable=SC2086
			expect "$text: order compiles" $compile $warnings $mode \
				"$none/order.c"
			expect "$text: order builds" linked order.o order
			order "$text" ./order
		done
	done
	use "$top/by-$arch-$how-gcc"
	# shellcheck disable=SC2086
	expect "$arch $how: first, plain and relocate compile" $compile $warnings -O2 \
		"$none/first.c" "$none/plain.c" "$none/relocate.c"
	expect "$arch $how: first builds" linked first.o first
	for linker in ld $lld; do
		relocated "$linker"
		[ "$how" = static-pie ] || continue
		case $linker in
		ld) relocated ld -z pack-relative-relocs --fatal-warnings ;;
		*) relocated "$linker" --pack-dyn-relocs=relr ;;
		esac
	done
}

hides=
for libc in musl glibc; do
	case " $TARGETS " in
	*" i386-$libc "*)
		hides=yes
		expect 'hide builds' "$TRAPGATE" cc -m32 --plain --libc=$libc -Wall \
			-Wextra -Werror -o hide "$none/hide.c"
		break
		;;
	esac
done

for arch in $archs; do
	. "$srcdir/sysdeps/$arch/arch.sh"
	# Whether addresses are random, and can be fixed: both in a guest, as this
	# system allows here, not with qemu-user.
	random=yes setarch=no
	if faithful "$arch"; then
		[ "$tap_how" = guest ] || {
			read -r space </proc/sys/kernel/randomize_va_space
			[ "$space" != 0 ] || random=no
			! grep -q '4....$' /proc/self/personality || random=no
		}
		if [ "$tap_how" = guest ] || setarch -R true 2>err; then
			setarch=$(with_tool setarch)
		fi
	else
		random=no
	fi
	for how in static static-pie; do
		use "$top/by-$arch-$how-gcc"
		parts
		collected
		every_program
		if [ -z "$strace_with" ]; then
			skip "$arch $how: calls before main" \
				'strace is not installed (apt-get install strace)'
		elif faithful "$arch"; then
			before_main
		else
			cannot_run "$arch" "$arch $how: calls before main"
		fi
		if command -v g++ >err; then
			cplusplus
		else
			skip "$arch $how: C++" 'g++ is not installed (apt-get install g++)'
		fi
		[ "$arch" = i386 ] || continue
		# Only then the addresses are fixed at link time.
		[ "$how" != static ] || [ -z "$strace_with" ] || ! faithful i386 ||
			entered
		if [ -z "$hides" ]; then
			skip 'i386: without AT_SYSINFO' 'no i386 libc was built'
		elif faithful i386; then
			no_vsyscall
		else
			cannot_run i386 "i386 $how: without AT_SYSINFO"
		fi
	done
done

collect
case $archs in
*i386*) entries ;;
esac
finish
