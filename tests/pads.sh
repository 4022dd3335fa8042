#!/bin/sh
# pads.sh - musl's 64-bit message headers, whose padding is cleared in copies.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

case " $TARGETS " in
*' x86_64-musl '*) ;;
*)
	skip 'pads' 'x86_64-musl was not built'
	finish
	;;
esac

try () { # program, number of cases, options of trapgate cc
	program=$1 cases=$2
	shift 2
	expect "$program builds" "$TRAPGATE" cc -m64 --libc=musl -std=gnu11 -O2 -Wall \
		-Wextra -Werror "$@" -o "$program" "$srcdir/tests/$program.c"
	if runs x86_64; then
		on x86_64 ./"$program" >out 2>&1
		sed -n -e 's/^ok [0-9]* - \(.*\)/\1|/p' \
			-e 's/^not ok [0-9]* - \(.*\)/\1|not as it should be/p' out >results
		grep '^#' out
		judged results
		expect "$program: every case ends" test "$(wc -l <results)" -eq "$cases"
	else
		cannot_run x86_64 "$program"
	fi
}
try pads 4
try pads-cancel 10 -pthread

# The copy of the control area is in a frame of its own: threads of musl have 128 KiB of
# stack, those of a program may have less.
archive=$builddir/lib/trapgate/x86_64/musl/direct-only-syscall/libtrapgate.a
ar p "$archive" sendmsg.o >member
objdump -d member | awk '
	/^[0-9a-f]+ <.*>:$/ { at = $2; seen[at] }
	/\tsub +\$0x[0-9a-f]+,%rsp/ {
		match($0, /\$0x[0-9a-f]+/)
		digits = substr($0, RSTART + 3, RLENGTH - 3)
		if (length(digits) > 2 && at !~ /send_small/)
			print at, "takes 0x" digits
		small += at ~ /send_small/
	}
	END {
		if (!("<sendmsg>:" in seen) || !small)
			print "no sendmsg, or no copy"
	}' >output
empty 'sendmsg uses less than 256 bytes of stack' output
finish
