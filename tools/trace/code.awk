# code.awk - trapgate trace: the text of the instructions that were stepped through.
# SPDX-License-Identifier: MIT
#
# usage: objdump -d -w PROGRAM | LEFT=FILE awk -v who=WHO -f hex.awk -f code.awk
#   table=spec SPEC table=stream STREAM table=objdump -
# WHO is program or partner.  Prints WHO ADDRESS<TAB>WHERE<TAB>SIZE<TAB>INSTRUCTION of each
# address that WHO was at.  Those that the program does not have, as in the vDSO, are
# written to LEFT, as assembly for the address in its first line: "# ADDRESS".

table == "spec" && $1 == "partner" { partner = 1 }
table == "spec" && $1 == "stub" && partner + 0 == (who == "partner") {
	stub_at[$2] = from_hex($3)
}
table == "stream" && $1 == "process" { role[$2] = $4 }
table == "stream" && match($0, /tracing_mark_write: (enter|step) /) {
	n = split(substr($0, RSTART), part, " ")
	if (part[2] == "enter")
		entered[part[3]] = part[4]
	else if (n >= 5)
		seen(part[3], from_hex(part[4]), part[5])
}
table == "objdump" && !moved { move() }
table == "objdump" && /^[0-9a-f]+ <.*>:$/ {
	label_at = from_hex($1)
	label = substr($2, 2, length($2) - 3)
	if (label_at in stub_name) {
		better[label] = stub_name[label_at]
		label = better[label]
	}
	single = label ~ /^(vdso|code)_/ ? label_at : ""
	if (single != "") {
		label_at -= from_hex(substr(label, 6))
		label = substr(label, 1, 4)
	}
}
table == "objdump" && /^ *[0-9a-f]+:\t/ {
	split($0, part, "\t")
	at = part[1]
	gsub(/[ :]/, "", at)
	at = from_hex(at)
	if (at + bias > top)
		top = at + bias
	if (bottom == "" || at + bias < bottom)
		bottom = at + bias
	if ((at in real) && (single == "" || at == single))
		show(at, part[2], part[3])
}

function show(at, bytes, text) {
	sub(/ *[#].*/, "", text)
	gsub(/ +/, " ", text)
	sub(/ $/, "", text)
	gsub(/<vdso_/, "<vdso+0x", text)
	gsub(/ <code_[^>]*>/, "", text)
	if (match(text, /<[^>+]+/) && (substr(text, RSTART + 1, RLENGTH - 1) in better))
		text = substr(text, 1, RSTART) better[substr(text, RSTART + 1, RLENGTH - 1)] \
			substr(text, RSTART + RLENGTH)
	print who " " to_hex(real[at]) "\t" \
		(label == "code" ? "" : label "+" to_hex(at - label_at)) "\t" \
		split(bytes, byte, " ") "\t" text
	delete real[at]
}

# A program that is linked to run anywhere is moved as a whole; the first step of a stub
# shows how far, and whether a child is of this program.
function seen(p, at, bytes,   name) {
	if (p in entered) {
		name = entered[p]
		delete entered[p]
		ours[p] = role[p] == who
		if (role[p] != "program" && role[p] != "partner")
			ours[p] = (name in stub_at) && (at - stub_at[name]) % 4096 == 0
		if (ours[p] && bias == "" && (name in stub_at))
			bias = at - stub_at[name]
	}
	if (ours[p])
		bytes_at[at] = bytes
}

function move(   at, name) {
	moved = 1
	for (at in bytes_at)
		real[at - bias] = at + 0
	for (name in stub_at)
		stub_name[stub_at[name]] = name
}

# Only a few pages, from the lowest address on: a larger gap is no vDSO.
END {
	if (!moved)
		move()
	for (at in real)
		if (base == "" || real[at] < base)
			base = real[at]
	if (base == "")
		exit
	base -= base % 4096
	for (at in real)
		if (real[at] - base < 16384)
			take_bytes(real[at] - base, bytes_at[real[at]])
	print "# " to_hex(base) >ENVIRON["LEFT"]
	name = base > top || base < bottom - 4096 ? "vdso" : "code"
	for (i = 0; i < 16384 + 15; i++)
		if (i in byte_at)
			one(i)
}

function take_bytes(offset, bytes,   i) {
	starts[offset]
	for (i = 0; i < length(bytes) / 2; i++)
		byte_at[offset + i] = substr(bytes, 2 * i + 1, 2)
}

# The label of an instruction is where objdump begins anew; what is between is filling.
function one(offset) {
	printf ".org %d, 0x90; ", offset >ENVIRON["LEFT"]
	if (offset in starts)
		printf "%s_%x: ", name, offset >ENVIRON["LEFT"]
	print ".byte 0x" byte_at[offset] >ENVIRON["LEFT"]
}
