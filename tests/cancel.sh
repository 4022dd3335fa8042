#!/bin/sh
# cancel.sh - the calls are cancellation points, as those of the libc are.
# SPDX-License-Identifier: MIT
#
# tests/cancel/ has the tests.  The libc alone passes all of them, so that each failure is
# ours; and tests are counted, so that none is lost.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
asif=$builddir/libexec/trapgate/as-if
missed=': a request while a handler of another signal runs|
disabled, a request before a timeout|
a request in a call of a handler, disabled|'
sources="place.c thread.c requests.c signals.c threads.c workers.c odd.c handlers.c
main.c"

# The objects of a target, with options of trapgate cc, in directory $objects.
compile () {
	rm -rf "$objects"
	mkdir "$objects"
	(
		cd "$objects" || exit
		set -- "$TRAPGATE" cc "$flag" --libc="$libc" -std=gnu11 -O2 -Wall -Wextra \
			-Werror -pthread "$@"
		# Without -fexceptions a cleanup handler is another one.
		[ "$libc" != glibc ] || "$@" -fexceptions -c "$srcdir/tests/cancel/frames.c" ||
			exit
		for source in $sources; do
			set -- "$@" "$srcdir/tests/cancel/$source"
		done
		"$@" -c
	)
}

# try TEXT KERNEL OPTION...: links the objects and runs them, as if on KERNEL.
try () {
	text="$target $1" kernel=$2
	shift 2
	expect "$text: builds" "$TRAPGATE" cc "$flag" --libc="$libc" "$@" -pthread \
		-o cancel "$objects"/*.o
	faithful "$arch" || { cannot_run "$arch" "$text"; return; }
	set -- "$PWD/cancel"
	[ -z "$kernel" ] || set -- --with="$1" "$asif" "$kernel" -- "$1"
	on "$arch" "$@" >out 2>err
	judge $?
}

judge () { # status
	status=$1
	# From 2.41 on glibc's own handler misses the first request; musl's interrupts
	# threads of disabled state, and misses the last.  Nothing else is excused.
	case $text in *' alone') grep "$missed" out | grep -v '|$' >excused ;; esac
	sed 's/|.*/|/' excused | grep -v -F -f - out | grep -v '|$' >wrong
	[ "$(tail -n 1 out)" = 'end|' ] ||
		printf '%s\n' "status $status, the end is lacking" >>wrong
	sed 's/|.*//' out >names
	[ -s first ] || cp names first
	diff first names >>wrong
	[ ! -s wrong ] || cat err >>wrong
	empty "$text: $(wc -l <names) tests$(sed '$!d;s/.*/, some fail as alone/' excused)" wrong
}

# On a kernel that lacks the newer calls, the other path and the fallbacks do the work.
variant () { # route, entry
	try "$1 $2" '' --route="$1" --entry="$2"
	case $1 in
	direct | socketcall)
		for kernel in 2.6.32 $(sweep '' 2.6.27 4.2 docker-29.4.2); do
			try "$1 $2 as if $kernel" "$kernel" --route="$1" --entry="$2"
		done
		;;
	esac
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	flag=$(flag_of "$arch")
	. "$srcdir/sysdeps/$arch/arch.sh"
	: >first
	objects=stubs-$target
	expect "$target: compiles" compile
	try 'the libc alone' '' --plain
	try stubs ''
	try 'static-pie' '' -static-pie
	case $arch_routes in
	*' '*) routes=$(sweep "direct
socketcall" direct-only socketcall-only) ;;
	*) routes= ;;
	esac
	for route in $routes; do
		for entry in $(sweep "${arch_entries##* }" "${arch_entries%% *}"); do
			variant "$route" "$entry"
		done
	done
	[ -n "$routes" ] ||
		try 'as if 2.6.32' 2.6.32
	if [ "$libc" = glibc ] && command -v g++ >err && g++ "$flag" -fsyntax-only \
		"$srcdir/tests/cancel/frames.cc" 2>err; then
		expect "$target C++: builds" env CC=g++ "$TRAPGATE" cc "$flag" -Wall -Wextra \
			-Werror -pthread -o frames "$srcdir/tests/cancel/frames.cc"
		expect_on "$arch" "$target C++: destructors run, and catch (...)" ./frames
	fi
	objects=inline-$target
	expect "$target: compiles inline" compile --inline
	try inline '' --inline
done

# Programs that are already built: the libc's, dynamic, with libtrapgate.so.0 in front.
. "$srcdir/tests/shared.lib"
dynamic_targets
for target in $targets; do
	dynamic "$target"
	: >first
	rm -rf shared
	mkdir shared
	for source in $sources; do
		expect "$target: $source compiles" compile_dynamic -c \
			-o "shared/$source.o" "$srcdir/tests/cancel/$source"
	done
	expect "$target dynamic: builds" link_dynamic cancel shared/*.o
	text="$target dynamic, the libc alone"
	on "$arch" "$PWD/cancel" >out 2>err
	judge $?
	. "$srcdir/sysdeps/$arch/arch.sh"
	if [ "${SWEEP-}" != all ]; then
		arch_routes=${arch_routes%% *} arch_entries=${arch_entries%% *}
	fi
	for route in $arch_routes; do
		for entry in $arch_entries; do
			text="$target dynamic, $route $entry"
			with "$route-$entry" "$PWD/cancel" >out 2>err
			judge $?
		done
	done
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'nothing was built with a libc'
finish
