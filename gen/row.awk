# row.awk - what a row of a table of calls says, for every program that reads one.
# SPDX-License-Identifier: MIT
#
# The columns are explained in socket/socket.tbl.

# How many arguments ROW, a row or its prototype, gives a call.
function arguments_of(row) {
	sub(/^[^(]*\(/, "", row)
	return row ~ /^void\)/ ? 0 : gsub(/,/, ",", row) + 1
}

# The first entry of KERNEL, "f,g+N", whose name behind PREFIX is in NUMBER, or
# nothing.  Sets zeros, its N or 0.
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
