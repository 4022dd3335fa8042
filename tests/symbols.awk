# symbols.awk - judges the names in the archives of a target.
# SPDX-License-Identifier: MIT
#
# Input from symbols.sh: "readelf -sW" of all its archives, after the list of its stubs;
# first is the default variant, want all of them.  Prints lines for judged in tap.sh, and
# writes the symbols that the default variant defines to the file "defined": name,
# binding as T or W like nm, member.

function wrong(check, text) {
	if (length(reasons[at, check]) < 400)
		reasons[at, check] = reasons[at, check] " " text ";"
}

BEGIN {
	text[1] = "a stub needs only our own hidden names"
	text[2] = "every internal name is hidden"
	text[3] = "nothing else is hidden"
	text[4] = "no name is defined twice"
	text[5] = "the names of " first
	checks = libc == "none" ? 2 : 5
	variants = split(want, variant, " ")
}

FILENAME == "stubs" {
	n = split($0, part, "/")
	sub(/\.S$/, "", part[n])
	stub[part[n]] = 1
	next
}
# As in tools/cc/rest.awk.
/\[[^]]*\]/ && NF > 8 && !/^File: / { sub(/ *\[[^]]*\]/, "") }
# File: .../VARIANT/libtrapgate.a(MEMBER.o)
/^File: / {
	n = split($0, part, "/")
	member = part[n]
	sub(/.*\(/, "", member)
	sub(/\.o\)$/, "", member)
	at = part[n - 1]
	is_stub = member in stub
	stubs[at] += is_stub
	next
}
NF < 8 || ($5 != "GLOBAL" && $5 != "WEAK") { next }
# The assembler adds a name of ARM's unwinder, which is no reference to code.
is_stub && $7 == "UND" && ($6 != "HIDDEN" || $8 !~ /^__tg_/) && $8 !~ /^__aeabi_unwind_/ {
	wrong(1, member " " $8)
}
$8 ~ /tg_/ && $6 != "HIDDEN" { wrong(2, member " " $8) }
# C objects of i386 and SPARC define these thunks, hidden, to load the program counter.
$7 == "UND" || $8 ~ /^__[a-z0-9]+[._]get_pc_thunk\.[a-z][a-z0-9]$/ { next }
$6 == "HIDDEN" && $8 !~ /^__tg_/ { wrong(3, member " " $8) }
$6 == "HIDDEN" { next }
(at, $8) in defined { wrong(4, $8) }
{
	line = $8 " " ($5 == "WEAK" ? "W" : "T") " " member
	defined[at, $8] = line
	names[at]++
	if (at == first && libc != "none")
		print line >"defined"
}

END {
	for (i = 1; i <= variants; i++) {
		at = variant[i]
		if (stubs[at] < 16)
			wrong(1, stubs[at] + 0 " stubs")
		for (x in defined) {
			split(x, part, SUBSEP)
			if (part[1] == first && (!((at, part[2]) in defined) ||
			    defined[at, part[2]] != defined[x]))
				wrong(5, "without " defined[x])
		}
		if (names[at] != names[first])
			wrong(5, names[at] " names for " names[first])
		for (j = 1; j <= checks; j++)
			print target "/" at ": " text[j] "|" reasons[at, j]
	}
}
