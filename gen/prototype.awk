# prototype.awk - reads the prototype of a row, and counts its argument words.
# SPDX-License-Identifier: MIT
#
# Part of the generator, used by rows.awk.

# Sets result_of, list_of and args of a call, and wide_of: a letter per argument, L
# if it has 64 bits, w if it is a word.
function prototype(call, text,   n, part, i, list, more) {
	args[call] = 0
	wide_of[call] = ""
	if (text !~ /^([A-Za-z_][A-Za-z0-9_]* )+\**\([^()]*\)$/) {
		fail("prototype '" text "' is not of the form: type (type name, ...)")
		return
	}
	result_of[call] = substr(text, 1, index(text, "(") - 1)
	sub(/ $/, "", result_of[call])
	list = list_of[call] = substr(text, index(text, "(") + 1)
	sub(/\)$/, "", list_of[call])
	sub(/\)$/, "", list)
	if (list == "void")
		list = ""
	# Each name in the comment after ... is a word.
	if (match(list, /\.\.\. \/\* [a-z0-9_, ]+ \*\/$/)) {
		more = substr(list, RSTART + 7, RLENGTH - 10)
		list = substr(list, 1, RSTART - 3)
		more = gsub(/,/, ",", more) + 1
	}
	n = split(list, part, ", ")
	for (i = 1; i <= n; i++)
		parameter_of(call, part[i])
	while (more-- > 0)
		wide_of[call] = wide_of[call] "w"
	args[call] = length(wide_of[call])
	agree(call, part[1])
}

function parameter_of(call, text,   name, type) {
	name = text
	sub(/(\[[0-9]*\])?$/, "", name)
	sub(/.*[ *]/, "", name)
	type = "([A-Za-z_][A-Za-z0-9_]* )+(\\*(const |restrict )?)*"
	if (text !~ ("^" type "[a-z_][a-z0-9_]*(\\[[0-9]*\\])?$") ||
	    name ~ /^(char|double|float|int|long|short|signed|unsigned|void)$/)
		fail("parameter '" text "' is not of the form: type name")
	wide_of[call] = wide_of[call] (text !~ /[[*]/ && \
		text ~ /(^| )(loff_t|off64_t|u?int64_t|long long) / ? "L" : "w")
}

# Checks the number of words and the flags against the prototype.
function agree(call, first,   words) {
	words = words_of(call, "2")
	if (words > 6)
		fail(words " argument words; the kernel takes 0 to 6")
	if ((flags[call] ~ /P/) != (result_of[call] ~ /\*$/))
		fail(flags[call] ~ /P/ ? "flag 'P', and the result is no pointer" : \
			"the result is a pointer, without the flag 'P'")
	if (flags[call] ~ /F/ && first !~ /^int [a-z_0-9]+$/)
		fail("flag 'F', and the first argument is no int")
}

# The argument words of a call, in C and in the kernel, where a 64-bit argument is
# LONGS words: 1, 2, or 2-aligned, a pair that begins at an even word.
function words_of(call, longs,   i, n) {
	for (i = 1; i <= length(wide_of[call]); i++)
		if (substr(wide_of[call], i, 1) == "w")
			n++
		else
			n += longs + (longs == "2-aligned" && n % 2)
	return n + 0
}
