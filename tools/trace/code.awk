# code.awk - trapgate trace: the text of the instructions that were stepped through.
# SPDX-License-Identifier: MIT
#
# usage: objdump -d -w PROGRAM | VDSO=FILE awk -v who=WHO -f hex.awk -f code.awk
#   table=spec SPEC table=stream STREAM table=objdump -
# WHO is program or partner.  Prints WHO ADDRESS<TAB>WHERE<TAB>SIZE<TAB>INSTRUCTION of each
# address that WHO was at.  Those in the vDSO are not in the program: they are written to
# FILE as assembly, for the address in its first line, "# ADDRESS".

table == "spec" && $1 == "partner" { partner = 1 }
table == "spec" && $1 == "stub" && partner + 0 == (who == "partner") {
	stub_at[$2] = from_hex($3)
	stub_name[from_hex($3)] = $2
}
table == "stream" && $1 == "image" { take_image($2, $3, $4, $5, $6) }
table == "stream" && match($0, /tracing_mark_write: (enter|step) /) {
	n = split(substr($0, RSTART), part, " ")
	if (part[2] == "enter")
		entered[part[3]] = part[4]
	else if (n >= 5)
		seen(part[3], from_hex(part[4]), part[5])
}
table == "objdump" && /^[0-9a-f]+ <.*>:$/ {
	label_at = from_hex($1)
	label = substr($2, 2, length($2) - 3)
	single = label ~ /^vdso_/ ? label_at : ""
	if (label in better || label_at in stub_name) {
		better[label] = stub_name[label_at]
		label = better[label]
	}
}
table == "objdump" && /^ *[0-9a-f]+:\t/ {
	split($0, part, "\t")
	at = part[1]
	gsub(/[ :]/, "", at)
	at = from_hex(at)
	if (single == "" ? (at in real) : at == single)
		show(at, part[2], part[3])
}

# Where an executable is in a process: the difference to how it is linked; and the vDSO.
function take_image(p, whose, slide, from, to) {
	ours[p] = whose == who
	has_image[p]
	if (whose != who)
		return
	bias[p] = moved = from_hex(slide)
	vdso = from_hex(from)
	vdso_end = from_hex(to)
}

# A child without an image of its own has that of its parent, which its stubs show.
function seen(p, at, bytes,   name) {
	name = entered[p]
	delete entered[p]
	if (name != "" && !(p in has_image)) {
		ours[p] = (name in stub_at) && at - moved == stub_at[name]
		bias[p] = moved
	}
	if (!ours[p])
		return
	if (at < vdso || at >= vdso_end)
		real[at - bias[p]] = at
	else if (!(at - vdso in starts)) {
		starts[at - vdso]
		for (i = 0; i < length(bytes) / 2; i++)
			byte_at[at - vdso + i] = substr(bytes, 2 * i + 1, 2)
	}
}

function show(at, bytes, text,   place, name) {
	place = single == "" ? label "+" to_hex(at - label_at) : "vdso+0x" substr(label, 6)
	sub(/ *[#].*/, "", text)
	gsub(/ +/, " ", text)
	sub(/ $/, "", text)
	gsub(/<vdso_/, "<vdso+0x", text)
	if (match(text, /<[^>+]+/)) {
		name = substr(text, RSTART + 1, RLENGTH - 1)
		if (name in better)
			text = substr(text, 1, RSTART) better[name] substr(text, RSTART + RLENGTH)
	}
	print who " " to_hex(single == "" ? real[at] : at) "\t" place "\t" \
		split(bytes, byte, " ") "\t" text
}

# The label of an instruction is where objdump begins anew; what is between is filling.
END {
	for (offset in starts)
		any = 1
	if (!any || ENVIRON["VDSO"] == "")
		exit
	print "# " to_hex(vdso) >ENVIRON["VDSO"]
	for (offset = 0; offset < vdso_end - vdso + 15; offset++)
		if (offset in byte_at) {
			printf ".org %d, 0x90; ", offset >ENVIRON["VDSO"]
			if (offset in starts)
				printf "vdso_%x: ", offset >ENVIRON["VDSO"]
			print ".byte 0x" byte_at[offset] >ENVIRON["VDSO"]
		}
}
