# objects.awk - collects the objects of the library.
# SPDX-License-Identifier: MIT
#
# Part of the generator: generate.awk adds the calls, and this the rest; variants.awk
# writes their rules.

# Adds an object of the library.  LEVEL is the part of the variant that it depends
# on: "route" (and entry), "entry" alone, or "common"; "stub" for a stub.
function object(name, source, level) {
	order[++nobjects] = name
	source_of[name] = source
	level_of[name] = level
}

function stub_object(name) {
	object(name, "$(B)/gen/" arch "-" libc "/stubs/" name ".S", "stub")
	print "stubs/" name ".S"
}

# Adds a complete assembly file, assembled like the stubs.
function include_whole(name) {
	object(name, "$(srcdir)/sysdeps/" arch "/" name ".S", "stub")
	whole[name]
}

# Adds the objects by which a thread can be cancelled in a call.
function include_cancel(   path) {
	include_whole("cancel-word")
	include_whole("cancel")
	if ("socketcall" in number)
		include_whole("second-path-cancel")
	path = "libc/" libc "/pthread_cancel.c"
	if (path in have)
		object("pthread_cancel", "$(srcdir)/" path, "common")
}

# Adds the objects of the library that are not calls.
function make_rest(   i, n, path, name, part) {
	object("error", "$(srcdir)/libc/" \
		((("libc/" libc "/error.c") in have) ? libc "/" : "") "error.c", "route")
	object("variant", "$(srcdir)/libc/variant.c", "route")
	write_kernel_h()
	if ("socketcall" in number)
		include_whole("second-path")
	if (converts)
		include_whole("old-times")
	if (libc != "none" && ("sysdeps/" arch "/cancel.S") in have)
		include_cancel()
	if (libc != "none" || !(("sysdeps/" arch "/start.S") in have))
		return
	for (i = 1; i <= nfiles; i++) {
		path = list[i]
		n = split(path, part, "/")
		name = path
		gsub(/^.*\/|\.[cS]$/, "", name)
		if (name in args || name ~ \
		    /^(error|start|socket|probe|second-path.*|cancel.*|old-times)$/ || \
		    (part[1] == "libc" && part[2] != libc) || \
		    (part[1] == "sysdeps" && n == 4 && part[3] != libc))
			continue
		if (path ~ /\.S$/ && part[2] == arch)
			include_whole(name)
		else if (part[1] != "sysdeps" || part[2] == arch)
			object(name, "$(srcdir)/" path, part[1] == "libc" ? "common" : "entry")
	}
}
