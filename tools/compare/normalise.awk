# normalise.awk - system calls of strace -f -y, without values that vary by run.
# SPDX-License-Identifier: MIT
#
# usage: awk -v skip=N [-v port=P] -f normalise.awk
#            TABLES... TRACE pass=2 TRACE, and total=FILE in the environment
# Drops execve and the next N calls, those before main.  Writes the calls of one
# process or thread after the other, each after its parent, in the order of their
# creation.  Then
#   descriptors above 2	are FD1, FD2, ... in order of appearance, a new one
#			once closed: other threads take numbers, too,
#   process and thread ids	P1, P2, ..., in text, too; pointers ADDR,
#   ports		PORT if it is P, PORT1, ... if the kernel chose it,
#   times, random bytes and names that the kernel chose: TIME, RANDOM, AUTO.
# A call that a table implements by another one with zero arguments (accept by
# accept4) is written as the shorter one: the path taken is not a result.  SIGCHLD
# arrives at any time, and is left out.  So are, in a program with threads, futex
# calls and those of the shared heap: the scheduler decides which thread waits or
# extends the heap.

BEGIN {
	token = "\"([^\"\\\\]|\\\\.)*\"|[0-9]+<[^>]*>|htons\\([0-9]+\\)|" \
		"0x[0-9a-f]+|[a-z_]*(pid|tv_[a-z]+)=-?[0-9]+|" \
		"[A-Za-z_][A-Za-z_0-9]*(<[^>]*>)?|[0-9]+"
	split("fork vfork clone clone3 getpid gettid getppid wait4 waitpid " \
		"waitid kill tkill tgkill set_tid_address getpgid getsid " \
		"getpgrp setpgid setsid futex futex_time64 sigreturn " \
		"rt_sigreturn rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open " \
		"get_robust_list getpriority setpriority prlimit64 fcntl " \
		"fcntl64 ioctl sched_setaffinity sched_getaffinity " \
		"sched_setscheduler sched_getscheduler sched_setparam " \
		"sched_getparam process_vm_readv process_vm_writev", names)
	for (i in names)
		about_pid[names[i]] = 1
	split("time gettimeofday clock_gettime clock_gettime64 times " \
		"getrusage sysinfo clock_getres", names)
	for (i in names)
		about_time[names[i]] = 1
	range = "/proc/sys/net/ipv4/ip_local_port_range"
	if ((getline line < range) > 0)
		split(line, chosen)
}

