# stubs.awk - trapgate trace: the stubs of a program, for a SPEC of record.
# SPDX-License-Identifier: MIT
#
# usage: nm -S PROGRAM | awk -f row.awk -f tables.awk -f stubs.awk table=calls socket.tbl
#   table=nm -
# Prints "stub NAME ADDRESS END ARGUMENTS" for each address, whichever libc defines it, or
# for those of the calls in ONLY.

# ADDRESS SIZE TYPE SYMBOL
table == "nm" && NF == 4 && $3 ~ /^[TWtw]$/ {
	call = call_of_symbol($4)
	if (call == "" || (only != "" && !index(" " only " ", " " call " ")))
		next
	if (($1 in known) && $4 != call)
		next
	known[$1] = call
	size[$1] = $2
}

# A libc has a call by several names: __libc_recv, __sendmsg64.
function call_of_symbol(name,   call) {
	if (name in arguments)
		return name
	call = name
	if (!sub(/^__(libc_)?/, "", call))
		return ""
	if (call in arguments)
		return call
	if (!sub(/64$/, "", call))
		return ""
	if ((call "_time64") in arguments)
		return call "_time64"
	return call in arguments ? call : ""
}

# The sum of two hexadecimal numbers of the same length.
function add(a, b,   sum, carry, digit, i) {
	for (i = length(a); i > 0; i--) {
		digit = index("123456789abcdef", substr(a, i, 1)) + \
			index("123456789abcdef", substr(b, i, 1)) + carry
		carry = digit > 15
		sum = sprintf("%x", digit % 16) sum
	}
	return sum
}

END {
	for (at in known)
		print "stub " known[at] " 0x" at " 0x" add(at, size[at]) " " \
			arguments[known[at]] | "sort -k 3"
	close("sort -k 3")
}
