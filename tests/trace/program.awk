# program.awk - makes assembly of the program that a stream of trapgate trace shows.
# SPDX-License-Identifier: MIT
#
# The first line has the address.  Only what was stepped through is there, at its address,
# with the symbols of the stubs; the vDSO, which is higher, is left out.

function number(hex,   i, value) {
	for (i = 3; i <= length(hex); i++)
		value = value * 16 + index("123456789abcdef", substr(hex, i, 1))
	return value
}

match($0, /tracing_mark_write: (enter|step) /) {
	split(substr($0, RSTART), part, " ")
	if (part[2] == "enter") {
		name = part[4]
		next
	}
	at = number(part[4])
	if (at < 268435456) {
		if (name != "")
			symbol[at] = name
		for (i = 0; i < length(part[5]) / 2; i++)
			byte[at + i] = substr(part[5], 2 * i + 1, 2)
		low = low == "" || at < low ? at : low
		high = at > high ? at : high
	}
	name = ""
}

function label(offset, name) {
	printf ".org %d, 0x90\n.globl %s\n%s:\n", offset, name, name
	printf ".type %s, @function\n.size %s, 1\n", name, name
}

END {
	base = low - low % 4096
	printf "# 0x%x\n.text\n", base
	for (at = low; at < high + 15; at++) {
		if (at in symbol)
			label(at - base, symbol[at])
		if (at in byte)
			printf ".org %d, 0x90\n.byte 0x%s\n", at - base, byte[at]
	}
}
