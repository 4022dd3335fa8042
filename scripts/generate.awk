# generate.awk - makes stubs, rules and checks of one machine and one libc.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with inline.awk.  Called by generate.sh with the tables and
#   -v arch= libc= out=	the machine, the libc, the folder to write to
#   -v files=		the C and assembly files that there are, by path
# The kind of a table follows from its name: numbers.tbl, socketcall.tbl,
# names.tbl; any other is a table of calls.  A wrong row is reported as
# file:line: what is wrong, every one of them, and nothing is written.

function fail(msg) { fail_at(FILENAME ":" FNR, msg) }

function fail_at(where, msg) {
	print short(where) ": " msg > "/dev/stderr"
	errors++
}

# A path without the source folder.
function short(path) {
	return index(path, srcdir "/") == 1 ? substr(path, length(srcdir) + 2) : path
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

# A later file, that of the machine, replaces rows of an earlier one.
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
		name = $i
		sub(/^\*/, "", name)
		if ($1 != "*" && name != "-" && name !~ /^[A-Za-z_][A-Za-z0-9_]*$/)
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
	if (NF != 4) {
		fail("a row is: call args flags else; this one has " NF " columns")
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
	folder[$1] = FILENAME
	sub(/\/[^\/]*$/, "", folder[$1])
	sub(/.*\//, "", folder[$1])
	flags[$1] = $3
	other[$1] = $4
	arity($1, $2)
	letters($3)
	if ($4 != "-" && $4 !~ /^[a-z_][a-z0-9_]*\+[0-9]+$/)
		fail("else '" $4 "' is neither f+N nor -")
	if (!((folder[$1] "/" $1 ".c") in have))
		fail("no file " folder[$1] "/" $1 ".c to answer where a machine" \
		     " has no door")
	if ($3 ~ /E/ && !has_fallback($1))
		fail("flag 'E' without its file " folder[$1] "/fallback/" $1 ".c")
}

# Words are counted as on a 32-bit machine, where an L is two.
function arity(call, spec,   words) {
	words = spec
	if (spec ~ /^[wL]+$/) {
		args[call] = length(spec)
		words = args[call] + gsub(/L/, "L", spec)
	} else if (spec ~ /^[0-9]+$/)
		args[call] = spec + 0
	else {
		fail("args '" spec "' is neither a number nor made of w and L")
		args[call] = words = 0
	}
	if (words + 0 > 6)
		fail(words " argument words; the kernel takes 0 to 6")
	longs[call] = words - args[call]
}

function letters(set,   i, c) {
	if (set == "-")
		return
	for (i = 1; i <= length(set); i++) {
		c = substr(set, i, 1)
		if (c !~ /[CEFGP]/)
			fail("unknown flag '" c "'")
		else if (index(substr(set, i + 1), c))
			fail("flag '" c "' twice")
	}
}

# What needs all tables: f+N, operations and names of calls that exist, no
# symbol twice.
function check_all(   i, call, part, k, n, sym) {
	for (i = 1; i <= ncalls; i++) {
		call = calls[i]
		if (split(other[call], part, "+") != 2)
			continue
		if (!(part[1] in args))
			fail_at(at[call], "else: there is no call '" part[1] "'")
		else if (part[2] < 1)
			fail_at(at[call], "else: +" part[2] " adds no zeros")
		else if (args[call] + part[2] > 6)
			fail_at(at[call], "else: " args[call] " + " part[2] \
				" arguments; the kernel takes 0 to 6")
		else if (args[call] + part[2] != args[part[1]])
			fail_at(at[call], "else: " part[1] " takes " \
				args[part[1]] " arguments, not " \
				args[call] + part[2])
	}
	for (i = 1; i <= 127; i++)
		if (i in op_of && !(op_of[i] in args))
			fail_at(op_at[op_of[i]], "there is no call '" op_of[i] "'")
	for (i = 1; i <= nnamed; i++) {
		call = named[i]
		if (call != "*" && !(call in args))
			fail_at(names_at[call], "there is no call '" call "'")
		n = split(names[call], part, " ")
		for (k = 2; k <= n; k++) {
			sym = part[k]
			sub(/^\*/, "", sym)
			if (sym == "-" || sym == "")
				continue
			if (sym in owner)
				fail_at(names_at[call], "symbol '" sym \
					"' is that of '" owner[sym] "' too")
			owner[sym] = call
		}
	}
}

# Sets strong, weak (comma-separated), wanted of a call; false: not offered.
function names_of(call,   part, n, k) {
	strong = weak = wanted = ""
	if (!(call in names)) {
		strong = call
		return "*" in names
	}
	n = split(names[call], part, " ")
	for (k = 2; k <= n; k++) {
		if (sub(/^\*/, "", part[k]))
			wanted = wanted " " part[k]
		if (part[k] == "-")
			continue
		if (k == 2)
			strong = part[k]
		else
			weak = weak (weak == "" ? "" : ", ") part[k]
	}
	return 1
}

# The file that the search order finds before a stub, or nothing.  A machine's
# socket.S is a template, never the call socket.
function override(call,   k, n, place, path) {
	n = split("over/" libc "/" arch " over/" libc " sysdeps/" arch, place, " ")
	for (k = 1; k <= n; k++) {
		path = place[k] "/" call
		if ((path ".c") in have)
			return path ".c"
		if ((path ".S") in have && path !~ /^sysdeps.*\/socket$/)
			return path ".S"
	}
	return ""
}

# Sets door and zeros; false: the machine has no number for the call.
function own_door(call,   part) {
	zeros = 0
	door = call
	if (call in number)
		return 1
	if (split(other[call], part, "+") == 2 && part[1] in number) {
		door = part[1]
		zeros = part[2]
		return 1
	}
	return 0
}

# The words of a stub, for TEMPLATE.
function write_stub(call, file, template,   words) {
	words = args[call] - longs[call]
	print "/* " call " - the stub of " arch " over " libc ", made from " \
		folder[call] "/" folder[call] ".tbl.  */" > file
	print "#define CALL_NAME\t" call > file
	if (template == "absent") {
		print "#define CALL_STRONG\t__tg_absent_" call > file
		print "#define CALL_WEAK" > file
	} else {
		print "#define CALL_STRONG\t" strong > file
		print "#define CALL_WEAK\t" weak > file
	}
	print "#define CALL_NR\t\t" number[door] "\t/* " door " */" > file
	print "#define CALL_ARGS\t" (longs[call] ? \
		"(" words " + " longs[call] " * WORDS_OF_LONG)" : args[call]) > file
	print "#define CALL_ZEROS\t" zeros > file
	if (call in op && "socketcall" in number) {
		print "#define CALL_OP\t\t" op[call] > file
		if (!has_fallback(call))
			shapes[args[call] "_" zeros] = 1
	}
	if (has_fallback(call)) {
		print "#define CALL_ELSE\t__tg_fallback_" call > file
		print "#define CALL_ABSENT\t__tg_absent_" call > file
	}
	if (flags[call] ~ /E/)
		print "#define CALL_OWN_FIRST\t1" > file
	print "#include <" template ".S>" > file
	close(file)
}

function has_fallback(call) {
	return (folder[call] "/fallback/" call ".c") in have
}

# Rules are for a flavour, $1, which the Makefile fills in.
function rule(object, source) {
	objects = objects " \\\n\t" object
	rules = rules "\n$(B)/obj/" arch "-" libc "/$1/" object ".o: " source " config.mk" \
		"\n\t$$(call compile," arch "," libc ",$1)\n"
}

# The ends of stubs that try socketcall first, one for each shape.
function own_doors(   n, z, name, file) {
	for (n = 0; n <= 6; n++)
		for (z = 0; z <= 6; z++)
			if ((n "_" z) in shapes) {
				name = "own-door-" n "-" z
				file = out "/stubs/" name ".S"
				print "/* " name " - " n " arguments and " z \
					" zeros.  */" > file
				print "#define CALL_STRONG\t__tg_own_door_" n "_" z > file
				print "#define CALL_WEAK" > file
				print "#define CALL_ARGS\t" n > file
				print "#define CALL_ZEROS\t" z > file
				print "#include <own-door.S>" > file
				print "\t.hidden\t__tg_own_door_" n "_" z > file
				close(file)
				rule(name, "$(B)/gen/" arch "-" libc "/stubs/" name ".S")
			}
}

# n arguments: the first one as given, then zeros.
function arguments(n, first,   list, i) {
	for (i = 1; i <= n; i++)
		list = list (i > 1 ? ", 0" : first)
	return list
}

# Is the name of the call, as C has it, one of its symbols?
function in_c(call) {
	return ("," strong ", " weak ",") ~ "[, ]" call ","
}

# The checks that the build and the tests make of every row.
function write_checks(call, nosys) {
	# Only what the headers declare can be called from C.
	if (in_c(call)) {
		print "  (void) " call " (" arguments(args[call], 0) ");" > arity_c
		if (flags[call] ~ /F/ || nosys)
			sweep = sweep " \\\n  X (" call ", (" \
				arguments(args[call], flags[call] ~ /F/ ? -1 : 0) "), " \
				(nosys ? "ENOSYS" : "EBADF") ")"
	}
	print "#define TG_ALIASES_" call aliases(call) > names_h
}

function aliases(call,   part, n, k, text, seen) {
	if (strong != "" && strong != call)
		text = " TG_ALIAS (" strong ", " call ")"
	n = split(weak, part, ", ")
	for (k = 1; k <= n; k++)
		text = text (part[k] == call ? " TG_WEAK (" call ")" : \
			" TG_WEAK (" part[k] ") TG_ALIAS (" part[k] ", " call ")")
	return text
}

# What belongs to the library besides the calls.
function make_rest(   i, path, name, part) {
	rule("error", "$(srcdir)/over/" \
		((("over/" libc "/error.c") in have) ? libc "/" : "") "error.c")
	rule("flavour", "$(srcdir)/over/flavour.c")
	own_doors()
	if ("socketcall" in number)
		rule("second-door", "$(srcdir)/sysdeps/generic/second-door.S")
	if (libc != "bare" || !(("sysdeps/" arch "/start.S") in have))
		return
	for (i = 1; i <= nfiles; i++) {
		path = list[i]
		split(path, part, "/")
		name = path
		gsub(/^.*\/|\.[cS]$/, "", name)
		if (name in args || name ~ /^(start|socket|syscall)$/ || part[1] == "over" || \
		    part[2] == "generic")
			continue
		if (part[1] != "sysdeps" || part[2] == arch)
			rule(name, "$(srcdir)/" path)
	}
}

END {
	if (!errors)
		check_all()
	if (!errors)
		read_types()
	if (errors)
		exit 1
	arity_c = out "/arity.c"
	names_h = out "/names.h"
	numbers_h = out "/numbers.h"
	inline_h = out "/inline-calls.h"
	print "/* arity.c - every call with as many arguments as its row" \
		" says.  */\n#include <calls.h>\n\nextern void arity (void);\n\n" \
		"void\narity (void)\n{" > arity_c
	print "/* names.h - the symbols of C functions that are calls.  */" > names_h
	print "/* inline-calls.h - the socket calls of " arch " over " libc \
		", trapping inline.  */\n#define __TG_MAX_ERRNO " max_errno > inline_h
	print "/* numbers.h - the numbers of " arch " by name.  */" > numbers_h
	for (i = 1; i <= ncalls; i++)
		make_call(calls[i])
	make_rest()
	print "}" > arity_c
	for (n = 0; n <= highest; n++)
		if (n in number_of)
			print "#define TG_NR_" number_of[n] " " n > numbers_h
	# For C that chooses among doors: -1 is a number that no kernel has.
	for (i = 1; i <= ncalls; i++)
		if (folder[calls[i]] == "socket") {
			if (!(calls[i] in number))
				print "#define TG_NR_" calls[i] " -1" > numbers_h
			if (calls[i] in op)	# With or without socketcall.
				print "#define TG_OP_" calls[i] " " op[calls[i]] > numbers_h
		}
	if (!("socketcall" in number))
		print "#define TG_NR_socketcall -1" > numbers_h
	print "objects-" arch "-" libc " =" objects "\nstubs-" arch "-" libc \
		" =" stubs "\n\ndefine rules-" arch "-" libc rules "endef" \
		> (out "/rules.mk")
	print "/* sweep.h - every call whose answer to descriptor -1 is known:" \
		" X (call, arguments, errno).  */\n#define SWEEP_CALLS(X)" \
		sweep > (out "/sweep.h")
	print externs > (out "/extern")
}

function make_call(call,   path, nosys) {
	if (!names_of(call))
		return
	path = override(call)
	if (path != "")
		rule(call, "$(srcdir)/" path)
	else if (own_door(call)) {
		write_stub(call, out "/stubs/" call ".S", \
			folder[call] == "socket" ? "socket" : "syscall")
		if (has_fallback(call)) {
			write_stub(call, out "/stubs/absent-" call ".S", "absent")
			rule("absent-" call, "$(B)/gen/" arch "-" libc \
				"/stubs/absent-" call ".S")
		}
		rule(call, "$(B)/gen/" arch "-" libc "/stubs/" call ".S")
		if (folder[call] == "socket") {
			stubs = stubs " " call
			if (in_c(call) && !longs[call])
				write_inline(call)
		}
	} else {
		rule(call, "$(srcdir)/" folder[call] "/" call ".c")
		nosys = 1
	}
	if (!nosys && has_fallback(call))
		rule("fallback-" call, "$(srcdir)/" folder[call] "/fallback/" call ".c")
	externs = externs wanted
	write_checks(call, nosys)
}
