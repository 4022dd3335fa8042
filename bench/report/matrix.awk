# matrix.awk - the matrix of routes as a table of the page.
# SPDX-License-Identifier: MIT
#
# Reads what scripts/matrix.awk makes of the results of the tests, or
# tests/matrix.txt, which says what they shall be; -v expected=1 for that.

function cells(n, i, word, class) {
	if (!begun) {
		table_begin("table-matrix", expected ? "Expected; make matrix measures it" : \
		    "As measured by the tests", 0)
		print "<thead><tr>"
		for (i = 1; i <= n; i++)
			print th(part[i], i > n - environments ? "verdict" : "")
		print "</tr></thead><tbody>"
		begun = 1
		return
	}
	print "<tr>"
	for (i = 1; i <= n; i++) {
		word = part[i]
		class = word ~ /^(lives|dies|differ)$/ ? word : word ~ / fail$/ ? "fails" : ""
		print i <= n - environments ? th_row(word) : td(word, "verdict v-" class)
	}
	print "</tr>"
	nrows++
}

function strip(n, i) {
	for (i = 1; i <= n; i++)
		gsub(/^[ \t]+|[ \t]+$/, "", part[i])
}

# | machine | route | none | ... |, and below it | --- | --- |
/^\| / && !/^\| --- / {
	n = split(substr($0, 3, length($0) - 4), part, / \| /)
	strip(n)
	environments = n - 2
	cells(n)
}

# The line of names is a comment there: "# route	none ...".
expected && (/^# route\t/ || (/^[^#|]/ && NF)) {
	sub(/^# /, "")
	gsub(/\t+/, "\t")
	n = split($0, part, "\t")
	environments = n - 1
	cells(n)
}

END {
	if (!nrows) {
		print "trapgate report: no matrix in " FILENAME "; run make matrix" >"/dev/stderr"
		exit 2
	}
	table_end()
}
