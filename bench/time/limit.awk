# limit.awk - makes the socket calls inline traps, as C macros.
# SPDX-License-Identifier: MIT
#
# Reads the output of tests/stubs.awk with single=direct.

BEGIN {
	print "/* Made by limit.awk.  */"
}

# musl's header has its own name for recvmmsg.
$2 !~ /_time64$/ {
	arguments = sent = ""
	for (i = 1; i <= $4 + $5; i++) {
		name = substr("abcdef", i, 1)
		if (i <= $4)
			arguments = arguments (i > 1 ? ", " : "") name
		sent = sent (i > $4 ? ", 0" : ", (long)(" name ")")
	}
	print "#undef " $2
	print "#define " $2 "(" arguments ") limit_result (limit" $4 + $5 \
		" (" $3 sent "))"
}
