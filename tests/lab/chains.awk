# chains.awk - compares the calls of runs with the chains of chains.tbl.
# SPDX-License-Identifier: MIT
#
# usage: awk -v runs="ROUTE.ENTRY..." -f chains.awk of=errno bits/errno.h of=rows socket.tbl
#	of=operations socketcall.tbl of=numbers arch=A numbers.tbl ...
#	of=functions registers.tbl of=others entries.tbl of=chains chains.tbl of=real CALLS
# CALLS is the output of chains.jq, and RUNS what it must have.  Prints a line for each run
# and each call, "TEXT|" if it is right, else "TEXT|what is wrong|another line...".

of == "errno" && $1 == "#define" { errno[$2] = $3 }
of == "errno" { next }
of != "real" { sub(/(^|[ \t])#.*/, "") }
of != "real" && !NF { next }
of == "rows" {
	entries[$1] = $2
	flags[$1] = $3
}
of == "operations" { operation[$1] = $2 }
of == "numbers" { number[arch, $1] = $2 }
of == "functions" { first[$1, $2] = $3 }
of == "others" {
	other["i386", $1] = $2
	other["x86_64", $1] = $3
}
of == "chains" && $1 == "in" { listed[$2] = 1 }
of == "chains" { row[++rows] = $0 }
of != "real" { next }

# "5.10.0-32-686" and "5.10" are 5010.
function release(text,   part) {
	split(text, part, /[^0-9]/)
	return part[1] * 1000 + part[2]
}
# Returns the first row that begins with these words, of which "-" in the row is any, and
# has this release; its other words begin at CELL[FIRST].
function find(words, cell,   i, j, n, word) {
	n = split(words, word, " ")
	for (i = 1; i <= rows; i++) {
		split(row[i], cell, " ")
		for (j = 1; j <= n && (cell[j] == word[j] || cell[j] == "-"); j++)
			;
		if (j > n && (cell[j] == "-" || release(cell[j]) <= is_release) &&
		    (cell[j + 1] == "-" || is_release < release(cell[j + 1])))
			return j + 2
	}
	return 0
}
function rest(cell, at,   text) {
	for (text = cell[at]; (at + 1) in cell; at++)
		text = text " " cell[at + 1]
	return text
}

# How the call enters the kernel: sets kernel_name and its text by the path of the route.
function path_of(call,   i, n, list, direct) {
	n = split(entries[call], list, ",")
	for (i = 1; i <= n && !direct; i++) {
		sub(/\+.*/, "", list[i])
		if ((is_arch, list[i]) in number)
			direct = list[i]
	}
	if (route == "socketcall-only" || (route == "socketcall" && flags[call] !~ /E/)) {
		kernel_name = "socketcall"
		return number[is_arch, kernel_name] " socketcall operation " operation[call] \
			" " call
	}
	kernel_name = direct
	return number[is_arch, direct] " " direct
}

# The function of the call itself.
function first_of(call,   text) {
	if (is_arch == "i386" && (kernel_arch, call) in other && other[kernel_arch, call] != "-")
		return other[kernel_arch, call]
	text = first[kernel_arch, is_arch]
	sub(/%/, call, text)
	return text
}
# Is a function, with its result, in the chains of this run?
function is_in(text,   cell) {
	sub(/=.*/, "", text)
	return !(text in listed) || find("in " text " " (kernel_name == "socketcall" ? \
		"socketcall" : "direct") " " kernel_arch " " is_arch, cell)
}
# A chain without the functions that are not in those of this run: what they call is
# called by their caller.
function tree(text,   n, i, j, word, depth, at, level, given) {
	n = split(text, word, " ")
	text = ""
	for (i = given = 1; i <= n; i++) {
		if (word[i] ~ /^[>+<]$/) {
			given += (word[i] == ">") - (word[i] == "<")
			continue
		}
		# LEVEL of the functions that are below those left out.
		while (level && left[level] >= given)
			level--
		if (!is_in(word[i])) {
			left[++level] = given
			continue
		}
		depth = given - level
		for (j = depth; j < at; j++)
			text = text " <"
		text = text (!at ? "" : depth > at ? " > " : depth == at ? " + " : " ") word[i]
		at = depth
	}
	return text
}

# The text of a call, as chains.jq has it.
function chain(call, outcome, result,   path, at, cell, entered, by, value) {
	path = call
	sub(/[.].*/, "", path)
	path = path_of(path)
	if (!(at = find("entry " kernel_arch " " is_arch " " entry, cell)))
		return "chains.tbl has no row of entry " entry
	entered = rest(cell, at + 3)
	path = cell[at] " " path
	by = cell[at + 1] " in " cell[at + 2]
	if (!(at = find("chain " call " " outcome, cell)))
		return "chains.tbl has no row of chain " call " " outcome
	value = outcome == "ok" ? result : (-errno[outcome]) " " outcome
	return path ": " entered ", " by ", " first_of(kernel_name) " > " \
		tree(rest(cell, at)) " = " value " -> " \
		(outcome == "ok" ? result : "-1 " outcome)
}

function say(text, wrong) {
	print program ", " kernel " " is_arch " " route " " entry ": " text "|" wrong
}
# Compares the real call AT of ROLE with WANTED, as bind=0, socket=fd or bind=EADDRINUSE.
function compare(role, at, wanted,   part, ok, expected, wrong) {
	split(wanted, part, "=")
	ok = part[2] == "fd" || part[2] ~ /^[0-9]+$/
	if (part[2] == "fd")
		part[2] = result[role, at] ~ /^[0-9]+$/ ? result[role, at] : "fd"
	expected = chain(part[1], ok ? "ok" : part[2], part[2])
	if (expected != real[role, at])
		wrong = "want " expected "|got  " real[role, at]
	if (fault[role, at])
		wrong = wrong (wrong ? "|" : "") fault[role, at]
	say(role " " wanted, wrong)
}
function same(wanted, got) {
	sub(/[.=].*/, "", wanted)
	return wanted == got
}
# All calls of a process in their order.
function process(role, words,   n, i, j, want) {
	n = split(words, want, " ")
	i = j = 1
	while (i <= n || j <= calls[role]) {
		if (i <= n && j <= calls[role] && same(want[i], call[role, j]))
			compare(role, j++, want[i++])
		else if (i <= n && (j >= calls[role] || !same(want[i], call[role, j + 1])))
			say(role " " want[i++], "the call is missing")
		else {
			say(role " " call[role, j], "the call is additional|" real[role, j])
			j++
		}
	}
	delete calls[role]
}
# The run that ends here.
function run(   i, role, cell, words) {
	if (program == "")
		return
	say("it ends with 0", ended == "0" ? "" : "it ended with " ended)
	for (i = 1; i <= rows; i++) {
		split(row[i], cell, " ")
		if (cell[1] == "run" && cell[2] == program)
			words[cell[3]] = words[cell[3]] " " rest(cell, 4)
	}
	for (role in calls)
		words[role] = words[role]
	for (role in words)
		process(role, words[role])
	sub(" " route "[.]" entry " ", " ", runs)
}

BEGIN { runs = " " runs " " }
FNR == 1 { FS = "\t"; $0 = $0 }
$1 == "run" {
	run()
	program = $2
	sub(/.*\//, "", program)
	sub(/\.c$/, "", program)
	kernel = $3
	is_release = release($4)
	kernel_arch = $5
	is_arch = $6
	route = $7
	entry = $8
	ended = $9
}
$1 == "call" {
	call[$2, ++calls[$2]] = $3
	result[$2, calls[$2]] = $4
	real[$2, calls[$2]] = $5
	fault[$2, calls[$2]] = $6
}
END {
	run()
	if (runs !~ /^ *$/)
		print program ", " kernel ": all runs|there is none of" runs
}
