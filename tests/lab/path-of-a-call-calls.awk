# path-of-a-call-calls.awk - the table of all calls in doc/path-of-a-call.md.
# SPDX-License-Identifier: MIT
#
# usage: awk -f row.awk -f path-of-a-call-calls.awk of=i386 numbers.tbl of=x86_64 numbers.tbl
#	of=operation socketcall.tbl of=entry entries.tbl of=chain chains.tbl of=call socket.tbl
# Functions are those of a 32-bit Linux 6.1.

function is_6_1(since, before) {
	return release(since, 0) <= 6001 && release(before, 9999) > 6001
}
function release(text, any,   part) {
	split(text, part, ".")
	return text == "-" ? any : part[1] * 1000 + part[2]
}

{ sub(/#.*/, "") }
!NF { next }
of == "operation" { operation[$1] = $2 }
of == "entry" && $2 != "-" { defined[$1] = substr($2, length("__ia32_sys_") + 1) }
of == "chain" && $1 == "chain" && $3 == "ok" && is_6_1($4, $5) && !($2 in chain) {
	call = $2
	sub(/^([^ \t]+[ \t]+)+-[ \t]+/, "")
	chain[call] = $0
}
of == "chain" && $1 == "in" {
	elsewhere[$2]
	if ($3 != "socketcall" && $4 != "x86_64" && $5 != "x86_64" && is_6_1($6, $7))
		here[$2]
}
of == "i386" || of == "x86_64" { number[of " " $1] = $2 }
of != "call" { next }

# The chain of CALL without results, and without the functions that are not there.
function functions(call,   n, word, i, text) {
	sub(/_time64$/, "", call)
	if (!(call in chain)) {
		print "path-of-a-call-calls.awk: no chain of " call > "/dev/stderr"
		failed = 1
	}
	n = split(chain[call], word, " ")
	for (i = 1; i <= n; i++) {
		sub(/=.*/, "", word[i])
		if (word[i] in elsewhere && !(word[i] in here))
			i++	# With the sign behind it.
		else
			text = text " " word[i]
	}
	sub(/ [>+]$/, "", text)
	return "`" substr(text, 2) "`"
}
function direct(arch) {
	entry = entry_of($2, number, arch " ")
	return entry == "" ? "" : number[arch " " entry] " `" entry "`"
}

{
	if (!rows++) {
		print "| call | x86_64 | i386 | its definition | operation | functions |"
		print "| --- | --- | --- | --- | ---: | --- |"
	}
	x86_64 = direct("x86_64")
	i386 = direct("i386")
	print "| `" $1 "` | " x86_64 " | " i386 " | `SYSCALL_DEFINE" \
		arguments_of(prototype_in($0)) + zeros " (" \
		(entry in defined ? defined[entry] : entry) ")` | " operation[$1] " | " \
		functions($1) " |"
}

END { exit failed }
