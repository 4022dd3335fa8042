# variants.awk - writes the objects of each route and entry, and their rules.
# SPDX-License-Identifier: MIT
#
# Part of the generator: writes stubs.S for the preprocessor and rules.mk for make,
# with the objects that generate.awk has collected.

# stubs.S has every stub of every route and entry, for one run of the
# preprocessor; split.awk splits its output.  The lines between the stubs:
#   %stub "LIST" "PATH"	a stub follows, an object of that list
#   %object "LIST" "PATH"	another object of that list, not a stub
#   %end			the end of a stub
# The quotes prevent the preprocessor from expanding macros in the names.
function write_stubs(   n, m, i, k, route, entry) {
	n = split(routes, route, " ")
	m = split(entries, entry, " ")
	for (i = 1; i <= n; i++)
		for (k = 1; k <= m; k++) {
			begin_variant(route[i], entry[k])
			write_library(route[i] "-" entry[k], entry[k])
			write_prefixed(route[i] "-" entry[k], entry[k])
			write_shared(route[i] "-" entry[k], entry[k])
			end_variant(route[i], entry[k])
			write_note(route[i] "-" entry[k])
		}
	for (k = 1; k <= m; k++)
		for (i = 1; i <= n; i++)
			if (route[i] == "direct-only")
				write_paths("direct", route[i], entry[k])
			else if (route[i] == "socketcall-only")
				write_paths("socketcall", route[i], entry[k])
}

function defines(route, entry, word, value) {
	gsub(/-/, "_", route)
	emit(stubs_s, word " TG_ROUTE_" route value "\n" word " TG_ENTRY_" entry value)
}
function begin_variant(route, entry) { defines(route, entry, "#define", " 1") }
function end_variant(route, entry) { defines(route, entry, "#undef", "") }

function put_stub(list, place, text) {
	emit(stubs_s, "%stub \"" list "\" \"" place "\"\n" text "\n%end\n" \
		"#include <stub-end.h>")
}

# The stub of CALL under a name with a prefix, by which it is beside the libc's.
function put_prefixed(list, place, prefix, call) {
	put_stub(list, place, symbol_words(prefix call, "", ".Lmark") body[call] \
		"#include <socket.S>")
}

function include_object(list, target, entry, name) {
	emit(stubs_s, "%object \"" list "\" \"" (level_of[name] == "entry" ? entry : \
		level_of[name] == "common" ? "common" : target) "/" name "\"")
}

function write_library(target, entry,   i) {
	for (i = 1; i <= nobjects; i++)
		put_object("library-" target, target, entry, order[i])
}

function put_object(list, target, entry, name) {
	if (level_of[name] == "stub")
		put_stub(list, target "/" name, "#include " (name in whole ? \
			"<" name ".S>" : "\"stubs/" name ".S\""))
	else
		include_object(list, target, entry, name)
}

# The objects of the shared object.  The C files that gen/shared.mk compiles for it
# replace those of the same name.
function write_shared(target, entry,   i) {
	if (libc == "none")
		return
	emit(stubs_s, "#define TG_SHARED 1")
	for (i = 1; i <= nobjects; i++)
		put_object("shared-" target, target, entry, order[i])
	emit(stubs_s, "#undef TG_SHARED")
}

# The same stubs under a prefix, and the objects to which a stub may jump.
function write_prefixed(target, entry,   n, i, call) {
	if (converts)
		include_object("prefixed-" target, target, entry, "old-times")
	n = split(stubs, call, " ")
	for (i = 1; i <= n; i++)
		put_prefixed("prefixed-" target, target "/tg_" call[i], "tg_", call[i])
	for (i = 1; i <= nobjects; i++)
		if (order[i] ~ /^(error|(second-path|absent-|fallback-|cancel|pthread_cancel).*)$/)
			include_object("prefixed-" target, target, entry, order[i])
}

# Each path alone by this entry, under a separate name.
function write_paths(way, route, entry,   n, i, call) {
	n = split(stubs, call, " ")
	begin_variant(route, entry)
	emit(stubs_s, "#define TG_ONE_PATH")
	for (i = 1; i <= n; i++)
		if (way == "direct" || call[i] in op)
			put_prefixed("paths", "path-" way "-" entry "/" call[i], \
				"tg_" way "_" entry "_", call[i])
	emit(stubs_s, "#undef TG_ONE_PATH")
	end_variant(route, entry)
}

# An ELF note of the owner "trapgate", type 1, for trapgate show: "VERSION LIBC
# ROUTE-ENTRY".  It is assembled with the function that sets errno, which is in
# every program; it is not loaded, and survives strip.
function write_note(variant) {
	emit(out "/note-" variant ".s", "\t.section .note.trapgate, \"\", %note\n" \
		"\t.balign\t4\n\t.long\t9, 2f - 1f, 1\n\t.asciz\t\"trapgate\"\n" \
		"\t.balign\t4\n1:\t.asciz\t\"" version " " libc " " variant "\"\n" \
		"2:\t.balign\t4")
}

# The C objects by level, and the sources of all objects.
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

# For all stubs: the range of errors, the errors that stubs test for, from the
# architecture's errno header, and the number of socketcall.
function write_kernel_h(   path, line, part, errno, file) {
	path = srcdir "/sysdeps/" arch "/bits/errno.h"
	if ((getline line < path) < 0)
		path = srcdir "/sysdeps/generic/bits/errno.h"
	close(path)
	while ((getline line < path) > 0)
		if (line ~ /^# *define E[A-Z0-9]+ +[0-9]/) {
			sub(/^# *define /, "", line)
			split(line, part, " ")
			errno[part[1]] = part[2]
		}
	close(path)
	if (!("ENOSYS" in errno && "EINVAL" in errno))
		fail_at(path, "no numbers ENOSYS and EINVAL can be read")
	file = out "/kernel.h"
	emit(file, "/* kernel.h - the kernel's constants for the stubs of " arch ".  */")
	emit(file, "#define MAX_ERRNO\t" max_errno)
	emit(file, "#define ENOSYS\t\t" errno["ENOSYS"] "\n#define EINVAL\t\t" errno["EINVAL"])
	if ("socketcall" in number)
		emit(file, "#define TG_NR_socketcall\t" number["socketcall"])
	if (!("ENOPROTOOPT" in errno))
		fail_at(path, "no number ENOPROTOOPT can be read")
	emit(file, "#define ENOPROTOOPT\t" errno["ENOPROTOOPT"])
}
