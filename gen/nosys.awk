# nosys.awk - makes the C of a call that the architecture has no path to.
# SPDX-License-Identifier: MIT
#
# A program file of the generator.  A file depends on its row alone, and is there
# only where it is compiled.

# The call as its row declares it.
function declaration(call) {
	return result_of[call] (result_of[call] ~ /\*$/ ? "" : " ") call \
		" (" list_of[call] ")"
}

function write_nosys(call, level,   file, type) {
	file = out "/nosys/" call ".c"
	type = result_of[call]
	emit(file, "/* " call ".c - the answer where there is no path, made from " \
		table_of(call) ".  */\n#include <nosys.h>\n")
	emit(file, declaration(call) "\n{")
	if (type ~ /void$/)
		emit(file, "  tg_nosys ();" (type ~ /_Noreturn/ ? "\n  for (;;)\n    ;" : ""))
	else
		emit(file, "  return (" type ")tg_nosys ();")
	emit(file, "}\n\nTG_NOSYS (" call ")")
	object(call, "$(B)/gen/" arch "-" libc "/nosys/" call ".c", level)
	print "nosys/" call ".c"
}
