# tables.awk - makes the tables that a conformance program is compiled with.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with row.awk, numbers.awk and emit.awk. Reads socket/socket.tbl,
# socket/socketcall.tbl, calls/*.tbl for the names of plain calls, the architecture's
# numbers.tbl, that of the architecture whose numbers its code can use as well, if any,
# and bits/errno.h; the rows themselves are checked by generate.awk.
#   -v arch= entries=	the architecture, its entries
#   -v foreign= foreign_entry=	the other architecture and its entry, or nothing
#   -v libc= functions=		a libc and the calls that it has, in place of paths;
#				call=symbol where its name is another
#   -v version=			of trapgate, where the program's runner is made
#   -v out=			the directory to write to

function fail(msg) {
	print FILENAME ":" FNR ": " msg > "/dev/stderr"
	failed = 1
	exit 1
}

function release(text,   part) {
	split(text, part, ".")
	return "RELEASE (" part[1] ", " part[2] + 0 ", " part[3] + 0 ")"
}

FILENAME ~ /errno\.h$/ {
	if ($1 == "#define" && $3 ~ /^[0-9]+$/)
		error[$3] = $2
	next
}

{ sub(/#.*/, "") }
NF == 0 { next }

FILENAME ~ /numbers\.tbl$/ {
	table = FILENAME
	sub(/\/numbers\.tbl$/, "", table)
	sub(/.*\//, "", table)
	if ($3 != "-") {
		if (is_time64($1, $3))
			time64[table] = time64[table] " " $2 ","
		number[table, $1] = $2
		since[table, $1] = $3
	} else if (table == arch)
		reserved = reserved " " $2 ","
	next
}

FILENAME ~ /socketcall\.tbl$/ {
	op[$1] = $2
	op_since[$1] = $3
	next
}

FILENAME ~ /(^|\/)calls\/[^\/]*$/ {
	plain = plain "\n#define IS_PLAIN_" $1 "(...) , 1"
	next
}

{
	calls[++ncalls] = $1
	args[$1] = arguments_of($0)
	flags[$1] = $3
	kernel[$1] = $2
}

# The entry by whose number WHICH has CALL, or nothing.
function path(which, call) {
	return entry_of(kernel[call], number, which SUBSEP)
}

function zeros_of(n,   text) {
	while (n-- > 0)
		text = text (text == "" ? "0" : ", 0")
	return text
}

# The macro by which a case makes CALL, and the function behind it: a thousand calls
# that each passed CALL would be larger.
function macro(call,   i, given, cast, typed, words) {
	for (i = 1; i <= 6; i++) {
		if (i > args[call]) {
			words = words ", UNUSED_WORD"
			continue
		}
		given = given (i > 1 ? ", " : "") "w" i
		cast = cast (i > 1 ? ", " : "") "WORD (w" i ")"
		typed = typed (i > 1 ? ", " : "") "long w" i
		words = words ", w" i
	}
	emit(macros_h, "extern long conform_" call " (" typed ");\n" \
		"#define " call "(" given ") \\\n  conform_" call " (" cast ")\n" \
		"#define IS_ANSWER_" call "(...) , 1\n" \
		"#define IS_ANSWER_conform_" call "(...) , 1")
	emit(functions_h, "long\nconform_" call " (" typed ")\n{\n" \
		"  return conform_call (CALL_" call words ");\n}")
}

# The functions of a libc in place of paths; a libc may lack some, or have one under
# another name: CALL=SYMBOL.
function make_libc(entry,   i, n, name, part, list, rows) {
	n = split(functions, name, " ")
	for (i = 1; i <= n; i++) {
		if (split(name[i], part, "=") < 2)
			part[2] = part[1]
		if (!(part[1] in args))
			continue
		emit(paths_h, "extern path_function conform_libc_" part[1] ";")
		list = list "      [CALL_" part[1] "] = { .stub = conform_libc_" part[1] \
			", .words = " args[part[1]] " },\n"
		rows = rows " \\\n  FUNCTION (" part[1] ", " part[2] ")"
	}
	emit(out "/conform-libc.h", "/* conform-libc.h - functions of " libc \
		"; made by tables.awk.  */\n#define LIBC_FUNCTIONS" rows)
	paths = "  { \"" libc "\", \"libc\", \"" libc "\", " trap(entry) ",\n    0, -1, " \
		getpid_of(number, arch SUBSEP) ", 1,\n    {\n" list "    } },\n"
	declared_trap[entry] = 1
}

# The symbols of ENTRY in registers.S and trap.S.
function trap(entry) {
	return "conform_trap_" entry ",\n    conform_registers_" entry ", conform_lost_" entry
}

# One path: ROUTE direct or socketcall, by ENTRY, with the numbers of WHICH.
function make_path(route, entry, which,   i, call, way, list, declared, stub) {
	for (i = 1; i <= ncalls; i++) {
		call = calls[i]
		way = path(which, call)
		if (route == "socketcall" && !((which, "socketcall") in number && call in op))
			way = ""
		if (way == "")
			continue
		list = list "      [CALL_" call "] = { "
		if (which == arch) {
			stub = "tg_" route "_" entry "_" call
			declared = declared "extern path_function " stub ";\n"
			list = list ".stub = " stub ", "
		}
		list = list ".number = " (route == "socketcall" ? op[call] : number[which, way]) \
			", .words = " args[call] ", .since = " \
			release(route == "socketcall" ? op_since[call] : since[which, way]) \
			" },\n"
	}
	if (list == "")
		return
	emit(paths_h, declared)
	paths = paths "  { \"" route "-" entry "\", \"" route "\", \"" entry "\", " \
		trap(entry) ",\n    " (which == arch ? 0 : 1) ", " \
		(route == "socketcall" ? number[which, "socketcall"] : -1) ", " \
		getpid_of(number, which SUBSEP) ", 0,\n    {\n" list "    } },\n"
	declared_trap[entry] = 1
}

# The calls by number, the macros by which cases make them, and their functions.
function write_calls(   calls_h, i) {
	calls_h = out "/conform-calls.h"
	macros_h = out "/conform-macros.h"
	functions_h = out "/conform-functions.h"
	emit(calls_h, "/* conform-calls.h - the socket calls; made by tables.awk.  */\n" \
		"enum conform_call\n{")
	for (i = 1; i <= ncalls; i++)
		emit(calls_h, "  CALL_" calls[i] ",")
	emit(calls_h, "  CALL_RAW,\n  CALL_NONE\n};\n#define CALLS CALL_RAW")
	emit(macros_h, "/* conform-macros.h - how a case calls; made by tables.awk.  */")
	emit(functions_h, "/* conform-functions.h - the calls of cases; made by tables.awk.  */")
	for (i = 1; i <= ncalls; i++)
		macro(calls[i])
	emit(macros_h, substr(plain, 2))
}

# The operations of socketcall; the numbers that are reserved, and those of calls with
# 64-bit time, each with the number of getpid in their table; the numbers of calls by
# which an emulator is recognised.
function write_operations(   operations_h, i, words, late) {
	operations_h = out "/conform-operations.h"
	emit(operations_h, "/* conform-operations.h - of socketcall; made by tables.awk.  */")
	for (i = 1; i <= ncalls; i++)
		if (calls[i] in op) {
			emit(operations_h, "#define SYS_" toupper(calls[i]) " " op[calls[i]])
			words = words " \\\n  [" op[calls[i]] "] = " args[calls[i]] ","
		}
	emit(operations_h, "#define OPERATION_WORDS { " words " }")
	# The words of a block: longs; in code of another width that calls by int $0x80, 32 bits.
	emit(operations_h, "#define BLOCK_WORD " \
		((foreign, "socketcall") in number ? "uint32_t" : "unsigned long"))
	# Code of another width: each kernel of this architecture has its layouts, too.
	emit(operations_h, "#define OTHER_LAYOUT " (foreign != "") + 0)
	late = arch in time64 ? arch : foreign in time64 ? foreign : ""
	emit(operations_h, "#define RESERVED_NUMBERS {" reserved " 0 }\n" \
		"#define RESERVED_GETPID " getpid_of(number, arch SUBSEP))
	emit(operations_h, "#define TIME64_NUMBERS {" (late == "" ? "" : time64[late]) " 0 }\n" \
		"#define TIME64_GETPID " (late == "" ? -1 : getpid_of(number, late SUBSEP)) \
		"\n#define NUMBER_ptrace " number[arch, "ptrace"] \
		"\n#define NUMBER_set_robust_list " number[arch, "set_robust_list"])
}

function write_paths(   n, i, entry, name) {
	paths_h = out "/conform-paths.h"
	emit(paths_h, "/* conform-paths.h - the paths; made by tables.awk.  */")
	n = split(entries, entry, " ")
	if (libc != "") {
		make_libc(entry[n])
		n = 0
		foreign = ""
	}
	for (i = 1; i <= n; i++)
		make_path("direct", entry[i], arch)
	for (i = 1; i <= n; i++)
		make_path("socketcall", entry[i], arch)
	if (foreign != "") {
		make_path("direct", foreign_entry, foreign)
		make_path("socketcall", foreign_entry, foreign)
	}
	for (name in declared_trap)
		emit(paths_h, "extern conform_trap_function conform_trap_" name ";\n" \
			"extern conform_registers_function conform_registers_" name ";\n" \
			"extern const unsigned long conform_lost_" name "[3];")
	emit(paths_h, "const struct path conform_paths[] = {\n" paths "  { 0 }\n};")
}

function write_names(   tables_h, i, names) {
	tables_h = out "/tables.h"
	emit(tables_h, "/* tables.h - names; made by tables.awk.  */")
	emit(tables_h, "const struct conform_call_name conform_calls[CALLS + 2] = {")
	for (i = 1; i <= ncalls; i++)
		emit(tables_h, "  { \"" calls[i] "\", " args[calls[i]] ", sizeof (" calls[i] " (" \
			zeros_of(args[calls[i]]) ")) },")
	emit(tables_h, "  { \"syscall\", 6, sizeof (long) },\n  { \"none\", 0, 0 }\n};")
	# By number; words need no pointers.
	for (i = 0; i < 512; i++)
		names = names (i in error ? error[i] : "-") " "
	sub(/(- )*$/, "", names)
	emit(tables_h, "static const char error_names[] = \"" names "\";")
}

# The names that the usage of the program has.
function write_version(   way, all) {
	way = entries (foreign == "" ? "" : " " foreign_entry)
	gsub(/ /, ", ", way)
	all = (arch, "socketcall") in number || (foreign, "socketcall") in number
	emit(out "/version.h", "#define VERSION \"" version "\"\n#define ARCH \"" arch "\"\n" \
		"#define ENTRIES \"" way "\"\n#define ROUTES \"direct" \
		(all ? ", socketcall" : "") "\"")
}

END {
	if (failed)
		exit 1
	write_calls()
	write_operations()
	write_paths()
	write_names()
	if (version != "")
		write_version()
	emit(out "/.made", "")
	write_files(out "/.made")
}
