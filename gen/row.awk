# row.awk - parses parts of a row, for every program that reads a table of calls.
# SPDX-License-Identifier: MIT
#
# socket/socket.tbl explains the columns.

# The number of arguments in ROW, a row or its prototype.
function arguments_of(row) {
	sub(/^[^(]*\(/, "", row)
	return row ~ /^void\)/ ? 0 : gsub(/,/, ",", row) + 1
}

# The last column of ROW.
function prototype_in(row) {
	sub(/^[^ \t]+[ \t]+[^ \t]+[ \t]+[^ \t]+[ \t]+/, "", row)
	return row
}

# The first entry of KERNEL, "f,g+N", whose name with PREFIX is in NUMBER, or
# nothing.  Sets zeros to its N, or to 0.
function entry_of(kernel, number, prefix,   one, part, n, i) {
	n = split(kernel, one, ",")
	for (i = 1; i <= n; i++) {
		zeros = split(one[i], part, "+") == 2 ? part[2] + 0 : 0
		if ((prefix part[1]) in number)
			return part[1]
	}
	zeros = 0
	return ""
}
