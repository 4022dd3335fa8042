#!/bin/sh
# cancel-fallback.sh - threads that are cancelled in the calls of fallbacks.
# SPDX-License-Identifier: MIT
#
# With each libc and route: as if on a kernel that lacks accept4, recvmmsg and sendmmsg,
# on one without the direct calls of i386, and on this one.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
asif=$builddir/libexec/trapgate/as-if

run () { # profile or -, argument
	out=$program-$1.out profile=$1
	shift
	set -- "$PWD/$program" "$@"
	[ "$profile" = - ] || set -- "$asif" "$profile" -- "$@"
	on "$arch" --with="$PWD/$program" "$@" >"$out" 2>&1
	echo "status $?" >>"$out"
}

# The results of a program are lines of its output.
judge () { # profile or -
	sed -n -e 's/^ok [0-9]* - \(.*\)/\1|/p' \
		-e 's/^not ok [0-9]* - \(.*\)/\1|not as it should be/p' \
		"$program-$1.out" | sed "s/^/$target-$route as if $1: /" >results
	[ ! -s results ] || judged results
	if [ "$(tail -n 1 "$program-$1.out")" = 'status 0' ] &&
	    [ "$(wc -l <results)" -eq 6 ]; then
		pass "$target-$route as if $1: every case ends"
	else
		fail "$target-$route as if $1: every case ends" "$program-$1.out"
	fi
}

every () { # command
	for target in $TARGETS; do
		arch=${target%-*} libc=${target#*-}
		case $target in generic-* | *-none) continue ;; esac
		. "$srcdir/sysdeps/$arch/arch.sh"
		for route in $arch_routes; do
			program=$target-$route
			"$1"
		done
	done
}

# A kernel before 4.3 has no direct calls on i386.
profiles () {
	case $arch,$route in
	i386,direct-only) echo - ;;
	*) echo - 4.2 2.6.27 ;;
	esac
}

build () {
	[ -f "$target.o" ] || "$TRAPGATE" cc "$arch_flag" --libc="$libc" -std=gnu11 -O2 \
		-Wall -Wextra -Werror -c -o "$target.o" "$srcdir/tests/cancel-fallback.c" \
		>"$target.log" 2>&1
	"$TRAPGATE" cc "$arch_flag" --libc="$libc" --route="$route" -pthread -o "$program" \
		"$target.o" >>"$target.log" 2>&1
}

# They mostly sleep.
start () {
	[ -x "$program" ] && faithful "$arch" || return 0
	for profile in $(profiles); do
		case $profile in
		2.6*) run "$profile" emulated & ;;
		*) run "$profile" & ;;
		esac
	done
}

report () {
	if [ ! -x "$program" ]; then
		fail "$target-$route builds" "$target.log"
	elif faithful "$arch"; then
		for profile in $(profiles); do
			judge "$profile"
		done
	else
		cannot_run "$arch" "$target-$route: cancellation in fallbacks"
	fi
}

every build
every start
wait
every report
[ "$tap_count" -gt 0 ] || skip 'cancellation in fallbacks' 'nothing was built with a libc'
finish
