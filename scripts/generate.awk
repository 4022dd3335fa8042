# generate.awk - makes stubs, rules and checks of one machine and one libc.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with inline.awk and emit.awk.  Called by generate.sh with the tables and
#   -v arch= libc= out=	the architecture, the libc, the directory to write to
#   -v routes= entries=	those of the architecture, in order
#   -v files=		the C and assembly files that there are, by path
# Prints the names of the stubs.
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
	emit(file, "/* " call " - the stub of " arch " over " libc ", made from " \
		folder[call] "/" folder[call] ".tbl.  */")
	emit(file, "#define CALL_NAME\t" call)
	if (template == "absent") {
		emit(file, "#define CALL_STRONG\t__tg_absent_" call)
		emit(file, "#define CALL_WEAK")
	} else {
		emit(file, "#define CALL_STRONG\t" strong)
		emit(file, "#define CALL_WEAK\t" weak)
	}
	emit(file, "#define CALL_NR\t\t" number[door] "\t/* " door " */")
	emit(file, "#define CALL_ARGS\t" (longs[call] ? \
		"(" words " + " longs[call] " * WORDS_OF_LONG)" : args[call]))
	emit(file, "#define CALL_ZEROS\t" zeros)
	if (call in op && "socketcall" in number) {
		emit(file, "#define CALL_OP\t\t" op[call])
		if (!has_fallback(call))
			shapes[args[call] "_" zeros] = 1
	}
	if (has_fallback(call)) {
		emit(file, "#define CALL_ELSE\t__tg_fallback_" call)
		emit(file, "#define CALL_ABSENT\t__tg_absent_" call)
	}
	if (flags[call] ~ /E/)
		emit(file, "#define CALL_OWN_FIRST\t1")
	emit(file, "#include <" template ".S>")
}

function has_fallback(call) {
	return (folder[call] "/fallback/" call ".c") in have
}

# An object of the library and its source.  LEVEL is the part of a variant that
# it depends on: a route with an entry, the entry alone, or none.
function object(name, source, level) {
	order[++nobjects] = name
	source_of[name] = source
	level_of[name] = level
}

function stub_object(name) {
	object(name, "$(B)/gen/" arch "-" libc "/stubs/" name ".S", "stub")
	print name
}

# The ends of stubs that try socketcall first, one for each shape.
function own_doors(   n, z, name, file) {
	for (n = 0; n <= 6; n++)
		for (z = 0; z <= 6; z++)
			if ((n "_" z) in shapes) {
				name = "own-door-" n "-" z
				file = out "/stubs/" name ".S"
				emit(file, "/* " name " - " n " arguments and " z \
					" zeros.  */")
				emit(file, "#define CALL_STRONG\t__tg_own_door_" n "_" z)
				emit(file, "#define CALL_WEAK")
				emit(file, "#define CALL_ARGS\t" n)
				emit(file, "#define CALL_ZEROS\t" z)
				emit(file, "#include <own-door.S>")
				emit(file, "\t.hidden\t__tg_own_door_" n "_" z)
				stub_object(name)
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
		emit(arity_c, "  (void) " call " (" arguments(args[call], 0) ");")
		if (flags[call] ~ /F/ || nosys)
			sweep = sweep " \\\n  X (" call ", (" \
				arguments(args[call], flags[call] ~ /F/ ? -1 : 0) "), " \
				(nosys ? "ENOSYS" : "EBADF") ")"
	}
	emit(names_h, "#define TG_ALIASES_" call aliases(call))
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
	object("error", "$(srcdir)/over/" \
		((("over/" libc "/error.c") in have) ? libc "/" : "") "error.c", "route")
	object("flavour", "$(srcdir)/over/flavour.c", "route")
	own_doors()
	if ("socketcall" in number)
		object("second-door", "$(srcdir)/sysdeps/generic/second-door.S", "entry")
	if (libc != "bare" || !(("sysdeps/" arch "/start.S") in have))
		return
	for (i = 1; i <= nfiles; i++) {
		path = list[i]
		split(path, part, "/")
		name = path
		gsub(/^.*\/|\.[cS]$/, "", name)
		if (name in args || name ~ /^(start|socket|syscall|probe)$/ || part[1] == "over" || \
		    part[2] == "generic")
			continue
		if (part[1] != "sysdeps" || part[2] == arch)
			object(name, "$(srcdir)/" path, part[1] == "csu" ? "common" : "entry")
	}
}

# stubs.S has every stub of every route and entry, for one run of the
# preprocessor; split.awk makes a file of each again.  The lines between them:
#   %stub "LIST" "PATH"	a stub follows, an object of that list
#   %object "LIST" "PATH"	so is this, which is made otherwise
#   %end		of the stub
# In quotes, or the preprocessor might replace what it takes for a macro.
function write_stubs(   n, m, i, k, route, entry) {
	n = split(routes, route, " ")
	m = split(entries, entry, " ")
	for (i = 1; i <= n; i++)
		for (k = 1; k <= m; k++) {
			begin_variant(route[i], entry[k])
			write_library(route[i] "-" entry[k], entry[k])
			write_prefixed(route[i] "-" entry[k], entry[k])
			end_variant(route[i], entry[k])
		}
	for (k = 1; k <= m; k++)
		for (i = 1; i <= n; i++)
			if (route[i] == "direct-only")
				write_doors("own", route[i], entry[k])
			else if (route[i] == "mux-only")
				write_doors("mux", route[i], entry[k])
}

