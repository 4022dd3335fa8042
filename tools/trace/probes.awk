# probes.awk - writes the probes of trapgate trace for the programs of an architecture.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  usage: awk -v program=ARCH -f probes.awk registers.tbl entries.tbl
#	functions.tbl sysdeps/ARCH/numbers.tbl socket/socket.tbl
#
# Prints the lines block, filter, on, probe and stack of a SPEC of record: after "on ARCH", those
# for a kernel of that architecture.  The text of a program may hold anything, so its first
# 16 bytes are recorded as two numbers, whose low byte is the first.  The kernel has no arrays
# of the memory of a program.  Port and address are in network order, as they are stored.

function wrong(text) {
	printf "%s:%d: %s\n", FILENAME, FNR, text >"/dev/stderr"
	failed = 1
	exit 2
}

function is_name(text) { return text ~ /^[A-Za-z_][A-Za-z0-9_]*$/ }

# NAME=VALUE of a fetch, by the type of a function's argument; WORD is the type of an
# address.
function fetch(name, type, value, word,   in_user) {
	if (type == "int")
		return " " name "=" value ":s32"
	if (type == "hex")
		return " " name "=" value ":x32"
	if (type == "size")
		return " " name "=" value ":" (word == "x64" ? "u64" : "u32")
	if (type == "ptr")
		return " " name "=" value ":" word
	if (type == "ubuf")
		return fetch(name, "ptr", value, word) \
		    " " name "_0=+u0(" value "):x64 " name "_8=+u8(" value "):x64"
	if (type != "addr" && type != "uaddr")
		wrong("no type '" type "'")
	in_user = type == "uaddr" ? "u" : ""
	return fetch(name, "ptr", value, word) \
	    " " name "_family=+" in_user "0(" value "):u16" \
	    " " name "_port=+" in_user "2(" value "):x16" \
	    " " name "_ip=+" in_user "4(" value "):x32"
}

# A function blocks while others are in it: the default number of returns that the kernel
# can wait for is that of its processors.
function probe(name, arguments, returns) {
	text = "probe p:@/" name " " name arguments "\n"
	if (returns != "-")
		text = text "probe r64:@/" name "_r " name " ret=$retval:" returns "\n"
	return text
}

# The type of an argument of a call in C, given as "const struct sockaddr *addr".
function type_of(c, name) {
	if (c ~ /\*/)
		return c ~ /^const.*sockaddr/ ? "uaddr" : c ~ /^const void/ ? "ubuf" : "ptr"
	if (c ~ /size_t/)
		return "size"
	return name ~ /flags/ ? "hex" : "int"
}

FNR == 1 {
	table = FILENAME
	sub(/.*\//, "", table)
}
{ sub(/#.*/, "") }
NF == 0 { next }

table == "registers.tbl" {
	if (NF != 11 || $3 !~ /%/)
		wrong("a row has 11 columns, the third with a %")
	for (i = 4; i <= NF; i++)
		if ($i !~ /^[0-9]+$/)
			wrong("'" $i "' is no offset")
	if ($2 == program) {
		kernels[++n_kernels] = $1
		for (i = 3; i <= NF; i++)
			register[$1, i] = $i
	}
	next
}

table == "entries.tbl" {
	if (NF != 3)
		wrong("a row has 3 columns")
	entry["i386", $1] = $2
	entry["x86_64", $1] = $3
	next
}

table == "functions.tbl" {
	if ($2 !~ /^(socket|family|protocol)$/)
		wrong("no layer '" $2 "'")
	if ($3 !~ /^(int|ptr|-)$/)
		wrong("no return type '" $3 "'")
	if (!is_name($1) || $1 in functions)
		wrong("'" $1 "' is no name of a function, or a second row of it")
	functions[$1]
	for (k = 1; k <= n_kernels; k++) {
		word = kernels[k] == "i386" ? "x32" : "x64"
		arguments = ""
		for (i = 4; i <= NF; i++) {
			n = split($i, part, ":")
			if (!is_name(part[1]) || n > 2)
				wrong("'" $i "' is no argument")
			if (n == 2)
				arguments = arguments fetch(part[1], part[2], "$arg" (i - 3), word)
		}
		lines[k] = lines[k] \
		    probe($1, arguments, $3 == "int" ? "s32" : $3 == "ptr" ? word : $3)
	}
	next
}

table == "numbers.tbl" {
	number[$1] = $2
	next
}

# A call is one entry of the kernel where its name has a number.
table == "socket.tbl" && $1 in number { call($1, $0) }

function call(name, row,   k, i, n, c, at, arguments, word, part, type) {
	sub(/^[^(]*\(/, "", row)
	sub(/\)[^)]*$/, "", row)
	n = split(row, c, /, */)
	word = program == "i386" ? "x32" : "x64"
	for (k = 1; k <= n_kernels; k++) {
		arguments = ""
		for (i = 1; i <= n; i++) {
			at = "+" register[kernels[k], i + 5] "($arg1)"
			sub(/\[.*/, "", c[i])
			match(c[i], /[a-z_]+$/)
			part = substr(c[i], RSTART)
			type = part == "sv" ? "ptr" : type_of(c[i], part)
			arguments = arguments fetch(part, type, at, word)
		}
		add(k, name, arguments)
	}
}

function add(k, name, arguments,   word, function_name) {
	word = program == "i386" ? "x32" : "x64"
	function_name = register[kernels[k], 3]
	sub(/%/, name, function_name)
	if (program == "i386" && ((kernels[k], name) in entry) && entry[kernels[k], name] != "-")
		function_name = entry[kernels[k], name]
	lines[k] = lines[k] probe(function_name, \
	    fetch("nr", "int", "+" register[kernels[k], 4] "($arg1)") \
	    fetch("ip", "ptr", "+" register[kernels[k], 5] "($arg1)", word) arguments, "s32") \
	    "stack " function_name "\n"
	if (!(name in filtered))
		filter = filter (filter == "" ? "" : "||") "id==" number[name]
	filtered[name]
}

# The words of socketcall's block that an operation does not use may be unreadable.
function socketcall(k,   i, arguments) {
	arguments = fetch("call", "int", "+" register[kernels[k], 6] "($arg1)") \
	    fetch("args", "ptr", "+" register[kernels[k], 7] "($arg1)", "x32")
	for (i = 0; i < 6; i++)
		arguments = arguments fetch("a" i, "hex", \
		    "+u" 4 * i "(+" register[kernels[k], 7] "($arg1))")
	add(k, "socketcall", arguments)
}

END {
	if (failed)
		exit 2
	if (!n_kernels) {
		print "registers.tbl: no kernel runs programs of '" program "'" >"/dev/stderr"
		exit 2
	}
	for (k = 1; k <= n_kernels; k++)
		if ("socketcall" in number)
			socketcall(k)
	if ("socketcall" in number)
		print "block " number["socketcall"]
	print "filter " filter
	for (k = 1; k <= n_kernels; k++)
		printf "on %s\n%s", kernels[k], lines[k]
}
