# manual.awk - generates trapgate-calls(3), the synopsis of every call.
# SPDX-License-Identifier: MIT
#
# usage: awk -v version=V -f row.awk -f manual.awk HEADER... TABLE...
# Runs in include/.  HEADER is a public header there, which determines the #include
# line of the calls that it declares, or libc/none/calls.h, which defines the TG_
# words of the rows.  The generator checks the rows.

FILENAME ~ /\.h$/ {
	if (/^#define TG_[A-Z_]+ /)
		means[$2] = substr($0, length("#define " $2) + 2)
	if (match($0, /[ *][a-z_][a-z0-9_]* \(/)) {
		name = substr($0, RSTART + 1, RLENGTH - 3)
		if (!(name in header) && /^extern |^ *[a-z]/)
			header[name] = header_of(FILENAME)
	}
	next
}

function header_of(file) {
	sub(/^freestanding\//, "", file)
	return file
}

{ sub(/#.*/, "") }

NF {
	row = prototype_in($0)
	for (word in means)
		gsub(word, means[word], row)
	call[++ncalls] = $1
	type[$1] = row
	sub(/ ?\(.*/, "", type[$1])
	list[$1] = row
	sub(/^[^(]*\(/, "", list[$1])
	sub(/\)$/, "", list[$1])
	sub(/\.\.\. .*/, "...", list[$1])
	if (!($1 in header)) {
		print "manual.awk: no header declares " $1 > "/dev/stderr"
		failed = 1
	}
}

function synopsis(name,   part, n, i, line) {
	n = list[name] == "void" ? 0 : split(list[name], part, ", ")
	line = ".Fn " name
	for (i = 1; i <= n; i++)
		line = line " \"" part[i] "\""
	print ".Ft " (type[name] ~ / / ? "\"" type[name] "\"" : type[name]) "\n" line
}

END {
	if (failed)
		exit 1
	print ".\\\" trapgate-calls.3 - made from the tables of calls by manual.awk."
	print ".Dd November 29, 2026\n.Dt TRAPGATE-CALLS 3\n.Os \"trapgate " version "\""
	print ".Sh NAME"
	for (i = 1; i <= ncalls; i++)
		print ".Nm " call[i] (i < ncalls ? " ," : "")
	print ".Nd system calls as functions\n.Sh SYNOPSIS"
	for (i = 1; i <= ncalls; i++) {
		if (header[call[i]] != last)
			print ".In " (last = header[call[i]])
		synopsis(call[i])
	}
	print ".Sh DESCRIPTION"
	print "Each function is the system call of its name, with the arguments and the result"
	print "of the Linux manual.\nWithout a libc all are available; with glibc and musl, those"
	print "that replace the libc's, whose headers declare them."
	print ".Sh RETURN VALUES"
	print "A function that fails returns \\-1, or\n.Dv MAP_FAILED"
	print "if its result is a pointer, and sets"
	print ".Va errno .\n.Sh ERRORS\nThose of the kernel, and"
	print ".Bl -tag -width Er\n.It Bq Er ENOSYS"
	print "Neither the kernel nor a fallback implements the call, or the architecture has no"
	print "path to it.\n.El"
	print ".Sh SEE ALSO\n.Xr trapgate 1 ,\n.Xr syscalls 2"
}
