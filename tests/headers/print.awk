# print.awk - writes C that records constants and structures in its assembly.
# SPDX-License-Identifier: MIT
#
# usage: awk -f print.awk -v what=KIND ... FILE: writes C.  A value is recorded as a
# string in the assembly, "@ label low high" with both halves of the value.

function show(label, value) {
	printf "TG_PRINT (\"%s\", %s);\n", label, value
}

function begin() {
	print "#define TG_PRINT(label, value) \\"
	print "  __asm__ (\".ascii \\\"@ \" label \" %c0 %c1\\\"\" \\"
	print "    :: \"i\" ((unsigned int) (long long) (value)), \\"
	print "       \"i\" ((unsigned int) ((unsigned long long) " \
		"(long long) (value) >> 32)))"
	print "void tg_values (void)\n{"
}

# A type: its size, whether it is signed, its members.  "ours=theirs" where the names
# differ.
function structure(text,   part, type, label, member, n, i, name, field) {
	split(text, part, "|")
	type = side == "ours" || part[2] == "" ? part[1] : part[2]
	label = part[1]
	gsub(/ /, "_", label)
	show(label, "sizeof (" type ")")
	show(label ":signed", \
		part[3] == "" ? "(" type ") -1 < (" type ") 0" : "0")
	n = split(part[3], member, " ")
	for (i = 1; i <= n; i++) {
		split(member[i] "=" member[i], name, "=")
		field = side == "ours" ? name[1] : name[2]
		show(label "." name[1], \
			"__builtin_offsetof (" type ", " field ")")
		show(label "." name[1] ":size", \
			"sizeof ((" type " *) 0)->" field)
	}
}

# A type with its size, or a member with its offset and size, as required on 32-bit or
# 64-bit architectures.
function layout(   word, label, want) {
	word = bits == 64
	if ($1 != ".") {
		want = $(NF - 1 + word)
		sub(/ [0-9]+ [0-9]+$/, "")
		type = of = $0
		gsub(/ /, "_", of)
		show(of " " want, "sizeof (" type ")")
		return
	}
	label = of "." $2
	show(label " " $(3 + word), "__builtin_offsetof (" type ", " $2 ")")
	show(label ":size " $(5 + word), "sizeof ((" type " *) 0)->" $2)
}

BEGIN {
	if (what != "facts")
		begin()
}
/^#/ { next }
what == "facts" && $2 == "from" { prefix = $1; value = $3; next }
what == "facts" && /^ / {
	for (i = 1; i <= NF; i++) {
		define(prefix $i, value)
		if (prefix == "AF_")
			define("PF_" $i, value)
		value++
	}
	next
}
what == "facts" { fact = $1; sub(/^[^ ]* /, ""); define(fact, $0) }
function define(name, value) {
	print "#undef " name "\n#define " name " (" value ")"
}
# A name is printed if it is a macro or an enumerator, which no #ifdef finds.
what == "names" { show($1, $1) }
what == "defined" { print "#ifdef " $1; show($1, $1); print "#endif" }
what == "structures" && /^ / { held = held $0; next }
what == "structures" { if (held != "") structure(held); held = $0 }
what == "layouts" { layout() }
END {
	if (what == "structures")
		structure(held)
	n = split(enumerators, also, " ")
	for (i = 1; i <= n; i++)
		show(also[i], also[i])
	if (what != "facts")
		print "}"
}
