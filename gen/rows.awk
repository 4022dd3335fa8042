# rows.awk - reads and checks the tables.
# SPDX-License-Identifier: MIT
#
# The first part of the generator, with row.awk and prototype.awk; generate.awk
# writes the output.  The name of a table determines its kind: numbers.tbl,
# socketcall.tbl, names.tbl, names-CALL+CALL.tbl for architectures that have these
# calls; any other is a table of calls.  Every wrong row is reported, as file:line:
# message, and then nothing is written.

function fail(msg) { fail_at(FILENAME ":" FNR, msg) }

function fail_at(where, msg) {
	print short(where) ": " msg > "/dev/stderr"
	errors++
}

# A path without the source directory.
function short(path) {
	return index(path, srcdir "/") == 1 ? substr(path, length(srcdir) + 2) : path
}

# Has the architecture all calls of LIST, "f+g"?
function has_all(list,   n, name) {
	n = split(list, name, "+")
	while (n > 0 && name[n] in number)
		n--
	return n == 0
}

function is_call(name) { return name ~ /^[a-z_][a-z0-9_]*$/ }

BEGIN {
	nfiles = split(files, list, " ")
	for (i = 1; i <= nfiles; i++)
		have[list[i]] = 1
}

{
	sub(/#.*/, "")
	if (NF == 0)
		next
	table = FILENAME
	sub(/.*\//, "", table)
}

table == "numbers.tbl" {
	if (NF != 3)
		fail("a row is: call number since; this one has " NF " columns")
	else if (!is_call($1))
		fail("'" $1 "' is no name of a call")
	else if ($2 !~ /^[0-9]+$/)
		fail("number '" $2 "' is not a number")
	else if ($3 !~ /^([0-9]+(\.[0-9]+)+|-)$/)
		fail("since '" $3 "' is neither a kernel release nor -")
	else if ($1 in number_at)
		fail("duplicate call '" $1 "', first at " number_at[$1])
	else if ($2 in number_of)
		fail("number " $2 " is that of '" number_of[$2] "'")
	else {
		number_at[$1] = "line " FNR
		number_of[$2] = $1
		if ($2 + 0 > highest)
			highest = $2 + 0
		if ($3 != "-")
			number[$1] = $2
	}
	next
}

table == "socketcall.tbl" {
	if (NF != 3)
		fail("a row is: call op since; this one has " NF " columns")
	else if ($2 !~ /^[1-9][0-9]*$/ || $2 > 127)
		fail("op '" $2 "' is not a number from 1 to 127")
	else if ($3 !~ /^[0-9]+(\.[0-9]+)+$/)
		fail("since '" $3 "' is no kernel release")
	else if ($1 in op)
		fail("duplicate call '" $1 "'")
	else if ($2 in op_of)
		fail("op " $2 " is that of '" op_of[$2] "'")
	else {
		op[$1] = $2
		op_of[$2] = $1
		op_at[$1] = FILENAME ":" FNR
	}
	next
}

# What the shared object exports besides the calls.
table == "exports.tbl" {
	if (NF != 1 || $1 !~ /^[A-Za-z_][A-Za-z0-9_]*$/)
		fail("a row is one symbol")
	exports = exports " " $1
	next
}

# A later file replaces rows: that for some calls, then the architecture's.
table ~ /^names-.*\.tbl$/ {
	if (!has_all(substr(table, 7, length(table) - 10)))
		next
	table = "names.tbl"
}
table == "names.tbl" {
	if (NF < 2) {
		fail("a row is: call strong weak...; this one has " NF \
		     " columns")
		next
	}
	if (index(names_at[$1], FILENAME ":") == 1) {
		fail("duplicate call '" $1 "'")
		next
	}
	if ($2 == "-" && (NF < 3 || $3 == "-"))
		fail("'" $1 "' has no name at all")
	for (i = 2; i <= NF; i++) {
		if ($1 != "*" && $i != "-" && $i !~ /^[A-Za-z_][A-Za-z0-9_]*$/)
			fail("'" $i "' is no symbol")
	}
	if (!($1 in names))
		named[++nnamed] = $1
	names_at[$1] = FILENAME ":" FNR
	$1 = $1
	names[$1] = $0
	next
}

{
	row_at = FILENAME ":" FNR
	if (NF < 4) {
		fail("a row is: call kernel flags prototype; this one has " NF \
		     " columns")
		next
	}
	if (!is_call($1)) {
		fail("'" $1 "' is no name of a call")
		next
	}
	if ($1 in args) {
		fail("duplicate call '" $1 "', first at " short(at[$1]))
		next
	}
	calls[++ncalls] = $1
	at[$1] = row_at
	directory[$1] = FILENAME
	sub(/\/[^\/]*$/, "", directory[$1])
	sub(/.*\//, "", directory[$1])
	kernel[$1] = $2
	flags[$1] = $3
	entries_of($1)
	letters($3)
	text = prototype_in($0)
	sub(/[ \t]+$/, "", text)
	gsub(/[ \t]+/, " ", text)
	prototype($1, text)
	if ($3 ~ /[ET]/ && !(fallback_of($1) in have))
		fail("flag '" ($3 ~ /E/ ? "E" : "T") "' without its file " fallback_of($1))
}

# Checks the form of the kernel's entries; check_all compares them with other rows.
function entries_of(call,   one, n, i, name, seen) {
	if (kernel[call] == "-")
		return
	n = split(kernel[call], one, ",")
	for (i = 1; i <= n; i++) {
		name = one[i]
		sub(/\+[0-9]+$/, "", name)
		if (!is_call(name))
			fail("kernel '" one[i] "' is neither f nor f+N")
		else if (one[i] ~ /\+0+$/)
			fail("kernel '" one[i] "' adds no zeros")
		else if (name in seen)
			fail("kernel '" name "' twice")
		seen[name]
	}
}

# Checks the flags.
function letters(set,   i, c) {
	if (set == "-")
		return
	for (i = 1; i <= length(set); i++) {
		c = substr(set, i, 1)
		if (c !~ /[CEFGOPT]/)
			fail("unknown flag '" c "'")
		else if (index(substr(set, i + 1), c))
			fail("flag '" c "' twice")
	}
}

# Collects the entries that exist on some architecture.
function read_entries(   n, path, i, line, part) {
	n = split(numbers, path, " ")
	for (i = 1; i <= n; i++) {
		while ((getline line < path[i]) > 0)
			if (split(line, part, /[ \t]+/) > 2)
				known[part[1]]
		close(path[i])
	}
	for (i in op)
		known[i]
}

# A program without a libc has functions beside the calls, each in a file of its name.
function check_name(call,   i) {
	for (i = 1; i <= nfiles; i++)
		if (list[i] ~ ("^libc/none/[^/]*/" call "\\.[cS]$"))
			fail_at(at[call], "'" call "' is the function of " list[i])
}

function check_entries(call,   one, part, n, i) {
	if (kernel[call] == "-") {
		if (!is_written(call))
			fail_at(at[call], "kernel '-', and there is no file " call ".c")
		return
	}
	n = split(kernel[call], one, ",")
	for (i = 1; i <= n; i++) {
		split(one[i], part, "+")
		if (!(part[1] in known))
			fail_at(at[call], "kernel: no architecture has an entry '" part[1] "'")
		else if (words_of(call, 2) + part[2] > 6)
			fail_at(at[call], "kernel: " words_of(call, 2) " + " part[2] \
				" argument words; the kernel takes 0 to 6")
		else if (part[1] in args && args[call] + part[2] != args[part[1]])
			fail_at(at[call], "kernel: " part[1] " takes " args[part[1]] \
				" arguments, not " args[call] + part[2])
	}
}

# Is there a file of the call for this architecture or another?
function is_written(call,   i) {
	for (i = 1; i <= nfiles; i++)
		if (list[i] ~ ("/" call "\\.[cS]$"))
			return 1
	return 0
}

# Makes the checks that need all tables: that entries, operations and calls exist,
# and that no symbol has two owners.
function check_all(   i) {
	if (longs !~ /^(1|2|2-aligned)$/)
		fail_at("sysdeps/" arch "/arch.sh", "arch_long_words is '" longs \
			"', not 1, 2 or 2-aligned")
	read_entries()
	for (i = 1; i <= ncalls; i++) {
		check_entries(calls[i])
		check_name(calls[i])
	}
	for (i = 1; i <= 127; i++)
		if (i in op_of && !(op_of[i] in args))
			fail_at(op_at[op_of[i]], "there is no call '" op_of[i] "'")
	for (i = 1; i <= nnamed; i++)
		check_names(named[i])
}

function check_names(call,   part, k, n, sym) {
	if (call != "*" && !(call in args))
		fail_at(names_at[call], "there is no call '" call "'")
	n = split(names[call], part, " ")
	for (k = 2; k <= n; k++) {
		sym = part[k]
		if (sym == "-" || sym == "*")
			continue
		if (sym in owner)
			fail_at(names_at[call], "symbol '" sym \
				"' is that of '" owner[sym] "' too")
		owner[sym] = call
	}
}
