# whole.awk - tells why a file is no whole object of conform --json.
# SPDX-License-Identifier: MIT
#
# POSIX awk, for one file.  The program writes each case on a line of its own,
# and how many have which result at the end: so a line of somebody else's, an
# end that is missing, and cases that are, are seen without a parser.

function wrong(text) {
	print text
	failed = 1
	exit 1
}

NR == 1 {
	if ($0 !~ /^\{"program": "[^"]*",$/)
		wrong("line 1 does not begin with the program: " substr($0, 1, 60))
	next
}
ended { wrong("line " NR " stands behind the end: " substr($0, 1, 60)) }
!cases && /^ "[a-z]+": ".*",$/ { next }
!cases && /^ "cases": \[$/ {
	cases = 1
	next
}
cases == 1 && /^  \{"id": "[^"]+", .*\},?$/ {
	if (last)
		wrong("line " NR " stands behind the last case: " substr($0, 1, 60))
	n++
	last = $0 !~ /,$/
	next
}
cases == 1 && last && /^ \],$/ {
	cases = 2
	next
}
cases == 2 && /^ "ended_by": / { wrong("it ends early," substr($0, 12)) }
cases == 2 && /^ "counts": \{.*\}\}$/ {
	ended = 1
	while (match($0, /: [0-9]+/)) {
		sum += substr($0, RSTART + 2, RLENGTH - 2)
		$0 = substr($0, RSTART + RLENGTH)
	}
	next
}
{ wrong("line " NR " is none of the object: " substr($0, 1, 60)) }

END {
	if (failed)
		exit 1
	if (!ended)
		wrong(NR ? "it ends behind line " NR ", without counts" : "it is empty")
	if (n != sum)
		wrong("it has " n " cases, and counts " sum)
}
