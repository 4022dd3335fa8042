# nosys.awk - generates the C of a call that has no path on the architecture.
# SPDX-License-Identifier: MIT
#
# Part of the generator.  A file depends on its row alone, and is generated only
# for targets that compile it.

# The declaration of the call, by its row.
function declaration(call) {
	return result_of[call] (result_of[call] ~ /\*$/ ? "" : " ") call \
		" (" list_of[call] ")"
}

function write_nosys(call, level,   file, type) {
	file = out "/nosys/" call ".c"
	type = result_of[call]
	emit(file, "/* " call ".c - fails with ENOSYS, generated from its row.  */" \
		"\n#include <nosys.h>\n")
	emit(file, declaration(call) "\n{")
	if (type ~ /void$/)
		emit(file, "  tg_nosys ();" (type ~ /_Noreturn/ ? "\n  for (;;)\n    ;" : ""))
	else
		emit(file, "  return (" type ")tg_nosys ();")
	emit(file, "}\n\nTG_NOSYS (" call ")")
	object(call, "$(B)/gen/" arch "-" libc "/nosys/" call ".c", level)
	print "nosys/" call ".c"
}
