# rest.awk - finds the members of a libc's archive that ours replace.
# SPDX-License-Identifier: MIT
#
# usage: readelf -sW LIBC.A | awk [-v out=names] -f rest.awk NAMES -
# NAMES is one line: a checksum and the names of our functions.  A member that
# defines one of them is dropped.  Prints those members, or the line of NAMES; or,
# with status 1, the names that would be lost: other names of such a member, unless
# a remaining member defines them as well, or they are hidden and no remaining
# member refers to them.

NR == FNR {
	line = $0
	for (i = 2; i <= NF; i++)
		ours[$i]
	next
}

# What readelf adds for some architectures, as [<localentry>: 8], stands between columns.
/\[[^]]*\]/ && NF > 8 && !/^File: / { sub(/ *\[[^]]*\]/, "") }

# File: LIBC.A(MEMBER)
/^File: / {
	member = $0
	sub(/.*\(/, "", member)
	sub(/\).*/, "", member)
	if (!count[member]++)
		order[++members] = member
	next
}
NF < 8 || ($5 != "GLOBAL" && $5 != "WEAK" && $5 != "UNIQUE") { next }
$7 == "UND" {
	needs[member] = needs[member] " " $8
	next
}
{
	has[member] = has[member] " " $8
	if ($6 == "HIDDEN" || $6 == "INTERNAL")
		hidden[member, $8]
	if ($8 in ours)
		goes[member]
}

function into(set, text,   i, n, name) {
	n = split(text, name, " ")
	for (i = 1; i <= n; i++)
		set[name[i]]
}

function lose(what) {
	if (++lost <= 3)
		text = text (lost > 1 ? ", " : "") what
}

function judge(m,   i, n, name) {
	n = split(has[m], name, " ")
	for (i = 1; i <= n; i++)
		if (!(name[i] in ours) && !(name[i] in kept) &&
		    (name[i] in wanted || !((m, name[i]) in hidden)))
			lose(m " defines " name[i])
	if (count[m] > 1)
		lose(count[m] " members are named " m)
}

END {
	for (i = 1; i <= members; i++)
		if (!(order[i] in goes)) {
			into(kept, has[order[i]])
			into(wanted, needs[order[i]])
		}
	for (i = 1; i <= members; i++)
		if (order[i] in goes) {
			judge(order[i])
			list = list (list == "" ? "" : "\n") order[i]
		}
	if (list == "")
		lose("no member defines any of them")
	print lost ? text : out == "names" ? line : list
	exit lost > 0
}
