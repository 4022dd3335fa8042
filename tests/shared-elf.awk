# shared-elf.awk - judges shared objects by their headers, symbols and relocations.
# SPDX-License-Identifier: MIT
#
# Input: want, lines "PATH SYMBOL" of what each shall export; may, lines "PATH SYMBOL" of
# what each may need; "readelf -WdlrnS --dyn-syms" of all.  Prints lines for judged in
# tap.sh, or with -v brief=1 the numbers of the checks that fail.

function wrong(check, word) {
	if (length(reasons[check]) < 400)
		reasons[check] = reasons[check] " " word
}

function judge(   i, name) {
	if (path == "")
		return
	if (soname != "libtrapgate.so.0")
		wrong(1, "'" soname "'")
	if (!now)
		wrong(4, "not bound at start")
	if (!relro)
		wrong(4, "no RELRO")
	if (!stack)
		wrong(5, "no header")
	for (name in defined)
		if (!((path, name) in want))
			wrong(6, name)
	for (i = 1; i <= nwanted[path]; i++)
		if (!(wanted[path, i] in defined))
			wrong(7, wanted[path, i])
	for (name in needed)
		if (!((path, name) in may))
			wrong(8, name)
	for (i = 1; i <= nreferences; i++)
		if (reference[i] in defined)
			wrong(9, reference[i])
	if (!note)
		wrong(10, "no note")
	if (!id)
		wrong(10, "no build id")
	say()
}

function say(   i, line, name) {
	for (i = 1; i <= nchecks; i++)
		if (!brief)
			print path ": " text[i] "|" reasons[i]
		else if (reasons[i] != "")
			line = line " " i
	if (brief)
		print path line
	soname = now = relro = stack = note = id = nreferences = ""
	for (i = 1; i <= nchecks; i++)
		delete reasons[i]
	for (name in defined)
		delete defined[name]
	for (name in needed)
		delete needed[name]
}

BEGIN {
	text[1] = "is libtrapgate.so.0"
	text[2] = "names no library and no directory"
	text[3] = "no relocation is in the code"
	text[4] = "its GOT is read-only"
	text[5] = "nothing is both writable and executable"
	text[6] = "exports nothing but the list"
	text[7] = "exports all of the list"
	text[8] = "needs only what every such libc has"
	text[9] = "reaches its own functions directly"
	text[10] = "has the notes"
	nchecks = 10
}

FILENAME == "want" {
	want[$1, $2]
	wanted[$1, ++nwanted[$1]] = $2
	next
}
FILENAME == "may" { may[$1, $2]; next }
/^File: / { judge(); path = $2; next }
/^Relocation section / { part = "relocations" }
/^Symbol table '.dynsym'/ { part = "symbols" }
/^(Program|Section) Headers|^Dynamic section|^Displaying notes/ { part = "" }
$2 == "(SONAME)" { soname = $(NF); gsub(/[][]/, "", soname) }
$2 ~ /^\((NEEDED|RPATH|RUNPATH)\)$/ { wrong(2, $2 " " $(NF)) }
$2 == "(TEXTREL)" || $2 == "(FLAGS)" && /TEXTREL/ { wrong(3, "TEXTREL") }
$2 ~ /^\(FLAGS/ && /NOW/ { now = 1 }
$1 == "GNU_RELRO" { relro = 1 }
$1 == "GNU_STACK" { stack = 1 }
$1 ~ /^(LOAD|GNU_STACK)$/ && / RWE / { wrong(5, $1) }
/^  trapgate / { note = 1 }
/Build ID: / { id = 1 }
part == "relocations" && $3 ~ /^R_/ && NF > 4 { reference[++nreferences] = $5 }
part == "symbols" && $1 ~ /^[0-9]+:$/ && NF == 8 && $5 != "LOCAL" {
	sub(/@.*/, "", $8)
	if ($7 == "UND")
		needed[$8]
	else
		defined[$8]
}
END { judge() }
