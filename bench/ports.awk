# ports.awk - the instructions and bytes of each call in a trace of an emulator.
# SPDX-License-Identifier: MIT
#
# awk -v calls= -v table=1 -f ports.awk CALLERS SYMBOLS TRACE
# CALLERS: nm of the object of tests/counts.c; SYMBOLS: nm -n -S --synthetic of the
# program; TRACE: what qemu -d exec prints with one instruction in each block, whose line
# has the address between the first and the second slash.
# Prints "CALL success|error INSTRUCTIONS", "CALL code BYTES" and "20-calls functions
# BYTES", tabs between.  A count
# begins with the caller's call instruction, which is 1, and ends before the caller
# goes on; code is every function that the call executed.  Of the same calls the
# cheapest counts, as a libc initialises something in the first.  The last of each is
# that with an error.

function hex(text,   i, value) {
	text = tolower(text)
	for (i = 1; i <= length(text); i++)
		value = value * 16 + index("0123456789abcdef", substr(text, i, 1)) - 1
	return value
}

BEGIN {
	OFS = "\t"
	ncalls = split(calls, list, " ")
	for (i = 1; i <= ncalls; i++) {
		of[list[i]] = of["__" list[i]] = list[i]
		# The libc's own with 64-bit times, where those are the only ones.
		of["__" list[i] "_time64"] = of["__" list[i] "64"] = list[i]
	}
}

FILENAME != last {
	last = FILENAME
	file++
}

# Functions of the program that makes the calls; where a function's symbol is that of a
# descriptor in the data, its code has that name after a point.
file == 1 {
	if ($(NF - 1) != "U")
		is_caller[$(NF)] = 1
	next
}

# Address, size (or none), type, name; by address.
file == 2 {
	name = $(NF)
	if (!sub(/^\./, "", name) && NF == 4 && $3 ~ /^[dDwWV]$/) {
		described[name] = hex($2)
		alias[$1] = alias[$1] " " name
		descriptor[name] = $1
	}
	if ($(NF - 1) !~ /^[tTwWiV]$/ || NF < 3)
		next
	if (!count || start[count] != $1) {
		start[++count] = $1
		at[count] = hex($1)
		called[count] = name
	}
	if (NF == 4 && hex($2) > size[count])
		size[count] = hex($2)
	if (name in of)
		call_at[count] = of[name]
	if (name in is_caller)
		caller_at[count] = 1
	next
}

# Only one name of a descriptor becomes that of its code.
file == 3 && FNR == 1 {
	for (i = 1; i <= count; i++) {
		n = split(alias[descriptor[called[i]]], names, " ")
		for (j = 1; j <= n; j++)
			if (names[j] in of)
				call_at[i] = of[names[j]]
	}
}

# The last symbol that begins at or before the address.
function find(address,   low, high, middle) {
	low = 1
	high = count
	while (low < high) {
		middle = int((low + high + 1) / 2)
		if (at[middle] <= address)
			low = middle
		else
			high = middle - 1
	}
	if (!size[low])
		size[low] = described[called[low]]
	# A function without a size ends where the next one begins.
	if (address < at[low] || size[low] && address >= at[low] + size[low])
		return 0
	return low
}

/^Trace / {
	split($0, part, "/")
	if (!(part[2] in symbol))
		symbol[part[2]] = find(hex(part[2]))
	where = symbol[part[2]]
	if (caller_at[where]) {
		if (call != "")
			ended()
		between = 0
		next
	}
	# Addresses without a symbol are an emulator's entry to its kernel, or code of the
	# linker between caller and call.
	if (call == "" && call_at[where] != "") {
		call = call_at[where]
		steps = 1 + between
	}
	if (call == "") {
		between++
		next
	}
	if (!where)
		next
	steps++
	if (!((call, where) in counted)) {
		counted[call, where] = 1
		code = size[where] ? size[where] : at[where + 1] - at[where]
		bytes[call] += code
		all += functions[where]++ ? 0 : code
	}
}

function ended() {
	if (made[call]++ && (!(call in success) || previous[call] < success[call]))
		success[call] = previous[call]
	previous[call] = steps
	call = ""
}

END {
	for (i = 1; i <= ncalls; i++) {
		call = list[i]
		if (made[call] < 2)
			continue
		print call, "success", success[call]
		print call, "error", previous[call]
		print call, "code", bytes[call]
		complete++
	}
	if (complete == ncalls)
		print "20-calls", "functions", all
}
