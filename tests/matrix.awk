# matrix.awk - what each cell of the matrix came to, and should.
# SPDX-License-Identifier: MIT
#
# awk -v results=FILE -f matrix.awk matrix.txt CELL...
# A cell: its words behind "cell", then TAP.  Into FILE goes a line for each:
# architecture route entry libc environment passed failed verdict; to stdout the
# same for all that are judged, after the verdict wanted and the cell's file.

FILENAME ~ /matrix\.txt$/ {
	if ($2 == "route")
		for (i = 3; i <= NF; i++)
			environment[(names = i - 1)] = $i
	if (!/^#/ && NF)
		for (i = 2; i <= NF; i++)
			wanted[$1, environment[i]] = $i
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

# Some cases ask for an error that they get whatever is answered, so a few pass
# where no socket can be had.
function verdict(c) {
	if (!plan[c] || plan[c] != passed[c] + failed[c])
		return "broken"
	if (!failed[c])
		return "lives"
	return failed[c] > passed[c] * 4 ? "dies" : "mixed"
}

function put(f, name,   c, line) {
	c = at[variant[f], name]
	line = words[c] " " name " " passed[c] + 0 " " failed[c] + 0 " " verdict(c)
	print line >results
	if (row[f])
		print (((row[f], name) in wanted) ? wanted[row[f], name] : "-"), \
			file[c], line
}

END {
	environment[1] = "build"
	for (f = 1; f <= variants; f++)
		for (i = 1; i <= names; i++)
			if ((variant[f], environment[i]) in at)
				put(f, environment[i])
}
