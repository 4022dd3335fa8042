# tables.awk - makes the tables that trapgate as-if is compiled with.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  Reads from standard input the macros of the headers that tools.mk names
# (cc -E -dM), then sysdeps/i386/numbers.tbl, sysdeps/x86_64/numbers.tbl,
# socket/socketcall.tbl and x32.tbl; writes C to standard output.  The rows themselves
# are checked by generate.awk.

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

# How many macros lead from NAME to a number, which is left in value; 0 if none does.
function steps(name,   n) {
	for (n = 0; name in macro && n < 9; n++)
		name = macro[name]
	value = name
	return value ~ /^[0-9]+$/ ? n : 0
}

$1 == "#define" && NF == 3 && $2 !~ /_MAX$/ {
	if ($2 ~ /^(E[A-Z0-9]+|[AP]F_[A-Za-z0-9_]+|CAP_[A-Z_]+|(SEM|MSG|SHM)[A-Z]+)$/)
		macro[all[++macros] = $2] = $3
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
	rows[table] = rows[table]
	if (table == "as-if") {
		if (NF != 2 || !($1 in wide))
			fail("a row is: call of x86_64, number or -")
		x32[$1] = $2
		next
	}
	if (NF != 3)
		fail("a row is: call number since; this one has " NF \
		     " columns")
	if (table == "x86_64") {
		wide[$1] = $2
		names[++count] = $1
		since[$1] = $3
	}
	put(table, $1, $2, $3)
}

function put(table, name, number, since) {
	rows[table] = rows[table] "  { " number ", " release(since) ", \"" \
		name "\" },\n"
	if (number + 1 > size[table == "operations"])
		size[table == "operations"] = number + 1
}

# The macros that match PATTERN, as an array.  The first of two names for a number is
# shown, so a macro that is defined as another one follows that one.
function put_names(array, pattern, lower,   i, n, found) {
	print "static const struct named " array "[] = {"
	for (n = 1; n < 9; n++)
		for (i = 1; i <= macros; i++)
			if (all[i] ~ pattern && steps(all[i]) == n) {
				print "  { \"" (lower ? tolower(all[i]) : all[i]) \
					"\", " value " },"
				found = 1
			}
	if (!found)
		fail("the headers have nothing for " array)
	print "  { 0, 0 }\n};"
}

END {
	if (failed)
		exit 1
	for (i = 1; i <= count; i++)
		if (!(names[i] in x32))
			put("x32", names[i], wide[names[i]], since[names[i]])
		else if (x32[names[i]] != "-")
			put("x32", names[i], x32[names[i]], since[names[i]])
	if (tables != 4)
		fail("four tables were to be read, not " tables + 0)
	order[4] = "x32"
	print "/* tables.h - made by tables.awk from the tables.  */\n"
	print "#define NUMBERS " size[0] "\n#define OPERATIONS " size[1]
	print "\n#ifdef TABLES_HERE"
	for (i = 1; i <= tables; i++)
		print "static const struct row " order[i] "_rows[] = {\n" \
			rows[order[i]] "  { 0, 0, 0 }\n};"
	put_names("error_names", "^E[A-Z0-9]+$", 0)
	put_names("family_names", "^AF_", 0)
	put_names("capability_names", "^CAP_[A-Z_]+$", 0)
	put_names("ipc_names", "^(SEM|MSG|SHM)[A-Z]+$", 1)
	print "#endif"
}
