# waiting.awk - lists the calls that wait for another process, for measure.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  Reads the tables of numbers and of socketcall; writes C: for each
# architecture a function that returns whether a number is such a call.

FNR == 1 {
	arch = FILENAME
	sub(/\/[^\/]*\.tbl$/, "", arch)
	sub(/.*\//, "", arch)
	if (arch == "socket")
		arch = "operation"
}

{ sub(/#.*/, "") }

$1 == "socketcall" { socketcall = $2 }

$1 ~ /^(accept|recv|poll|ppoll|select|pselect|_newselect|epoll_p?wait)/ {
	cases[arch] = cases[arch] " ||\n         number == " $2
}

function define(name, arch) {
	print "static int\n" name " (unsigned long number)\n{"
	print "  return 0" cases[arch] ";\n}\n"
}

END {
	print "/* waiting.h - made by waiting.awk from the tables.  */\n"
	define("waiting_i386", "i386")
	define("waiting_x86_64", "x86_64")
	define("operation_waits", "operation")
	print "static int"
	print "waiting_operation (long number, unsigned long operation)\n{"
	print "  return number == " socketcall \
	      " && operation_waits (operation);\n}"
}
