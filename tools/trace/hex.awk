# hex.awk - trapgate trace: hexadecimal numbers of up to 53 bits.
# SPDX-License-Identifier: MIT

# Addresses are keys of arrays, and mawk writes no more than 31 bits as an integer.
BEGIN { CONVFMT = "%.17g" }

function from_hex(text,   i, value) {
	text = tolower(text)
	sub(/^0x/, "", text)
	for (i = 1; i <= length(text); i++)
		value = value * 16 + index("123456789abcdef", substr(text, i, 1))
	return value + 0
}

# mawk formats no more than 32 bits.
function to_hex(value,   high) {
	high = int(value / 4294967296)
	return high ? sprintf("0x%x%08x", high, value - high * 4294967296) : \
		sprintf("0x%x", value)
}

# A word as a number with a sign: all of it if LONG, else its lower 32 bits.
function signed(text, long,   i, digit, other, bits) {
	sub(/^0x/, "", text)
	bits = long && length(text) > 8 ? 16 : 8
	while (length(text) < bits)
		text = "0" text
	text = substr(text, length(text) - bits + 1)
	if (text !~ /^[89a-f]/)
		return from_hex(text)
	for (i = 1; i <= bits; i++) {
		digit = index("123456789abcdef", substr(text, i, 1))
		other = other sprintf("%x", 15 - digit)
	}
	return -from_hex(other) - 1
}
