# tables.awk - trapgate trace: reads the tables that name the parts of a stream.
# SPDX-License-Identifier: MIT
#
# usage: awk -f row.awk -f tables.awk -f ... table=calls socket.tbl table=operations
#   socketcall.tbl table=numbers numbers.tbl table=errors errno.h table=signals signum.h
#   table=functions functions.tbl table=hops hops.tbl table=code CODE ...

table ~ /^(calls|operations|numbers|functions|hops)$/ { sub(/[ \t]*#.*/, "") }
table == "calls" && /\(/ {
	take_prototype($1, prototype_in($0))
}
table == "operations" && NF { operation[$2] = $1 }
table == "numbers" && NF { number_name[$2] = $1 }
table == "functions" && NF { layer[$1] = $2 }
table == "hops" && NF {
	leads[$1] = $2
	if ($2 != "switch" && $3 != "")
		real_name[$1] = $3
}
table == "errors" && $1 == "#define" && $3 ~ /^[0-9]+$/ { error_name[$3] = $2 }
table == "signals" && $1 == "#define" && $3 ~ /^[0-9]+$/ { signal_name[$3] = $2 }
table == "code" {	# WHO ADDRESS<TAB>WHERE<TAB>SIZE<TAB>INSTRUCTION
	split($0, part, "\t")
	sub(/ /, SUBSEP, part[1])
	where[part[1]] = part[2]
	instruction_size[part[1]] = part[3]
	instruction[part[1]] = part[4]
}

# The results inside the kernel that a program never sees: include/linux/errno.h.
BEGIN {
	error_name[512] = "ERESTARTSYS"
	error_name[513] = "ERESTARTNOINTR"
	error_name[514] = "ERESTARTNOHAND"
	error_name[516] = "ERESTART_RESTARTBLOCK"
}

# The names of the arguments of CALL: argument_name[CALL, 1] and so on.
function take_prototype(call, text,   one, n, i) {
	returns_long[call] = text ~ /^s?size_t/
	sub(/^[^(]*\(/, "", text)
	sub(/\)[^)]*$/, "", text)
	if (text == "void")
		return
	n = split(text, one, ",")
	for (i = 1; i <= n; i++) {
		sub(/[ \t]*(\[[0-9]*\])?[ \t]*$/, "", one[i])
		match(one[i], /[A-Za-z_0-9]+$/)
		argument_name[call, i] = substr(one[i], RSTART)
	}
	arguments[call] = n
}

function named(result) {	# of a negative result, or ""
	return result < 0 && result > -4096 ? error_name[-result] : ""
}

# Each byte as C has it in a string, in a string of JSON.
BEGIN {
	for (byte = 0; byte < 256; byte++)
		character[byte] = byte < 32 || byte > 126 ? sprintf("\\\\x%02x", byte) : \
			sprintf("%c", byte)
	character[9] = "\\\\t"
	character[10] = "\\\\n"
	character[13] = "\\\\r"
	character[34] = "\\\\\\\""
	character[92] = "\\\\\\\\"
	for (byte = 1; byte < 256; byte++)
		escape[sprintf("%c", byte)] = character[byte]
	escape["\""] = "\\\""
	escape["\\"] = "\\\\"
}
function string(text,   done) {
	while (match(text, /[^ !#-[\]-~]/)) {
		done = done substr(text, 1, RSTART - 1) escape[substr(text, RSTART, 1)]
		text = substr(text, RSTART + 1)
	}
	return "\"" done text "\""
}
function or_null(text) { return text == "" ? "null" : string(text) }
function list(text) { return "[" substr(text, 2) "]" }	# of ",A,B"
