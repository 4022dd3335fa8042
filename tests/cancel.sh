#!/bin/sh
# cancel.sh - stubs are cancellation points, and inline calls are not.
# SPDX-License-Identifier: MIT
#
# The libc alone cancels the same program: the test is able to fail.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

cat >ours <<'END'
pending: no cleanup, received
blocking: no cleanup, received
END
cat >libcs <<'END'
pending: cleaned up, cancelled
blocking: cleaned up, cancelled
END

try () { # TEXT, expected output, milliseconds, options of trapgate cc
	text="$target $1" want=$2 time=$3
	shift 3
	expect "$text: builds" "$TRAPGATE" cc "$flag" --libc="$libc" -std=gnu11 -O2 \
		-Wall -Wextra -Werror "$@" -pthread -o cancel "$srcdir/tests/cancel.c"
	if runs "$arch"; then
		on "$arch" ./cancel "$time" >out 2>err
		diff "$want" out >output 2>&1
		cat err >>output
		empty "$text: $(tr '\n' ';' <"$want")" output
	else
		cannot_run "$arch" "$text"
	fi
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	flag=$(flag_of "$arch")
	try stubs libcs 5000
	try inline ours 200 --inline
	try 'the libc alone' libcs 5000 --plain
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'nothing was built with a libc'
finish
