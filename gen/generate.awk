# generate.awk - generates the stubs, rules and checks of one target.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with rows.awk, row.awk, prototype.awk, objects.awk, nosys.awk,
# variants.awk, inline.awk and emit.awk.  Called by generate.sh with the tables and
#   -v arch= libc= out=	the architecture, the libc, the output directory
#   -v routes= entries=	those of the architecture, in order
#   -v longs=		the words of a 64-bit argument: arch_long_words
#   -v numbers=		the numbers.tbl of every architecture
#   -v files=		the paths of all C and assembly files of the library
# Prints the names of the generated sources.

# Sets the symbols of a call, strong and weak (comma-separated); false if the libc
# does not provide the call.
function names_of(call,   part, n, k) {
	strong = weak = ""
	if (!(call in names)) {
		strong = call
		return "*" in names
	}
	n = split(names[call], part, " ")
	for (k = 2; k <= n; k++) {
		if (part[k] == "-")
			continue
		if (k == 2)
			strong = part[k]
		else
			weak = weak (weak == "" ? "" : ", ") part[k]
	}
	return 1
}

# The file that overrides the stub by the search order, or nothing.  An
# architecture's socket.S is a template, never the call socket.
function override(call,   k, n, place, path) {
	n = split("sysdeps/" arch "/" libc " libc/" libc " sysdeps/" arch, place, " ")
	for (k = 1; k <= n; k++) {
		path = place[k] "/" call
		if ((path ".c") in have)
			return path ".c"
		if ((path ".S") in have && path != "sysdeps/" arch "/socket")
			return path ".S"
	}
	return ""
}

# Sets entry and zeros; false if the architecture has no number for the call.
function direct_path(call) {
	entry = entry_of(kernel[call], number)
	return entry != ""
}

# The macros for the symbols of a stub; the mark, for trapgate show, is local.
function symbol_words(strong, weak, mark) {
	return "#define CALL_STRONG\t" strong "\n#define CALL_WEAK\t" weak \
		"\n#define CALL_MARK\t" mark "\n"
}

# The other macros of the stub of CALL, for every template.
function call_words(call,   text) {
	text = "#define CALL_NR\t\t" number[entry] "\t/* " entry " */\n" \
		"#define CALL_ARGS\t" words_of(call, longs) "\n" \
		"#define CALL_ZEROS\t" zeros "\n"
	if (call in op && "socketcall" in number)
		text = text "#define CALL_OP\t\t" op[call] "\n"
	if (has_fallback(call))
		text = text "#define CALL_FALLBACK\t__tg_fallback_" call "\n" \
			"#define CALL_UNIMPLEMENTED\t__tg_absent_" call "\n"
	if (converts_times(call))
		text = text "#define CALL_TIMES\t__tg_fallback_" call "\n" \
			"#define CALL_AGAIN\t__tg_again_" call "\n" \
			(flags[call] ~ /C/ ? "#define CALL_TIMES_FIRST 1\n" : "") \
			(flags[call] ~ /O/ ? "#define CALL_OPTION\t__tg_option_" call "\n" : "")
	if (flags[call] ~ /E/)
		text = text "#define CALL_DIRECT_FIRST\t1\n"
	if (libc != "none" && flags[call] ~ /C/)
		text = text "#define CALL_CANCEL\t1\n"
	if (flags[call] ~ /P/)
		text = text "#define CALL_POINTER\t1\n"
	# All 32-bit values are valid results.
	if (result_of[call] ~ /^[ug]id_t$/)
		text = text "#define CALL_NEVER_FAILS 1\n"
	return text
}

function write_stub(name, call, symbols, template) {
	emit(out "/stubs/" name ".S", "/* " name " - a stub of " arch "-" libc \
		", made from " table_of(call) ".  */\n" symbols body[call] \
		"#include <" template ".S>")
	stub_object(name)
}

# The table with the row of CALL.
function table_of(call,   path) {
	path = short(at[call])
	sub(/:[0-9]*$/, "", path)
	return path
}

function line_of(call) { return substr(at[call], match(at[call], /[0-9]*$/)) }

# Writes the stub of CALL and, for a call with a fallback, its tail.
function write_stubs_of(call, template) {
	body[call] = call_words(call)
	if (has_fallback(call))
		write_stub("absent-" call, call, \
			symbol_words("__tg_absent_" call, "", ".Lmark"), "absent")
	write_stub(call, call, converts_times(call) && flags[call] ~ /[CO]/ ? \
		two_entries(call) : symbol_words(strong, weak, \
		libc == "none" ? ".Lmark" : "__tg_is_" call), template)
}

# The symbols of a call that may go to C first: if some end in 64, the others have
# 32-bit times, and an entry of their own.
function two_entries(call,   part, n, i, wide, plain, is_wide) {
	n = split(weak, part, ", ")
	for (i = 1; i <= n; i++)
		if (part[i] !~ /64$/)
			plain = plain (plain == "" ? "" : ", ") part[i]
		else
			wide = wide (wide == "" ? "" : ", ") part[i]
	is_wide = strong ~ /64$/
	if (is_wide ? plain == "" : wide == "")
		return symbol_words(strong, weak, "__tg_is_" call)
	return symbol_words(is_wide ? strong : "", wide, "__tg_is_" call) \
		"#define CALL_PLAIN_STRONG\t" (is_wide ? "" : strong) \
		"\n#define CALL_PLAIN\t" plain "\n#define CALL_PLAIN_MARK\t__tg_is_" call ".plain\n"
}

# The C by another call, where the architecture has no number, but others.
function substitute_of(call) { return directory[call] "/substitute/" call ".c" }
function has_substitute(call) { return highest && substitute_of(call) in have }

function fallback_of(call) { return directory[call] "/fallback/" call ".c" }

