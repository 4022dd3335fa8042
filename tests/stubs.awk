# stubs.awk - prints from the tables what each stub of an architecture and libc does.
# SPDX-License-Identifier: MIT
#
# awk -v srcdir= -v arch= -v libc= [-v route=] [-v entry=] [-v prefix=]
# [-v single=direct|socketcall] [-v table=FILE] [-v slow=1] [-v flags=1] -f stubs.awk
# prints, for each socket call, or call of another table, that is a stub and not a C file:
#	symbol call number arguments zeros operation socketcall first second
#	else entry [flags]
# zeros: the N of f+N; operation: the call's, or 0; socketcall: its number, or 0;
# first, second: direct, socketcall or -, the paths in the order of the route, which
# defaults to the architecture's; else: C if a fallback is called where the first path
# is absent, T or F for flag T without E, R if the call cannot fail, or -.  With a prefix,
# the symbol is the prefix and the call.  With single there is only that path, and no
# fallback.  With slow the program can cancel threads: a cancellation point of i386 traps
# by int $0x80.

function there(path,   line, got) {
	got = (getline line < path) >= 0
	close(path)
	return got
}

function add(path) {
	path = srcdir "/" path
	if (there(path))
		ARGV[ARGC++] = path
}

# Adds the names of a libc for architectures with some calls.
function add_for_some(directory,   name, quoted, command) {
	quoted = srcdir "/" directory
	gsub(/'/, "'\\''", quoted)
	command = "ls '" quoted "'"
	while ((command | getline name) > 0)
		if (name ~ /^names-.*\.tbl$/)
			add(directory "/" name)
	close(command)
}

# Returns whether the architecture has all calls that the name of the file lists.
function applies(file,   each, n, i) {
	if (!sub(/.*\/names-/, "", file))
		return 1
	sub(/\.tbl$/, "", file)
	n = split(file, each, "+")
	for (i = 1; i <= n; i++)
		if (!(each[i] in number))
			return 0
	return 1
}

# Returns whether a file overrides the stub in the search order.
function written(call,   i, n, place) {
	n = split("sysdeps/" arch "/" libc " libc/" libc " sysdeps/" arch, place)
	for (i = 1; i <= n; i++)
		if (there(srcdir "/" place[i] "/" call ".c") || \
		    there(srcdir "/" place[i] "/" call ".S"))
			return 1
	return 0
}

BEGIN {
	long_words = fact("arch_long_words")
	add("sysdeps/" arch "/numbers.tbl")
	add("libc/" libc "/names.tbl")
	add_for_some("libc/" libc)
	add("sysdeps/" arch "/" libc "/names.tbl")
	add("socket/socketcall.tbl")
	add(table ? table : "socket/socket.tbl")
}

# Returns a variable of arch.sh.
function fact(name,   path, line, value) {
	path = srcdir "/sysdeps/" arch "/arch.sh"
	while ((getline line < path) > 0)
		if (sub("^" name "=", "", line))
			value = line
	close(path)
	gsub(/"/, "", value)
	return value
}

# Returns the argument words of a row, with those that align a 64-bit argument.
function words(   list, n, i, sum) {
	list = $0
	sub(/.*\(/, "", list)
	if (list == "void)")
		return 0
	n = split(list, each, /, /)
	for (i = 1; i <= n; i++) {
		if (each[i] ~ /loff_t/ && long_words ~ /aligned/)
			sum += sum % 2
		sum += each[i] ~ /loff_t/ ? substr(long_words, 1, 1) : 1
	}
	return sum
}

/^#/ || NF == 0 { next }

# The symbol is the call's name if the libc has it, else the strong one.
FILENAME ~ /\/names[^\/]*\.tbl$/ {
	if (!applies(FILENAME))
		next
	for (i = 2; i <= NF; i++) {
		name = $i
		sub(/^\*/, "", name)
		if (i == 2 || name == $1)
			symbol[$1] = name
	}
	next
}

FILENAME ~ /numbers\.tbl$/ {
	number[$1] = $2
	next
}

FILENAME ~ /socketcall\.tbl$/ {
	op[$1] = $2
	next
}

{
	if (!($1 in symbol) && !("*" in symbol))
		next
	n = split($2, entries, ",")
	for (i = 1; i <= n; i++) {
		zeros = split(entries[i], other, "+") == 2 ? other[2] : 0
		path = other[1]
		if (path in number)
			break
	}
	if (!(path in number) || written($1))
		next
	socketcall = ("socketcall" in number) ? number["socketcall"] : 0
	operation = socketcall && ($1 in op) ? op[$1] : 0
	go = single ? single "-only" : route ? route : socketcall ? "direct" : "direct-only"
	if (single == "socketcall" && !operation)
		next
	way = there(srcdir "/socket/fallback/" $1 ".c") && !single ? "C" : "-"
	# T: a fallback is called on ENOPROTOOPT; F: one may be called first.
	if ($3 ~ /T/ && $3 !~ /E/)
		way = single || libc == "none" || !("recvmmsg_time64" in number) ? \
			"-" : $3 ~ /C/ ? "F" : "T"
	first = "direct"
	if (go == "socketcall-only")
		first = operation ? "socketcall" : "-"
	else if (go == "socketcall" && operation && $3 !~ /E/)
		first = "socketcall"
	if (/\t[ug]id_t \(/)
		way = "R"
	second = "-"
	if (way != "C" && operation && go !~ /only/)
		second = first == "direct" ? "socketcall" : "direct"
	print prefix ? prefix $1 : ($1 in symbol) ? symbol[$1] : $1, $1, \
		number[path], words(), zeros, operation, socketcall, first, second, way, \
		slow && socketcall && $3 ~ /C/ ? "int80" : \
		entry ? entry : socketcall ? "vsyscall" : "syscall", flags ? $3 : ""
}
