# repro.awk - trapgate conform --repro: one case as one file of C.
# SPDX-License-Identifier: MIT
#
# POSIX awk; -f items.awk -f system.awk -f layout.awk -f words.awk -f repro.awk,
# and no input.
#   -v data=		share/trapgate
#   -v cases=		the files with cases; fixtures= those with fixtures
#   -v machine= flag=	the machine and the compiler's flag for it
#   -v entry= route=	the door
#   -v numbers=		the machine whose numbers it takes
#   -v calls=		the folders of the other tables of calls
#   -v version=
# and from the environment, as -v reads backslashes:
#   headers		our own headers for the machine
#   id into		the case; or a pattern, and the folder for the files

# Names that are the function's own: parameters, and what it declares.
function find_locals(i,   n, k, row, line, list, name, m) {
	split("", own)
	if (code[i] !~ /\n\{|^ *\{/)
		return
	n = split(code[i], line, "\n")
	for (k = 1; k <= n; k++) {
		row = line[k]
		if (k == 1 || row !~ /^ /) {
			# The head of a function.
			while (match(row, /[ *][a-z_0-9]+(\[[0-9]*\])?[,)]/)) {
				name = substr(row, RSTART + 1, RLENGTH - 2)
				sub(/\[.*/, "", name)
				own[name]
				row = substr(row, RSTART + RLENGTH - 1)
			}
			continue
		}
		sub(/^ *(for \()?/, "", row)
		if (!match(row, type_word))
			continue
		row = substr(row, RLENGTH + 1)
		while (k < n && row !~ /;/)
			row = row " " line[++k]
		sub(/;.*/, "", row)
		m = split_list(row, list)
		for (name = 1; name <= m; name++)
			if (match(list[name], /^[ *(]*[A-Za-z_][A-Za-z_0-9]*/)) {
				row = substr(list[name], RSTART, RLENGTH)
				gsub(/[ *(]/, "", row)
				own[row]
			}
	}
}

# What NAME is: the case's file before what replaces a fixture, before all.
function find(name, group) {
	if (group != "shared" && (name, group) in at)
		return at[name, group]
	if ((name, "repro") in at)
		return at[name, "repro"]
	if ((name, "shared") in at)
		return at[name, "shared"]
	return 0
}

# A name that is none of an item: of the tables, or the system's.
function want_other(name, value, group,   way) {
	if (name in done)
		return
	if ((name in args) && !plain[name] && value) {
		way = door_of(name)
		done[name]
		need(header[name])
		if (way == "")
			missing = missing " " name
		want(route == "mux" ? "MUX" : "RAW", 1, group)
		emit("door", way)
	} else if ((name in args) && plain[name] == 1 && value == 2 && name !~ /^get.*id$/) {
		done[name]
		want("answer", 1, group)
		emit("door", "#define " name "(...) answer (" name " (__VA_ARGS__))")
	} else if (name ~ /^SYS_/ && tolower(substr(name, 5)) in op) {
		done[name]
		emit("constant", "#define " name " " op[tolower(substr(name, 5))])
	} else if (name == "OPERATION_WORDS") {
		done[name]
		emit("constant", "#define " name " { " operation_words() " }")
	} else if (name == "TIME64_NUMBERS") {
		done[name]
		emit("constant", "#define " name " {" time64 " 0 }")
	} else if (name == "TIME64_GETPID") {
		done[name]
		emit("constant", "#define " name " " (time64 == "" ? -1 : number["getpid"]))
	} else if (name ~ /^NR_/) {
		done[name]
		emit("constant", "#define " name " " number[substr(name, 4)])
	} else if (name in lacking) {
		done[name]
		emit("constant", unless_defined(name, defined[name]))
	} else if (name == "registers_by_entry") {
		done[name]
		emit("assembly", "__asm__ (\n  \".pushsection .text\\n\"\n" \
			assembly(data "/conform/case/" machine "/registers.S") "  \".popsection\");\n" \
			"extern void conform_registers_" entry " (const long *in, long *out);\n" \
			"extern const unsigned long conform_lost_" entry ";\n" \
			"extern const int conform_register_count;\n" \
			"#define registers_by_entry conform_registers_" entry "\n" \
			"#define registers_lost conform_lost_" entry)
	}
	need(header[name])
}

function need(file) {
	if (file != "")
		included[file]
}

# VALUE: 0 the name alone, 1 a call, 2 a call whose value is asked for.  EARLY:
# it is named before the fixtures stand.
function want(name, value, group, early,   i) {
	i = find(name, group)
	if (!i)
		want_other(name, value, group)
	else {
		if (early)
			direct[i]
		if (!(i in taken))
			take(i, name)
	}
}

# A constant that some libcs have and some lack.
function unless_defined(name, body) {
	return "#ifndef " name "\n" body "\n#endif"
}

# All that the code of item I names, and then the item itself.
function take(i, name,   rest, word, before, after, start, mine, early) {
	taken[i]
	early = sort[i] == "macro" || of_group[i] == case_group
	rest = code[i]
	find_locals(i)
	for (word in own)
		mine = mine " " word " "
	while (match(rest, /[A-Za-z_][A-Za-z_0-9]*/)) {
		word = substr(rest, RSTART, RLENGTH)
		before = before substr(rest, 1, RSTART - 1)
		sub(/.*\n/, "", before)
		rest = substr(rest, RSTART + RLENGTH)
		after = substr(rest, 1, 2)
		start = before ~ /^ *(\(void\) *)?$/
		if (word == "struct" || word == "union") {
			match(rest, /^ [a-z_0-9]+/)
			word = word substr(rest, 1, RLENGTH)
			rest = substr(rest, RLENGTH + 1)
		}
		if (before !~ /(\.|->)$/ && before !~ /[0-9]$/ && \
		    !(index(mine, " " word " ") && after != " ("))
			want(word, after == " (" ? (start ? 1 : 2) : 0, of_group[i], early)
		before = before word
	}
	if (sort[i] != "case")
		emit(sort[i], name in lacking ? unless_defined(name, text[i]) : text[i], \
			note[i], i)
}

function skip_if(flag, list, what) {
	if (list ~ flag)
		return what
	return ""
}

# Why the case cannot be had through this door.
function refusal(id, needs) {
	if (needs ~ /NEEDS_MUX/ && route != "mux")
		return "it is for socketcall alone; add --route=mux"
	if (needs ~ /NEEDS_OWN/ && route != "own")
		return "it is for the call's own number alone; add --route=own"
	if (needs ~ /NEEDS_WIDE/ && flag == "-m32")
		return "it needs words of more than 32 bits; add -m64"
	if (numbers != machine && (needs ~ /NEEDS_LAYOUT/ || missing_layout))
		return "its structures are of another width than this entry's"
	if (missing != "")
		return "there is no door to" missing
	return ""
}

# What sees to what the case needs.
function needs_of(id,   needs) {
	needs = case_needs[id]
	return skip_if("NEEDS_ROOT", needs, "  need_root ();\n") \
		skip_if("NEEDS_NET", needs, "  own_network ();\n") \
		skip_if("NEEDS_USER", needs, "  need_user ();\n") \
		skip_if("NEEDS_IPV6", needs, "  need_ipv6 ();\n")
}

# The case is main itself, if it can be on any stack and goes to its end.
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

# All that the case names, and BODY, which comes before it.
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

function matches(id, pattern) {
	gsub(/[.+(){}\[\]^$|\\]/, "[&]", pattern)
	gsub(/\*/, ".*", pattern)
	gsub(/\?/, ".", pattern)
	return id ~ ("^" pattern "$")
}

# Up to five of the ids, after those in LIST: of CALL, or of any if it is "",
# that have PART in their name.
function ids_with(list, call, part,   i) {
	for (i = 1; i <= nids && split(list, five, " ") < 5; i++)
		if ((call == "" || index(ids[i], call "/") == 1) && \
		    index(tail(ids[i]), part) && !index(list " ", " " ids[i] " "))
			list = list " " ids[i]
	return list
}

# Ids that ID may have meant: those that begin so or have its name, which is
# no chance if it has four letters, and then any of its call.
function near(id,   i, call, name, out) {
	call = substr(id, 1, index(id, "/") - 1)
	name = tail(id)
	for (i = 1; i <= nids && split(out, five, " ") < 5; i++)
		if (index(ids[i], id) == 1)
			out = out " " ids[i]
	if (length(name) >= 4) {
		out = ids_with(out, call, substr(name, 1, 4))
		out = ids_with(out, "", name)
	}
	out = ids_with(out, call, "")
	return out == "" ? ", nor one of " call : "; near:" out
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
		"sys/resource.h sys/socket.h sys/stat.h sys/time.h sys/types.h sys/uio.h sys/un.h " \
		"sys/utsname.h sys/wait.h time.h ucontext.h unistd.h linux/time_types.h"
	load_system()
	load_table(data "/socket/socket.tbl")
	load_table(data "/socket/socketcall.tbl")
	load_table(data "/sysdeps/" numbers "/numbers.tbl")
	n = split(calls, list, " ")
	for (i = 1; i <= n; i++)
		load_table(data "/" list[i])
	load(data "/conform/case/" machine "/repro/" entry ".h", "repro")
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
		fail("no case is written: none that matches " id " has this door")
	exit 0
}

# The part behind the slash, as it is shown.
function tail(id) {
	sub(/[^\/]*\//, "", id)
	gsub(/_/, "-", id)
	return id
}
