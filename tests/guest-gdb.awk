# guest-gdb.awk - the calls of a program, from what trapgate guest --gdb=batch prints.
# SPDX-License-Identifier: MIT
#
# Reads socket.tbl (for the number of arguments), socketcall.tbl, the numbers.tbl of arch
# and the lines of gdb.  Prints for each call "PROCESS CALL ARGUMENT... = RESULT"; writes
# to the file chains "CALL TRAP FUNCTION..." and to the file faults each number that is
# not that of the tables.

function fault(text) {
	print text >faults
}

{ sub(/^gdb: /, "") }
/^(#|$)/ { next }
FILENAME ~ /socket\.tbl$/ { # The commas of the prototype, not of the kernel's entries.
	call_name = $1
	sub(/^[^(]*/, "")
	words[call_name] = gsub(/,/, ",") + 1
	next
}
FILENAME ~ /socketcall\.tbl$/ { operation[$2] = $1; next }
FILENAME ~ /numbers\.tbl$/ { number[$2] = $1; next }

!match($0, /^process [0-9]+: /) { next }
{
	process = $2 + 0
	text = substr($0, RLENGTH + 1)
	depth = match(text, /[^ ]/) - 1
	n = split(text, field, " ")
}
# trap FUNCTION: eax=N (CALL) ...
field[1] == "trap" {
	trap[process] = field[2]
	sub(/:$/, "", trap[process])
	next
}
# FUNCTION: eax=N (CALL) ebx=... ip=... from PLACE
depth == 0 && field[1] ~ /:$/ {
	split(field[2], part, "=")
	call[process] = substr(field[3], 2, length(field[3]) - 2)
	if (number[part[2]] != call[process])
		fault(text)
	function_of[process] = substr(field[1], 1, length(field[1]) - 1)
	chain[process] = trap[process] " " function_of[process]
	delete trap[process]
	arguments[process] = ""
	for (i = 1; i <= words[call[process]]; i++) {
		split(field[3 + i], part, "=")
		arguments[process] = arguments[process] " " part[2]
	}
	next
}
# operation N (NAME), block at ADDRESS: WORD...
field[1] == "operation" {
	call[process] = substr(field[3], 2, length(field[3]) - 3)
	if (operation[field[2]] != call[process])
		fault(text)
	arguments[process] = ""
	for (i = 7; i <= n; i++)
		arguments[process] = arguments[process] " " field[i]
	next
}
depth == 0 && field[1] == function_of[process] && field[2] == "=" {
	print process, call[process] arguments[process], "=", field[3]
	print call[process], chain[process] >chains
	next
}
field[2] ~ /^\(/ { chain[process] = chain[process] " " field[1] }
