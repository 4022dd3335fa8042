# objects.awk - which members of a libc's archive define and call some functions.
# SPDX-License-Identifier: MIT
#
# readelf -sW LIBC.A | awk -v row= -v calls= -f objects.awk prints the rows object,
# inner and nocancel of bench/beside.sh for each call, after row.

BEGIN { ncalls = split(calls, call, " ") }

# File: LIBC.A(MEMBER)
/^File: / {
	member = $0
	sub(/.*\(/, "", member)
	sub(/\).*/, "", member)
	next
}
NF < 8 || ($5 != "GLOBAL" && $5 != "WEAK") || $8 ~ /^__x86\.get_pc_thunk/ { next }
$7 == "UND" {
	users[$8] = users[$8] " " member
	next
}
{
	has[member] = has[member] " " $8
	home[$8] = member
}

# How many members have an undefined symbol of the names.
function members(names,   name, i, n, list, user, seen, m, k) {
	n = split(names, name, " ")
	for (i = 1; i <= n; i++) {
		m = split(users[name[i]], user, " ")
		for (list = 1; list <= m; list++)
			if (!seen[user[list]]++)
				k++
	}
	return k + 0
}

END {
	for (c = 1; c <= ncalls; c++) {
		if (!(call[c] in home))
			continue
		line = row "\t" call[c] "\t"
		names = has[home[call[c]]]
		print line "object\t" home[call[c]] ":" names
		print line "inner\t" members(names)
		print line "nocancel\t" members("__" call[c] "_nocancel __" call[c] \
			"64_nocancel __" call[c] "_nocancel_nostatus")
	}
}