function defines(route, entry, word, value) {
	gsub(/-/, "_", route)
	emit(stubs_s, word " TG_ROUTE_" route value "\n" word " TG_ENTRY_" entry value)
}
function begin_variant(route, entry) { defines(route, entry, "#define", " 1") }
function end_variant(route, entry) { defines(route, entry, "#undef", "") }

function include_stub(list, place, name) {
	emit(stubs_s, "%stub \"" list "\" \"" place "\"\n#include \"stubs/" name \
		".S\"\n%end\n#include <stub-end.h>")
}

function include_object(list, variant, entry, name) {
	emit(stubs_s, "%object \"" list "\" \"" (level_of[name] == "entry" ? entry : \
		level_of[name] == "common" ? "common" : variant) "/" name "\"")
}

function write_library(variant, entry,   i) {
	for (i = 1; i <= nobjects; i++)
		if (level_of[order[i]] == "stub")
			include_stub("library-" variant, variant "/" order[i], order[i])
		else
			include_object("library-" variant, variant, entry, order[i])
}

# The same stubs under a prefix, and what a stub may go to.
function write_prefixed(variant, entry,   n, i, call) {
	n = split(stubs, call, " ")
	emit(stubs_s, "#define TG_PREFIX tg_")
	for (i = 1; i <= n; i++)
		include_stub("prefixed-" variant, variant "/tg_" call[i], call[i])
	emit(stubs_s, "#undef TG_PREFIX")
	for (i = 1; i <= nobjects; i++)
		if (order[i] ~ /^(error|second-door|own-door-.*|absent-.*|fallback-.*)$/)
			include_object("prefixed-" variant, variant, entry, order[i])
}

# Every single door by this entry, under a name of its own.
function write_doors(way, route, entry,   n, i, call) {
	n = split(stubs, call, " ")
	begin_variant(route, entry)
	emit(stubs_s, "#define TG_SINGLE_DOOR\n#define TG_PREFIX tg_" way "_" entry "_")
	for (i = 1; i <= n; i++)
		include_stub("doors", "door-" way "-" entry "/" call[i], call[i])
	emit(stubs_s, "#undef TG_SINGLE_DOOR\n#undef TG_PREFIX")
	end_variant(route, entry)
}

# The objects of C, by level, and the sources of all.
function write_rules(   i, v, names_at, level) {
	v = arch "-" libc
	for (i = 1; i <= nobjects; i++) {
		level = level_of[order[i]]
		names_at[level] = names_at[level] " " order[i]
		emit(rules_mk, "source-" v "-" order[i] " = " source_of[order[i]])
	}
	emit(rules_mk, "route-objects-" v " =" names_at["route"] "\nentry-objects-" v \
		" =" names_at["entry"] "\ncommon-objects-" v " =" names_at["common"])
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
	emit(arity_c, "/* arity.c - every call with as many arguments as its row" \
		" says.  */\n#include <calls.h>\n\nextern void arity (void);\n\n" \
		"void\narity (void)\n{")
	emit(names_h, "/* names.h - the symbols of C functions that are calls.  */")
	emit(inline_h, "/* inline-calls.h - the socket calls of " arch " over " libc \
		", trapping inline.  */\n#define __TG_MAX_ERRNO " max_errno)
	emit(numbers_h, "/* numbers.h - the numbers of " arch " by name.  */")
	for (i = 1; i <= ncalls; i++)
		make_call(calls[i])
	make_rest()
	emit(arity_c, "}")
	for (n = 0; n <= highest; n++)
		if (n in number_of)
			emit(numbers_h, "#define TG_NR_" number_of[n] " " n)
	# For C that chooses among doors: -1 is a number that no kernel has.
	for (i = 1; i <= ncalls; i++)
		if (folder[calls[i]] == "socket") {
			if (!(calls[i] in number))
				emit(numbers_h, "#define TG_NR_" calls[i] " -1")
			if (calls[i] in op)	# With or without socketcall.
				emit(numbers_h, "#define TG_OP_" calls[i] " " op[calls[i]])
		}
	if (!("socketcall" in number))
		emit(numbers_h, "#define TG_NR_socketcall -1")
	rules_mk = out "/rules.mk"
	stubs_s = out "/stubs.S"
	write_rules()
	write_stubs()
	emit(out "/sweep.h", "/* sweep.h - every call whose answer to descriptor -1 is known:" \
		" X (call, arguments, errno).  */\n#define SWEEP_CALLS(X)" \
		sweep)
	emit(out "/extern", externs)
	write_files()
}

function make_call(call,   path, nosys, level) {
	if (!names_of(call))
		return
	level = folder[call] == "socket" ? "route" : "entry"
	path = override(call)
	if (path != "")
		object(call, "$(srcdir)/" path, level)
	else if (own_door(call)) {
		write_stub(call, out "/stubs/" call ".S", \
			folder[call] == "socket" ? "socket" : "syscall")
		if (has_fallback(call)) {
			write_stub(call, out "/stubs/absent-" call ".S", "absent")
			stub_object("absent-" call)
		}
		stub_object(call)
		if (folder[call] == "socket") {
			stubs = stubs " " call
			if (in_c(call) && !longs[call])
				write_inline(call)
		}
	} else {
		object(call, "$(srcdir)/" folder[call] "/" call ".c", level)
		nosys = 1
	}
	if (!nosys && has_fallback(call))
		object("fallback-" call, "$(srcdir)/" folder[call] "/fallback/" call ".c", \
			"route")
	externs = externs wanted
	write_checks(call, nosys)
}
