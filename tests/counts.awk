# counts.awk - judges the output of steps for one architecture and one libc.
# SPDX-License-Identifier: MIT
#
# awk -v arch= -v libc= -v variant= -v calls= -v limits= -f counts.awk TABLE LINES:
# TABLE is the output of stubs.awk.  A call that is C and not a stub is only shown, and
# so are errors if limits is empty.  Prints "ok TEXT", "not ok TEXT" and "# TEXT".

BEGIN {
	n = split(calls, call, "[ \n]+")
	if (arch == "x86_64") {
		split("6 6 6 7 7 7", least, " ")
		# An added zero costs an instruction where arguments are in registers;
		# where they are on the stack it replaces a load.
		zero = 1
		limit = libc == "none" ? 4 : 12
	} else {
		split("10 10 11 14 17 20", least, " ")
		limit = libc == "none" ? 7 : 20
	}
	name = arch "-" libc " " variant (variant ? " " : "")
}

FNR == NR {
	# musl's recvmmsg is the time64 form on i386.
	if (libc == "musl" && arch == "i386" && sub(/_time64$/, "", $2))
		delete want[$2]
	if ($8 == "-")
		next
	# socketcall reads the arguments from the caller's stack.
	want[$2] = $8 == "socketcall" ? 10 : least[$4 + $5] + zero * $5
	# Can the program cancel threads?
	if (libc != "none" && $12 ~ /C/)
		want[$2] += 2
	most[$2] = libc == "none" && arch == "i386" && $9 == "-" ? 3 : limit
	# A call with a fallback tests for the error of an absent path, or for both.
	if ($10 == "C")
		most[$2] += $8 == "socketcall" ? 4 : 2
	# musl's times have 64 bits, so a test comes first, or that of the option.
	if (libc == "musl" && arch == "i386" && $12 ~ /T/)
		want[$2] += $12 ~ /C/ ? 3 : $12 ~ /O/ ? 4 : 0
	next
}

{
	sub(/^__/, "", $1)
	sub(/_time64$/, "", $1)
	# An int that a C function returns leaves the upper half undefined.
	kind = $4 < 0 || $4 == 4294967295 ? "bad" : "good"
	if (seen[kind, $1]++ && got[kind, $1] != $2)
		differ[$1] = 1
	got[kind, $1] = $2
	if ($3 > vdso)
		vdso = $3
}

function verdict(right, text) {
	print (right ? "" : "not ") "ok " name text
}

END {
	for (i = 1; i <= n; i++)
		judge(call[i])
	print "# " name good_all " instructions for " n " calls, " bad_all \
		" more for their errors, and " vdso + 0 " of the vdso each"
}

function judge(c,   good, more) {
	good = got["good", c]
	more = got["bad", c] - good
	good_all += good
	bad_all += more
	if (!seen["good", c] || seen["bad", c] != 1)
		verdict(0, c ": was not called with success and with an error")
	else if (differ[c])
		verdict(0, c ": counts differ from call to call")
	else if (!(c in want))
		print "# " name c ": in C, " good " instructions, " more \
			" more for an error"
	else {
		verdict(good == want[c], \
			c ": " good " instructions of " want[c])
		if (limits)
			verdict(more > 0 && more <= most[c], \
				c ": " more " more for an error, of " most[c])
		else
			print "# " name c ": " more " more for an error"
	}
}
