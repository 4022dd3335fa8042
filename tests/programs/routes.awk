# routes.awk - how the calls of a trace entered the kernel, which the program or a library made.
# SPDX-License-Identifier: MIT
#
# usage: awk -v raw=CALL,... -f routes.awk numbers.tbl socket.tbl TRACE, of strace -f -n.
# Prints four counts: direct calls; operations of socketcall; those among the latter that
# the libc made itself, which no library can replace; and those made by syscall (2).
#
# The libc's own: it connects to nscd, reads addresses by netlink, and sorts
# addresses by connecting a datagram socket, on which it sends nothing.  Each begins with a
# call of socket that no program here makes in this form.

FNR == 1 { file++ }
file < 3 && (/^#/ || !NF) { next }
file == 1 { number[$1] = $2; next }
file == 2 {
	entries = split($2, entry, ",")
	for (i = 1; i <= entries; i++) {
		sub(/\+.*/, "", entry[i])
		if (entry[i] in number)
			direct[number[entry[i]]] = 1
	}
	next
}
function own_socket (text) {
	return text ~ /^socket\(AF_UNIX, SOCK_STREAM\|SOCK_CLOEXEC\|SOCK_NONBLOCK, 0/ ||
		text ~ /^socket\(AF_NETLINK, SOCK_RAW\|SOCK_CLOEXEC, NETLINK_ROUTE/ ||
		text ~ /^socket\(AF_INET6?, SOCK_DGRAM\|SOCK_CLOEXEC, IPPROTO_IP/
}
# The socket of a call that has ended is known by its process and descriptor.
function judge (pid, text, result,   name, fd) {
	name = text
	sub(/\(.*/, "", name)
	calls["socketcall"]++
	if (name == "socket") {
		fd = result ~ /^[0-9]+$/ ? result : "?"
		own[pid, fd] = own_socket(text)
	} else {
		fd = text
		sub(/^[^(]*\(/, "", fd)
		sub(/[,)].*/, "", fd)
		if (name !~ /^(connect|getsockname)$/ && inet[pid, fd])
			own[pid, fd] = 0
	}
	if (name == "socket")
		inet[pid, fd] = text ~ /AF_INET/
	if (own[pid, fd])
		calls["own"]++
	else if (index("," raw ",", "," name ","))
		calls["raw"]++
	else if (++shown <= 5)
		print pid ": " substr(text, 1, 90) >"/dev/stderr"
}
{
	pid = $1
	text = $0
	if (!match(text, /\[ *[0-9]+\] /))
		next
	nr = substr(text, RSTART + 1, RLENGTH - 3) + 0
	text = substr(text, RSTART + RLENGTH)
	if (nr in direct && text !~ /^<\.\.\./) {
		calls["direct"]++
		# A direct socket replaces the libc's that was closed.
		if (text ~ /^socket\(.* = [0-9]+$/)
			own[pid, $(NF)] = 0
	}
	if (nr != number["socketcall"] || text ~ /^(---|\+\+\+)/)
		next
	if (text ~ /<unfinished \.\.\.>$/) {
		begun[pid] = text
		next
	}
	if (text ~ /^<\.\.\. /)
		text = begun[pid] substr(text, index(text, ">") + 1)
	result = text
	sub(/.* = /, "", result)
	sub(/ .*/, "", result)
	judge(pid, text, result)
}
END {
	print calls["direct"] + 0, calls["socketcall"] + 0, calls["own"] + 0, calls["raw"] + 0
}
