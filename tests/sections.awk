# sections.awk - judges the sections and relocations of our archives.
# SPDX-License-Identifier: MIT
#
# Input from sections.sh: "readelf -SrsW" of all archives, after the list of all stubs;
# count is the number of archives.  Prints lines for judged in tap.sh.

function wrong(check, text) {
	if (length(reasons[at, check]) < 400)
		reasons[at, check] = reasons[at, check] " " text ";"
}

# The end of a member: now all of its hidden names have been read.
function judge(   i, part) {
	if (member == "")
		return
	members[at]++
	if (!noted)
		wrong(1, member)
	for (i = 1; i <= relocations; i++) {
		split(relocation[i], part, " ")
		# A stub refers to hidden names only, PC-relative.
		if (is_stub && part[1] !~ /^\.debug/ &&
		    (part[2] !~ /^R_(386_(PC32|PLT32|TLS_LE)|X86_64_P(C|LT)32)$/ ||
		     part[3] != ".text" && !((member, part[3]) in near)))
			wrong(4, member " " relocation[i])
		if (part[1] == ".text" && part[2] !~ relative)
			wrong(5, member " " relocation[i])
	}
	relocations = noted = 0
	# The same name may be hidden in an object of another archive, and not here.
	split("", near)
}

BEGIN {
	relative = "^R_(386|X86_64)_((PC32|PLT32|GOTPC|GOTOFF|GOTPCREL|" \
		"REX_GOTPCRELX)|(GOTPCRELX|GOT32X|GOT32|TPOFF32|TLS_LE|GOTTPOFF))$"
	text[1] = "every object has a non-executable stack"
	text[2] = "a stub has no data"
	text[3] = "no section is both writable and executable"
	text[4] = "a stub refers to hidden names only, PC-relative"
	text[5] = "no object has an absolute address in its code"
}

# .../gen/TARGET/stubs/NAME.S
FILENAME == "stubs" {
	n = split($0, part, "/")
	sub(/\.S$/, "", part[n])
	stub[part[n - 2], part[n]] = 1
	next
}
# File: .../ARCH/LIBC/VARIANT/libtrapgate.a(MEMBER.o)
/^File: / {
	judge()
	n = split($0, part, "/")
	member = part[n]
	sub(/.*\(/, "", member)
	sub(/\.o\)$/, "", member)
	target = part[n - 3] "-" part[n - 2]
	at = target "/" part[n - 1]
	is_stub = (target, member) in stub
	stubs[at] += is_stub
	next
}
# Sections: a space may be inside the number, "[ 1] .text"; flags are "AX" or missing.
/^ *\[ *[0-9]+\]/ {
	sub(/^ *\[ *[0-9]+\] */, "")
	flags = $7 ~ /^[A-Z]+$/ ? $7 : "-"
	if ($1 == ".note.GNU-stack" && flags !~ /X/)
		noted = 1
	if (is_stub && flags ~ /W/ && $5 !~ /^0+$/)
		wrong(2, member " " $1)
	if (flags ~ /W/ && flags ~ /X/)
		wrong(3, member " " $1)
	next
}
/^Relocation section/ {
	section = $3
	gsub(/\047/, "", section)
	sub(/^\.rela?/, "", section)
	next
}
/ R_/ { relocation[++relocations] = section " " $3 " " $5; next }
$6 ~ /^(HIDDEN|INTERNAL)$/ || $5 == "LOCAL" { near[member, $8] = 1 }

END {
	judge()
	for (at in members) {
		archives++
		if (at !~ /^generic/ && stubs[at] < 16)
			wrong(4, stubs[at] + 0 " stubs")
		for (i = 1; i <= 5; i++)
			print at ": " text[i] "|" reasons[at, i]
	}
	print "all archives are read|" (archives == count ? "" : archives " of " count)
}
