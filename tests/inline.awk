# inline.awk - functions around the inline calls, and tables and scripts to test them.
# SPDX-License-Identifier: MIT
#
# awk -v stubs= -v what=wrappers|rows|takeover -f inline.awk INPUT, where
# stubs is what stubs.awk prints for the route direct-only with the prefix
# inl_.  INPUT is for
#   wrappers	nothing: prints inl_<call> for each call, C code
#   rows		include/freestanding/sys/socket.h, for the types: prints the table for
#		oracle, with the places of narrow arguments, R for the result
#   takeover	that of oracle-fallback.awk: where a script begins by ENOSYS of
#		the direct path, or ENOPROTOOPT for a call that converts times, the
#		function that takes over traps once more

BEGIN {
	while ((getline line < stubs) > 0) {
		n++
		split(line, f)
		row[n] = line
		call[n] = f[2]
		at[f[2]] = n
		args[f[2]] = f[4]
		number[f[2]] = f[3]
		socketcall[f[2]] = f[7]
		op[f[2]] = f[6]
		takes_over[f[2]] = f[10]
	}
	if (what == "wrappers")
		print "#define _GNU_SOURCE 1\n#include <sys/socket.h>\n"
	for (i = 1; i <= n && what == "wrappers"; i++)
		wrapper(call[i], args[call[i]])
}

# Works for all types: C converts a pointer to the type of the parameter.
function wrapper(name, count,   k, list, given, zeros) {
	for (k = 1; k <= count; k++) {
		list = list (k > 1 ? ", " : "") "long a" k
		given = given (k > 1 ? ", " : "") "(void *) a" k
		zeros = zeros (k > 1 ? ", " : "") "(void *) 0"
	}
	print "__typeof__ (" name " (" zeros "))\ninl_" name " (" list ")\n" \
		"{\n  return " name " (" given ");\n}\n"
}

# Declarations: from extern to the semicolon.
what == "rows" {
	if ($1 == "extern")
		text = ""
	text = text " " $0
	if (text ~ /extern.*;/) {
		gsub(/[ \t]+/, " ", text)
		split(text, part, /[()]/)
		declaration(part[1], part[2])
		text = ""
	}
}

function declaration(head, list,   name, k, one, count, narrow) {
	sub(/ $/, "", head)
	name = head
	sub(/.* /, "", name)
	if (!(name in at))
		return
	narrow = head ~ / ssize_t / ? "-" : "R"
	count = split(list, one, ",")
	for (k = 1; k <= count; k++)
		if (one[k] !~ /[*\[]|size_t/)
			narrow = narrow k
	types[name] = narrow
}

# A line of oracle-fallback.awk.
what == "takeover" && $1 ~ /^\+?[a-z]/ {
	name = $1
	sub(/^\+/, "", name)
	if (name in at && takes_over[name] !~ /[CT]/)
		next
	for (k = 4; $k != ":"; k++)
		;
	first = $(k + 1)
	if (name in at && first ~ ("^" number[name] "\\(.*=-(38" \
	    (takes_over[name] == "T" ? "|92" : "") ")$"))
		$k = ": " first
	print
}

# The second path without a fallback, with a result or ENOSYS again.
function path(name,   k, list, direct) {
	for (k = 0; k < args[name]; k++)
		list = list (k ? "," : "") "a" k
	direct = number[name] "(" list ")=-38"
	print name " 1 1 : " direct " " direct " " socketcall[name] "/" op[name] "(" list \
		")=7 > 7"
	print name " 1 1 : " direct " " direct " " socketcall[name] "/" op[name] "(" list \
		")=-38 > -38"
}

END {
	for (i = 1; i <= n; i++)
		if (what == "rows") {
			split(row[i], f)
			f[10] = takes_over[call[i]] == "T" ? "CT" : \
				takes_over[call[i]] == "C" || op[call[i]] ? "C" : "-"
			line = f[1]
			for (k = 2; k <= 11; k++)
				line = line " " f[k]
			print line " " types[call[i]]
		} else if (what == "takeover" && op[call[i]] && \
		    takes_over[call[i]] != "C")
			path(call[i])
}
