# repro.awk - trapgate conform --repro: one case as one file of C.
# SPDX-License-Identifier: MIT
#
# POSIX awk, after all the others in this directory, and no input.
#   -v data=		share/trapgate
#   -v cases=		the files with cases; fixtures= those with fixtures
#   -v arch= class=	the architecture and its ELF class
#   -v compiler=	the command that compiles for it
#   -v entry= route=	the path
#   -v foreign=		the architecture and entry of code of another width, if any
#   -v numbers=		the architecture whose numbers it takes
#   -v kernel_of_entry=	the file with the raw call by the entry
#   -v calls=		the directories of the other tables of calls
#   -v version=
# and from the environment, as -v reads backslashes:
#   headers		our own headers for the architecture
#   id into		the case; or a pattern, and the directory for the files

function skip_if(flag, list, what) {
	if (list ~ flag)
		return what
	return ""
}

# Why the case is not available through this path.
function refusal(id, needs) {
	if (needs ~ /NEEDS_SOCKETCALL/ && route != "socketcall")
		return "it is for socketcall alone; add --route=socketcall"
	if (needs ~ /NEEDS_DIRECT/ && route != "direct")
		return "it is for the direct path alone; add --route=direct"
	if (needs ~ /NEEDS_WIDE/ && class == 1)
		return "it needs words of more than 32 bits; take an architecture of 64 bits"
	if (numbers != arch && (needs ~ /NEEDS_LAYOUT/ || missing_layout))
		return "its structures are of another width than this entry's"
	if (missing != "")
		return "there is no path to" missing
	return ""
}

# The code that provides the needs of the case.
function needs_of(id,   needs) {
	needs = case_needs[id]
	return skip_if("NEEDS_ROOT", needs, "  need_root ();\n") \
		skip_if("NEEDS_NET", needs, "  own_network ();\n") \
		skip_if("NEEDS_USER", needs, "  need_user ();\n") \
		skip_if("NEEDS_IPV6", needs, "  need_ipv6 ();\n")
}

# The case becomes main itself, if it can run on any stack and reaches its end.
function main_of(id, before,   body, after) {
	body = text[case_of[id]]
	sub(/^[ \n]*\{[ \n]*/, "  ", body)
	sub(/[ \n]*\}[ \n]*$/, "\n", body)
	after = (at["conform_fork", "repro"] in taken ? \
		"  if (differs && *differs)\n    return 1;\n" : "") "  puts (\"as expected\");\n}\n"
	if (low || body ~ /[^a-z_]return;/)
		return "static void " case_function[id] " (void)\n{\n" before body "}\n\n" \
			"int main (void)\n{\n  " (low ? "on_low_stack (" case_function[id] ")" : \
			case_function[id] " ()") ";\n" after
	return "int main (void)\n{\n" before body after
}

# Adds everything that the case names, and BODY, which precedes it.
function take_all(id, body,   i, name) {
	i = case_of[id]
	case_group = of_group[i]
	split("", taken)
	split("", done)
	split("", included)
	layout_reset()
	missing = ""
	need("stdio.h")
	if (low)
		want("on_low_stack", 1, case_group, 1)
	while (match(body, /[a-z_0-9]+ \(/)) {
		name = substr(body, RSTART, RLENGTH - 2)
		if (name != case_function[id])
			want(name, 1, case_group, 1)
		body = substr(body, RSTART + RLENGTH)
	}
	take(i, "case " id)
	if (at["conform_fork", "repro"] in taken)
		want("differs", 0, case_group, 1)
	missing_layout = ("sendmsg" in done) || ("recvmsg" in done) || ("sendmmsg" in done) || \
		("recvmmsg" in done) || ("recvmmsg_time64" in done)
}

# The whole file, or nothing and a line on standard error.
function make(id,   before, list, why, n, k, out) {
	before = needs_of(id)
	take_all(id, before)
	why = refusal(id, case_needs[id])
	if (why != "") {
		print "trapgate conform: " id " by " route "-" entry ": " why > "/dev/stderr"
		failed = 1
		return ""
	}
	out = head(id) "\n#define _GNU_SOURCE\n"
	n = split(order, list, " ")
	for (k = 1; k <= n; k++)
		if (list[k] in included)
			out = out "#include <" list[k] ">\n"
	return out layout(case_group, main_of(id, before))
}

BEGIN {
	headers = ENVIRON["headers"]
	id = ENVIRON["id"]
	into = ENVIRON["into"]
	type_word = "^(static |const |volatile |unsigned |signed |register )*" \
		"((struct|union|enum) [a-z_0-9]+|unsigned|int|char|short|long long|long|" \
		"[a-z_0-9]+_t)[ *]"
	order = "arpa/inet.h errno.h fcntl.h netinet/in.h netinet/tcp.h poll.h sched.h signal.h " \
		"stddef.h stdint.h stdio.h stdlib.h string.h sys/ioctl.h sys/mman.h sys/prctl.h " \
		"sys/resource.h sys/socket.h sys/stat.h sys/time.h sys/types.h " \
		"sys/uio.h sys/un.h " \
		"sys/utsname.h sys/wait.h time.h ucontext.h unistd.h linux/time_types.h"
	load_system()
	load_table(data "/socket/socket.tbl")
	load_table(data "/socket/socketcall.tbl")
	load_table(data "/sysdeps/" numbers "/numbers.tbl")
	n = split(calls, list, " ")
	for (i = 1; i <= n; i++)
		load_table(data "/" list[i])
	load(kernel_of_entry, "repro")
	load(data "/conform/repro/checks.h", "repro")
	load(data "/conform/repro/fixtures.h", "repro")
	low = ("on_low_stack", "repro") in at
	n = split(fixtures, list, " ")
	for (i = 1; i <= n; i++)
		load(list[i], "shared")
	n = split(cases, list, " ")
	for (i = 1; i <= n; i++)
		load(list[i], list[i])
	if (into == "") {
		if (index(id, "/"))
			sub(/\/.*/, "/" tail(id), id)
		if (!(id in case_of))
			fail("there is no case " id near(id) "; --list has all")
		out = make(id)
		printf "%s", out
		exit failed ? 2 : 0
	}
	for (i = 1; i <= nids; i++)
		if (matches(ids[i], id)) {
			matching++
			out = make(ids[i])
			name = ids[i]
			sub(/\//, "-", name)
			if (out != "") {
				printf "%s", out > (into "/" name ".c")
				if (close(into "/" name ".c") != 0)
					fail("cannot write to " into "; is there room?")
				written++
			}
		}
	if (!matching)
		fail("there is no case " id "; --list has all")
	if (!written)
		fail("no case is written: none that matches " id " has this path")
	exit 0
}
