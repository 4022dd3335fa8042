# matrix-table.awk - prints the results of tests/matrix.sh as the README's table.
# SPDX-License-Identifier: MIT
#
# A line of the results: architecture route entry libc environment passed failed
# verdict.  A row of the table has all entries and libcs of a route, with their
# verdict if they agree, or the number of cases that failed.

{
	row = $1 " | " ($2 == "plain" ? "plain " $4 : $2)
	if (!(row in seen)) {
		seen[row] = 1
		rows[++nrows] = row
	}
	if (!($5 in known)) {
		known[$5] = 1
		environments[++n] = $5
	}
	at = row SUBSEP $5
	word = $8
	if (word == "mixed")
		word = $7 " of " $6 + $7 " fail"
	if (!(at in verdict))
		verdict[at] = word
	else if (verdict[at] != word)
		verdict[at] = "differ"
	total++
	if ($8 == "works")
		works++
}

function print_row(row,   i, line) {
	line = "| " row " |"
	for (i = 1; i <= n; i++)
		line = line " " verdict[row SUBSEP environments[i]] " |"
	print line
}

# The plain libcs of an architecture follow its routes.
function print_plain(   i) {
	for (i = 1; i <= nplain; i++)
		print_row(plain[i])
	nplain = 0
}

END {
	line = "| arch | route |"
	rule = "| --- | --- |"
	for (i = 1; i <= n; i++) {
		line = line " " environments[i] " |"
		rule = rule " --- |"
	}
	print line
	print rule
	for (r = 1; r <= nrows; r++) {
		split(rows[r], part, " [|] ")
		if (part[1] != arch)
			print_plain()
		arch = part[1]
		if (part[2] ~ /^plain /)
			plain[++nplain] = rows[r]
		else
			print_row(rows[r])
	}
	print_plain()
	print ""
	print works + 0 " of " total + 0 " cells work."
}