# From the tables: the calls that are another one with zeros.
FILENAME ~ /\.tbl$/ {
	n = $1 ~ /^#/ ? 0 : split($2, entry, ",")
	for (i = 1; i <= n; i++)
		if (split(entry[i], other, "+") == 2) {
			short[other[1]] = $1
			zeros[other[1]] = other[2]
		}
	next
}
pass != 2 {
	bytes += length($0) + 1
	if (!($1 in seen_pid)) {
		seen_pid[$1] = 1
		appeared[++appearances] = $1
	}
	if (/ clone3?\(.*CLONE_THREAD/)
		threads = 1
	if ((/ (clone3?|v?fork)\(/ || / (clone3?|v?fork) resumed>/) &&
	    match($0, /\) += [0-9]+$/)) {
		child = $(NF)
		children[$1] = children[$1] " " child
	}
	next
}
FNR == 1 {
	for (i = 1; i <= appearances; i++)
		bear(appeared[i])
}

# A process, followed by those that it created.  A reused pid counts as the same
# process.
function bear(id,   child, n, i) {
	if (id in born)
		return
	born[id] = ++processes
	n = split(children[id], child, " ")
	for (i = 1; i <= n; i++)
		bear(child[i])
}

function label(kind, of, value) {	# its number in the order of appearance
	if (!((kind, of, value) in seen))
		seen[kind, of, value] = ++last[kind, of]
	return kind seen[kind, of, value]
}

function quoted(t) {
	if (call == "getrandom" || random[pid, descriptor])
		return "RANDOM"
	if (word == "sun_path" && before == "=@" && \
	    t ~ /^"[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]"$/)
		return "AUTO"
	now = in_text(t)
	# The length of an id varies: use the length of the text shown.
	if (now != t) {
		shown[bytes_of(t)] = bytes_of(now)
		was += bytes_of(t)
		is_now += bytes_of(now)
		shown[was] = is_now
	}
	return now
}

function bytes_of(t) {	# of a string between quotes
	gsub(/\\[0-7][0-7][0-7]|\\[0-7][0-7]|\\./, "x", t)
	return length(t) - 2
}

# The port and process ids in text, where they are whole numbers.  A short one may
# well be another number, and is an id only where the text labels it as one.
function in_text(t,   done, part) {
	# mawk 1.3.4 does not find the leftmost match of "[0-7]?" in such
	# alternatives.
	while (match(t, /\\[0-7][0-7][0-7]|\\[0-7][0-7]|\\.|[0-9]+/)) {
		part = substr(t, RSTART, RLENGTH)
		done = done substr(t, 1, RSTART - 1)
		if (part == port)
			part = "PORT"
		else if (part in born && (length(part) > 3 ||
		    done ~ /(\/proc\/|\/task\/|[PpTt][Ii][Dd][ =:]*)$/))
			part = "P" born[part]
		done = done part
		t = substr(t, RSTART + RLENGTH)
	}
	return done t
}

# A lock may hold the id of its owner, with two flag bits above.
function number(t,   id) {
	if (t in shown)
		return shown[t]
	if (call in about_pid && t in born)
		return "P" born[t]
	if (call ~ /^futex/ && t >= 2^30) {
		id = t % 2^30
		if (id in born)
			return sprintf("%.0f|P%d", t - id, born[id])
	}
	if (call ~ /^get(ppid|pgid|pgrp|sid)$/ && t > 1)
		return "PID"
	if (call in about_time)
		return "TIME"
	return t
}

function named(t,   part) {	# word, word=number or word<path>
	if (t ~ /</)
		return substr(t, 1, index(t, "<") - 1)
	if (t == "left")
		remaining = 1
	if (t !~ /=/)
		return word = t
	split(t, part, "=")
	if (part[1] ~ /pid$/)
		return part[1] "=" (part[2] in born ? "P" born[part[2]] : "PID")
	if (part[1] ~ /^tv_/ && (call in about_time || remaining || part[2] > 1e9)) {
		remaining = 1
		return part[1] "=TIME"
	}
	return t
}

function port_of(t) {
	gsub(/[^0-9]/, "", t)
	if (t == port)
		return "htons(PORT)"
	if (t + 0 >= chosen[1] && t + 0 <= chosen[2])
		return "htons(" label("PORT", "", t) ")"
	return "htons(" t ")"
}

function one(t) {	# a token
	if (t ~ /^"/)
		return quoted(t)
	if (t ~ /^[0-9]+</) {
		if (descriptor == "")
			descriptor = t + 0
		return t + 0 < 3 ? t + 0 : label("FD", pid, t + 0)
	}
	if (t ~ /^0x/)
		return length(t) > 6 && t !~ /^0xf+$/ ? "ADDR" : t
	if (t ~ /^htons/)
		return port_of(t)
	return t ~ /^[0-9]/ ? number(t) : named(t)
}

function normal(line,   done, t) {
	done = before = descriptor = ""
	remaining = was = is_now = 0
	split("", shown)
	while (match(line, token)) {
		before = substr(line, 1, RSTART - 1)
		sub(/ += /, " = ", before)
		t = substr(line, RSTART, RLENGTH)
		line = substr(line, RSTART + RLENGTH)
		done = done before one(t)
	}
	sub(/ += /, " = ", line)
	return done line
}

# The shorter call of another one whose last arguments are all zero.
function shorter(line,   zero, i, end) {
	if (!(call in short))
		return line
	for (i = 0; i < zeros[call]; i++)
		zero = zero ", (NULL|0)"
	if (!match(line, zero "\\) = "))
		return line
	end = substr(line, RSTART + RLENGTH - 4)
	return short[call] substr(line, length(call) + 1, RSTART - 1 - length(call)) end
}

function put(line) {
	out[pid, ++lines[pid]] = line
}

# Whether any of several threads may make this call, whichever is first.  glibc has
# a number of heaps that depends on the processors.
function scheduled(line) {
	return call ~ /^(futex|brk$|munmap$|mremap$|mprotect$|madvise$)/ ||
		(call ~ /^mmap2?$/ && line ~ /MAP_PRIVATE\|(MAP_FIXED\|)?MAP_ANON/) ||
		line ~ /^[a-z]+\(.*[<"]\/sys\/devices\/system\/cpu\/online[>"]/
}

function made(line,   fd) {	# a call that is complete
	if (line !~ /\) += /)	# The end is missing.
		line = line ") = ?"
	call = substr(line, 1, index(line, "(") - 1)
	if (born[pid] == 1 && call == "execve" && !started++)
		return
	total++
	if (born[pid] == 1 && count[pid]++ < skip)
		return
	if (threads && scheduled(line))
		return
	fd = line
	if (call ~ /^open/ && line ~ /"\/dev\/u?random"/ && sub(/.*= /, "", fd))
		random[pid, fd + 0] = 1
	put(shorter(normal(line)))
	if (call == "close" && match(line, /[0-9]+</)) {
		fd = substr(line, RSTART, RLENGTH - 1) + 0
		delete random[pid, fd]
		delete seen["FD", pid, fd]
	}
}

{
	pid = $1
	rest = $0
	sub(/^[0-9]+ +/, "", rest)
}
rest ~ /^--- SIGCHLD / { next }
rest ~ /^(---|\+\+\+) / {
	call = "signal"
	put(normal(rest))
	next
}
rest ~ / <unfinished \.\.\.>$/ {
	half[pid] = substr(rest, 1, length(rest) - 17)
	sub(/ +$/, "", half[pid])
	next
}
rest ~ /^<\.\.\. [a-z0-9_]+ resumed>/ {
	sub(/^<\.\.\. [a-z0-9_]+ resumed>/, "", rest)
	rest = half[pid] (half[pid] ~ /,$/ ? " " : "") rest
	delete half[pid]
}
rest ~ /^[a-z0-9_]+\(/ { made(rest) }

END {
	for (pid in half)
		made(half[pid])
	for (pid in born)
		order[born[pid]] = pid
	for (i = 1; i <= processes; i++)
		for (j = 1; j <= lines[order[i]]; j++)
			print (processes > 1 ? "P" i " " : "") out[order[i], j]
	if (ENVIRON["total"] != "")
		print total + 0, processes + 0, bytes + 0 >ENVIRON["total"]
}
