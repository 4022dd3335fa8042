# system.awk - what a case takes from the architecture, its tables and system headers.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro.  header[NAME] is the header of
# the libc that has NAME, as our own headers have it; number, op, args and
# other are the tables' columns.

# The names that FILE of our headers has belong to the header OWNER.
function load_header(file, owner,   row, name, inside) {
	while ((getline row < file) > 0) {
		if (row ~ /^#include *<bits\//) {
			name = row
			sub(/^#include *</, "", name)
			sub(/>.*/, "", name)
			if (!(name in seen_header)) {
				seen_header[name]
				load_header(headers "/" name, owner)
			}
			continue
		}
		if (inside || row ~ /^ *\/\*/) {
			inside = row !~ /\*\//
			continue
		}
		if (match(row, /^#define +[A-Za-z_0-9]+/)) {
			name = substr(row, RSTART, RLENGTH)
			sub(/^#define +/, "", name)
			defined[name] = row
		} else if (match(row, /^(struct|union) [a-z_0-9]+$/))
			name = row
		else if (match(row, /[A-Za-z_0-9]+ \(/))
			name = substr(row, RSTART, RLENGTH - 2)
		else if (row ~ /^typedef/ && match(row, /[A-Za-z_0-9]+;/))
			name = substr(row, RSTART, RLENGTH - 1)
		else if (match(row, /^ +[A-Z][A-Z_0-9]+( =|,|$)/)) {
			name = substr(row, RSTART, RLENGTH)
			gsub(/[ =,]/, "", name)
		} else
			continue
		if (!(name in header) && name !~ /^(void|for|while|if|return|sizeof|union|struct)$/)
			header[name] = owner
	}
	close(file)
}

function load_system(   n, i, name, list) {
	# The first header with a name takes precedence.
	n = split("errno.h sys/socket.h netinet/in.h sys/un.h signal.h sys/time.h time.h " \
		"fcntl.h unistd.h stdint.h string.h sys/mman.h sys/resource.h sys/wait.h " \
		"sys/stat.h sys/ioctl.h sys/prctl.h sys/uio.h sys/utsname.h netinet/tcp.h " \
		"arpa/inet.h poll.h sched.h sys/types.h", list, " ")
	for (i = 1; i <= n; i++)
		load_header(headers "/" list[i], list[i])
	n = split("printf puts snprintf sscanf fflush", list, " ")
	for (i = 1; i <= n; i++)
		header[list[i]] = "stdio.h"
	n = split("exit system atexit mkdtemp", list, " ")
	for (i = 1; i <= n; i++)
		header[list[i]] = "stdlib.h"
	n = split("MSG_PROBE SCM_PIDFD SCM_SECURITY SOL_UDP SIOCINQ SIOCOUTQ UNIX_PATH_MAX " \
		"IP_LOCAL_PORT_RANGE SOCK_RCVBUF_LOCK SOCK_SNDBUF_LOCK", list, " ")
	for (i = 1; i <= n; i++)
		lacking[list[i]]
	n = split("8 16 32 64", list, " ")
	for (i = 1; i <= n; i++)
		header["int" list[i] "_t"] = header["uint" list[i] "_t"] = "stdint.h"
	header["struct iovec"] = "sys/socket.h"
	header["offsetof"] = "stddef.h"
	header["SOL_IP"] = "netinet/in.h"
	header["strerror"] = "string.h"
	header["sysconf"] = "unistd.h"
	header["ucontext_t"] = "ucontext.h"
	header["struct __kernel_timespec"] = "linux/time_types.h"
}

# The rows of FILE, a table; those of numbers.tbl count for the path alone.
function load_table(file,   row, f, n) {
	while ((getline row < file) > 0) {
		sub(/#.*/, "", row)
		n = split(row, f, /[ \t]+/)
		if (n < 2 || f[1] == "")
			continue
		if (file ~ /numbers\.tbl$/) {
			if (f[3] != "-")
				number[f[1]] = f[2]
			if (is_time64(f[1], f[3]))
				time64 = time64 " " f[2] ","
			if (f[3] == "-")
				reserved = reserved " " f[2] ","
		} else if (file ~ /socketcall\.tbl$/)
			op[f[1]] = f[2]
		else {
			args[f[1]] = arguments_of(row)
			kernel[f[1]] = f[2]
			plain[f[1]] = file ~ /socket\.tbl$/ ? 0 : f[3] ~ /P/ ? 2 : 1
		}
	}
	close(file)
}

# The macro definition that makes CALL, or nothing if it has no path.
function path_of(call,   names, given, i, zeros, nr) {
	nr = number[entry_of(kernel[call], number)]
	zeros = 6 - args[call]
	if (route == "socketcall")
		nr = call in op ? op[call] : ""
	if (nr == "")
		return ""
	for (i = 1; i <= args[call]; i++)
		given = given (i > 1 ? ", " : "") substr("abcdef", i, 1)
	names[1] = "#define " call "(" given ") " \
		(route == "socketcall" ? "BY_SOCKETCALL" : "RAW") " (" nr ", " given
	while (zeros-- > 0)
		names[1] = names[1] ", 0"
	return names[1] ")"
}

# ROW with each backslash twice.
function doubled(row,   out, i) {
	while ((i = index(row, "\\")) > 0) {
		out = out substr(row, 1, i) "\\"
		row = substr(row, i + 1)
	}
	return out row
}

# The lines of registers.S as assembly in a file of C.
function assembly(file,   row, out) {
	while ((getline row < file) > 0) {
		if (row ~ /^#include "/) {
			gsub(/^#include "|"$/, "", row)
			out = out assembly(data "/sysdeps/" arch "/conform/" row)
		} else if (row !~ /^(\/\*|   )|\*\/$|GNU-stack/ && row != "") {
			row = doubled(row)
			sub(/^\t/, "  ", row)
			gsub(/\t/, " ", row)
			gsub(/"/, "\\\"", row)
			out = out "  \"" row "\\n\"\n"
		}
	}
	close(file)
	return out
}

# The arguments of each operation, as an initialiser.
function operation_words(   call, out) {
	for (call in op)
		if (call in args)
			out = out "[" op[call] "] = " args[call] ", "
	return out
}