# Does a fallback do the work where the kernel lacks the call?
function has_fallback(call) {
	return (flags[call] !~ /T/ || flags[call] ~ /E/) && fallback_of(call) in have
}

# Does a fallback convert the times of the call?  No header for programs without a
# libc has 64-bit times.
function converts_times(call) {
	return flags[call] ~ /T/ && libc != "none" && "recvmmsg" in number && \
		"recvmmsg_time64" in number && ("sysdeps/" arch "/old-times.S") in have
}

# n arguments: FIRST, then zeros.
function arguments(n, first,   list, i) {
	for (i = 1; i <= n; i++)
		list = list (i > 1 ? ", 0" : first)
	return list
}

# Is the plain name of the call one of its symbols?
function in_c(call) {
	return ("," strong ", " weak ",") ~ "[, ]" call ","
}

# Writes the checks of a row that the build and the tests make.
function write_checks(call, nosys) {
	# C can call only the names that the headers declare.
	if (in_c(call)) {
		emit(prototypes_c, "#line " line_of(call) " \"" table_of(call) "\"\n" \
			"extern __typeof__ (" call ") " call ";\n#line " line_of(call) "\n" \
			"extern " declaration(call) ";")
		if (flags[call] ~ /F/ || nosys)
			sweep = sweep " \\\n  X (" call ", (" \
				arguments(args[call], flags[call] ~ /F/ ? -1 : 0) "), " \
				(nosys ? "ENOSYS" : "EBADF") ")"
	}
	emit(names_h, "#define TG_ALIASES_" call " TG_IS (" call ")" aliases(call))
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

# A number that changes with the names.
function checksum(text,   sum, i) {
	for (i = 1; i <= length(text); i++)
		sum = (sum * 257 + index(alphabet, substr(text, i, 1))) % 2147483647
	return sum
}

# The numbers of all calls.  For C that chooses a path: -1 means that there is no
# number, and operations are there even without socketcall.
function write_numbers_h(   numbers_h, n, i, call) {
	numbers_h = out "/numbers.h"
	emit(numbers_h, "/* numbers.h - the system call numbers of " arch ".  */")
	for (n = 0; n <= highest; n++)
		if (n in number_of)
			emit(numbers_h, "#define TG_NR_" number_of[n] " " n)
	for (i = 1; i <= ncalls; i++) {
		call = calls[i]
		if (directory[call] != "socket")
			continue
		if (!(call in number))
			emit(numbers_h, "#define TG_NR_" call " -1")
		if (call in op)
			emit(numbers_h, "#define TG_OP_" call " " op[call])
	}
	if (!("socketcall" in number))
		emit(numbers_h, "#define TG_NR_socketcall -1")
	emit(numbers_h, "#define TG_CONVERTS_TIMES " converts + 0)
}

END {
	alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
	if (!errors)
		check_all()
	read_words()
	if (errors)
		exit 1
	prototypes_c = out "/prototypes.c"
	names_h = out "/names.h"
	inline_h = out "/inline-calls.h"
	emit(prototypes_c, "/* prototypes.c - declares every call as in the headers and as in its" \
		"\n   row, so that the compiler compares the two.  */\n#include <calls.h>")
	emit(names_h, "/* names.h - the symbols of calls that are written in C.  */")
	emit(inline_h, "/* inline-calls.h - the inline socket calls of " arch "-" libc \
		".  */\n#define __TG_MAX_ERRNO " max_errno)
	for (i = 1; i <= ncalls; i++)
		make_call(calls[i])
	make_rest()
	write_numbers_h()
	rules_mk = out "/rules.mk"
	stubs_s = out "/stubs.S"
	write_rules()
	write_stubs()
	emit(out "/sweep.h", "/* sweep.h - calls that fail with a known errno for descriptor" \
		" -1:\n   X (call, arguments, errno).  */\n#define SWEEP_CALLS(X)" sweep)
	gsub(/,/, "", all_names)
	emit(out "/names", checksum(all_names) all_names)
	write_version_script(all_names " " exports)
	write_files(rules_mk)
}

# The linker's list of what the shared object exports.
function write_version_script(names,   n, i, name) {
	if (("sysdeps/" arch "/cancel.S") in have)
		names = names " pthread_cancel"
	n = split(names, name, " ")
	emit(out "/shared.map", "{\nglobal:")
	for (i = 1; i <= n; i++)
		emit(out "/shared.map", "\t" name[i] ";")
	emit(out "/shared.map", "local:\n\t*;\n};")
}

function make_call(call,   path, nosys, level) {
	if (!names_of(call))
		return
	level = directory[call] == "socket" ? "route" : "entry"
	path = override(call)
	if (path != "")
		object(call, "$(srcdir)/" path, level)
	else if (kernel[call] == "-" && (directory[call] "/" call ".c") in have)
		object(call, "$(srcdir)/" directory[call] "/" call ".c", level)
	else if (direct_path(call)) {
		write_stubs_of(call, directory[call] == "socket" ? "socket" : "syscall")
		if (directory[call] == "socket") {
			stubs = stubs " " call
			if (in_c(call) && can_inline(call))
				write_inline(call)
		}
	} else if (has_substitute(call))
		object(call, "$(srcdir)/" substitute_of(call), level)
	else {
		write_nosys(call, level)
		nosys = 1
	}
	if (!nosys && has_fallback(call))
		object("fallback-" call, "$(srcdir)/" fallback_of(call), "route")
	else if (!nosys && converts_times(call)) {
		object("fallback-" call, "$(srcdir)/" fallback_of(call), "entry")
		converts = 1
	}
	all_names = all_names (strong == "" ? "" : " " strong) \
		(weak == "" ? "" : " " weak)
	write_checks(call, nosys)
}
