#!/bin/sh
# cancel-steps.sh - a request at each instruction of a call: none is lost, nor a result.
# SPDX-License-Identifier: MIT
#
# A tracer stops a thread at each instruction of stub, cancellable trap and vDSO, with data
# ready (r) and without (b), and requests its cancellation there; in a handler of another
# signal (rh, bh), and of asynchronous type (ra, ba).  Deferred, it is cancelled if and
# only if the call has had no effect.  glibc 2.36 alone fails this: the test is able to.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

build () { # OPTION...
	if [ "$libc" = glibc ]; then set -- "$@" -fexceptions; fi
	"$TRAPGATE" cc "$flag" --libc="$libc" -std=gnu11 -O2 -Wall -Wextra -Werror -pthread \
		-no-pie -fno-pie "$@" -o stepped \
		"$srcdir/tests/cancel/place.c" "$srcdir/tests/cancel/stepped.c"
}

steps () { # call, mode
	nm stepped >symbols || return
	on "$arch" --with="$PWD/stepped" ./cancel-steps "$PWD/stepped" "$1" "$2" >out 2>err
	status=$?
	grep -v '|$' out >all
	case $2 in
	?a) awk -f "$srcdir/tests/cancel/thunks.awk" symbols all >wrong ;;
	*) mv all wrong ;;
	esac
	[ "$status" -eq 0 ] || printf '%s\n' "status $status" | cat - err >>wrong
	[ -s out ] || echo 'no result' >>wrong
}

try () { # TEXT, OPTION of trapgate cc...
	text="$target $1"
	shift
	expect "$text: builds" build "$@"
	for mode in r b rh bh ra ba; do
		case $mode in
		r | b) calls=$(sweep "recv
accept
sendmsg" accept4 connect recvfrom recvmsg recvmmsg send sendto sendmmsg) ;;
		*) calls=$(sweep recv accept connect sendmsg recvmmsg) ;;
		esac
		for call in $calls; do
			steps "$call" "$mode"
			empty "$text: $(tail -n 1 out | sed 's/|.*//')" wrong
		done
	done
}

expect 'the tracer builds' tracer cancel-steps "$srcdir/tests/cancel-steps.c"
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	faithful "$arch" || { cannot_run "$arch" "$target"; continue; }
	flag=$(flag_of "$arch")
	. "$srcdir/sysdeps/$arch/arch.sh"
	for entry in $arch_entries; do
		try "$entry" --entry="$entry"
	done
	case $arch_routes in
	*socketcall*) try socketcall --route=socketcall ;;
	esac
	# The classic scheme of glibc before 2.41 cancels calls that have succeeded.
	case $target$("$TRAPGATE" --version) in
	*-glibc*window*)
		expect "$target: the libc alone builds" build --plain
		steps recv r
		expect "$target: the libc alone cancels a call that has succeeded" \
			grep -q 'succeeded and is cancelled$' wrong
		;;
	esac
done
[ "$tap_count" -gt 1 ] || skip 'cancellation' 'nothing was built with a libc'
finish
