# table.awk - prints the table of make demo.
# SPDX-License-Identifier: MIT
#
# usage: awk -f table.awk kind=rows ROWS kind=sizes SIZES kind=talk TALK
# ROWS: target, architecture, libc, route and method to run; SIZES: output of wc;
# TALK: output of pair.c.  Exits 1 if a conversation differs from that with the
# libc alone.

kind == "rows" {
	split($0, row, "\t")
	targets[++rows] = row[1]
	arch[row[1]] = row[2]
	libc[row[1]] = row[3]
	route[row[1]] = row[4]
	how[row[1]] = row[5]
}
kind == "sizes" {
	sub(/.*\//, "", $2)
	sub(/-replyhi$/, "", $2)
	size[$2] = $1
}
kind == "talk" {
	split($0, part, "\t")
	pair = part[1]
	role = part[2]
	if (part[3] == "exit")
		talk[pair] = talk[pair] "\n" role " " part[4]
	else if (part[3] == "output")
		talk[pair] = talk[pair] "\n" role ": " part[4]
	else if (match(part[4], /^\[ *[0-9]+\] [a-z0-9_]+\(/))
		add_call(pair, role, substr(part[4], 2, RLENGTH - 2))
}

# "359] socket" becomes socket:359; repeated calls are counted.
function add_call(pair, role, text,   word) {
	sub(/^ */, "", text)
	split(text, word, "] ")
	text = word[2] ":" word[1]
	if (text == before[pair, role]) {
		count[pair, role]++
	} else {
		calls[pair, role] = listed(pair, role)
		before[pair, role] = text
		count[pair, role] = 1
	}
}

function listed(pair, role) {
	if (!((pair, role) in before))
		return ""
	return calls[pair, role] " " before[pair, role] \
		(count[pair, role] > 1 ? "x" count[pair, role] : "")
}

function print_calls(pair) {
	if (how[pair] == "user") {
		print "    no list of calls: strace cannot trace a program in qemu-user"
		return
	}
	printf "    %-8s%s\n", "replyhi", listed(pair, "server")
	printf "    %-8s%s\n", "hello", listed(pair, "client")
}

function of(name) { return name in size ? size[name] : "-" }

# The pair with which the conversation of TARGET must agree.
function reference(target,   a) {
	a = "plain-" arch[target] "-"
	if ((a libc[target]) in talk)
		return a libc[target]
	return (a "glibc") in talk ? a "glibc" : a "musl"
}

function verdict(target,   plain) {
	plain = reference(target)
	if (!(plain in talk))
		return "no libc to compare with"
	if (talk[target] == talk[plain] && talk[target] ~ /\nclient 0\n/)
		return "the same"
	differs = 1
	return "DIFFERENT"
}

END {
	print "replyhi and hello: bytes of the server, and with each libc alone; below, the"
	print "socket calls as the kernel received them, as name:number."
	print ""
	form = "%-6s %-7s %-12s %8s %9s %9s  %s\n"
	printf form, "libc", "arch", "route", "bytes", "glibc", "musl", "conversation"
	for (i = 1; i <= rows; i++) {
		v = targets[i]
		if (how[v] == "none") {
			if (arch[v] != left_out)
				print arch[v] ": not run, since no " arch[v] \
					" program runs here; ./bootstrap guest gets a kernel"
			left_out = arch[v]
			continue
		}
		printf form, libc[v], arch[v], route[v], of(v), \
			of("plain-" arch[v] "-glibc"), of("plain-" arch[v] "-musl"), verdict(v)
		print_calls(v)
	}
	print ""
	for (i = 1; i <= rows; i++) {
		v = targets[i]
		if (("plain-" v) in talk && how[v] != "user") {
			print libc[v] " alone, " arch[v] ":"
			print_calls("plain-" v)
		}
	}
	exit differs
}
