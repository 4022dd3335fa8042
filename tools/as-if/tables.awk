# tables.awk - makes the tables that trapgate as-if is compiled with.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  Reads from standard input the macros of <errno.h> (cc -E -dM), then
# sysdeps/i386/numbers.tbl, sysdeps/x86_64/numbers.tbl and socket/socketcall.tbl;
# writes C to standard output.  The rows themselves are checked by generate.awk.

function fail(msg) {
	print FILENAME ":" FNR ": " msg > "/dev/stderr"
	failed = 1
	exit 1
}

# A release as the initializer of a number that can be compared.
function release(text,   part) {
	if (text == "-")
		return "NEVER"
	split(text, part, ".")
	return "RELEASE (" part[1] ", " part[2] + 0 ", " part[3] + 0 ")"
}

$1 == "#define" && $2 ~ /^E[A-Z0-9]+$/ && NF == 3 {
	if ($3 ~ /^[0-9]+$/)
		error[$3] = $2
	else if ($3 ~ /^E[A-Z0-9]+$/)
		alias[++aliases] = $2 " " $3
	next
}

{ sub(/#.*/, "") }
NF == 0 { next }

{
	table = FILENAME
	sub(/\/[^\/]*\.tbl$/, "", table)
	sub(/.*\//, "", table)
	if (table == "socket")
		table = "operations"
	if (!(table in rows))
		order[++tables] = table
	if (NF != 3)
		fail("a row is: call number since; this one has " NF \
		     " columns")
	rows[table] = rows[table] "  { " $2 ", " release($3) ", \"" $1 \
		"\" },\n"
	if ($2 + 1 > size[table == "operations"])
		size[table == "operations"] = $2 + 1
}

END {
	if (failed)
		exit 1
	if (tables != 3)
		fail("three tables were to be read, not " tables + 0)
	print "/* tables.h - made by tables.awk from the tables.  */\n"
	print "#define NUMBERS " size[0] "\n#define OPERATIONS " size[1]
	print "\n#ifdef TABLES_HERE"
	for (i = 1; i <= tables; i++)
		print "static const struct row " order[i] "_rows[] = {\n" \
			rows[order[i]] "  { 0, 0, 0 }\n};"
	print "static const struct error_name error_names[] = {"
	for (n = 1; n < 4096; n++)
		if (n in error) {
			print "  { \"" error[n] "\", " n " },"
			number[error[n]] = n
			found = 1
		}
	if (!found)
		fail("the compiler names no errno")
	# An alias follows the name that it stands for; that name is shown.
	for (i = 1; i <= aliases; i++) {
		split(alias[i], pair, " ")
		if (pair[2] in number)
			print "  { \"" pair[1] "\", " number[pair[2]] " },"
	}
	print "  { 0, 0 }\n};\n#endif"
}
