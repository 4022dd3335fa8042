# fields.awk - trapgate trace: the arguments of a probe, and the memory behind them.
# SPDX-License-Identifier: MIT
#
# With kernel.awk.  NAME=VALUE of an argument is followed by what the probe has read where
# it points to: NAME_family, NAME_port and NAME_ip of an address, NAME_0 and NAME_8 of data,
# as they are in memory.

# Of socketcall, a0 to a5 are the words of its block.
function take_fields(p, text, blocks,   field, value, all) {
	pointer_name = ""
	while (match(text, pair)) {
		field = substr(text, 1, RLENGTH - 1)
		text = substr(text, RLENGTH + 1)
		value = text
		sub(/ .*/, "", value)
		text = substr(text, length(value) + 2)
		if (blocks && field ~ /^a[0-5]$/)
			block[p] = block[p] " " value
		else if (is_part(field))
			all = all part_of(p, substr(field, length(pointer_name) + 2), value, text)
		else {
			all = all member(field, string(value))
			pointer_name = field
			pointer = value
		}
	}
	return list(all)
}

function is_part(field) {
	return pointer_name != "" && index(field, pointer_name "_") == 1 && \
		substr(field, length(pointer_name) + 2) ~ /^(family|port|ip|0|8)$/
}

function member(name, json) {
	return ",{\"name\":" string(name) ",\"value\":" json "}"
}

# A part is shown as far as the length of the memory reaches, which is among the arguments
# that FOLLOW.  Nothing is behind a null pointer.
function part_of(p, part, value, follow,   reach, n) {
	if (pointer ~ /^0x0*$/)
		return ""
	reach = length_in(follow)
	if (part == "family")
		return family_of(p, value, follow, reach)
	if (part == "port") {
		n = from_hex(value)
		return reach < 4 || (family != 2 && family != 10) ? "" : \
			member(pointer_name "_port", string(n % 256 * 256 + int(n / 256)))
	}
	if (part == "ip") {
		n = from_hex(value)
		return reach < 8 || family != 2 ? "" : \
			member(pointer_name "_ip", string(n % 256 "." int(n / 256) % 256 "." \
			int(n / 65536) % 256 "." int(n / 16777216)))
	}
	if (part == "0") {
		first_bytes = value
		return ""
	}
	if (value !~ /^0x/ || is_unread(p, pointer, \
	    reach > 0 && first_bytes value ~ /^(0x0*)+$/))
		return member(pointer_name "_bytes", "null")
	return member(pointer_name "_bytes", "\"" data(bytes_of(first_bytes) \
		(is_noted(p, pointer, 8) ? "" : bytes_of(value)), reach) "\"")
}

function length_in(follow,   text) {
	if (!match(follow, /(len|size)=-?[0-9]+/))
		return 16
	text = substr(follow, RSTART, RLENGTH)
	sub(/.*=/, "", text)
	return text + 0
}

function family_of(p, value, follow, reach) {
	family = ""
	if (reach < 2)
		return ""
	if (value !~ /^[0-9]/ || is_unread(p, pointer, value " " follow ~ \
	    /^0x?0* [a-z_]*port=0x0* [a-z_]*ip=0x0*( |$)/))
		return member(pointer_name "_family", "null")
	family = value
	return member(pointer_name "_family", string(value))
}

# Whether what a probe has read at ADDRESS is no proof.  It reads 0 where a page is not in
# memory.  record reads before a stub's trap what the arguments point to, so that it is,
# and notes where it cannot; a call without a stub may point anywhere.
function is_unread(p, address, is_zero) {
	if (is_of_kernel(address))
		return 0
	return is_noted(p, address, 0) || (is_zero && stub[call_of[p]] == "null")
}

function is_noted(p, address, offset) {
	return (call_of[p], from_hex(address) + offset) in unreadable
}

# The kernel has the upper half of addresses, and by default the upper quarter of 32 bits.
function is_of_kernel(address) {
	return length(address) == 18 ? address ~ /^0x[89a-f]/ : \
		machine == "i386" && length(address) == 10 && address ~ /^0x[c-f]/
}

# unreadable PID ADDRESS...
function take_unreadable(part, n,   i) {
	for (i = 3; i <= n; i++)
		unreadable[call_of[part[2]], from_hex(part[i])]
}

# The bytes of a number, the lowest first.
function bytes_of(value,   bytes) {
	sub(/^0x/, "", value)
	while (length(value) < 16)
		value = "0" value
	for (; value != ""; value = substr(value, 1, length(value) - 2))
		bytes = bytes substr(value, length(value) - 1)
	return bytes
}

function data(bytes, size,   i, text) {
	for (i = 1; i < length(bytes) && i < 2 * size; i += 2)
		text = text character[from_hex(substr(bytes, i, 2))]
	return text (2 * size > length(bytes) ? "..." : "")
}
