# matrix.awk - the verdict of each cell of the matrix, and the expected one.
# SPDX-License-Identifier: MIT
#
# awk -v results=FILE -f matrix.awk matrix.txt CELL...
# A CELL is the output of one run: a line "cell" with its fields, then TAP.  FILE
# gets one line for each: architecture route entry libc environment passed failed
# verdict.  Standard output gets the same line for the cells that are judged, after
# the expected verdict and the name of the cell's file.

FILENAME ~ /matrix\.txt$/ {
	if ($2 == "route")
		for (i = 3; i <= NF; i++)
			environment[(names = i - 1)] = $i
	if (!/^#/ && NF)
		for (i = 2; i <= NF; i++)
			expected[$1, environment[i]] = $i
	next
}
$1 == "cell" {
	file[++cells] = FILENAME
	words[cells] = $2 " " $3 " " $4 " " $5
	at[words[cells], $6] = cells
	if (words[cells] != words[cells - 1]) {
		variant[++variants] = words[cells]
		row[variants] = $3 == "plain" ? "" : $2 "-" $3
	}
	next
}
/^1\.\.[0-9]+$/ { plan[cells] = substr($0, 4) }
/^ok / { passed[cells]++ }
/^not ok / { failed[cells]++ }
/^status / { plan[cells] = "" }

# Some cases expect an error that any failure gives them, so a few pass even
# where no socket can be created.
function verdict(c) {
	if (!plan[c] || plan[c] != passed[c] + failed[c])
		return "broken"
	if (!failed[c])
		return "works"
	return failed[c] > passed[c] * 4 ? "fails" : "mixed"
}

function put(f, name,   c, line) {
	c = at[variant[f], name]
	line = words[c] " " name " " passed[c] + 0 " " failed[c] + 0 " " verdict(c)
	print line >results
	if (row[f])
		print (((row[f], name) in expected) ? expected[row[f], name] : "-"), \
			file[c], line
}

END {
	environment[1] = "build"
	for (f = 1; f <= variants; f++)
		for (i = 1; i <= names; i++)
			if ((variant[f], environment[i]) in at)
				put(f, environment[i])
}
