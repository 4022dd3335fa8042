# tables.awk - prints the figures of results.tsv as readable tables.
# SPDX-License-Identifier: MIT
#
# awk -v calls= -f tables.awk RESULTS.  Of our own variants only those with the
# usual entry of the architecture are shown; the file has all.

BEGIN {
	FS = "\t"
	ncalls = split(calls, call, " ")
}

/^#/ { next }

$1 == "run" {
	if ($6 != "-")
		print $4 ": " $6
	next
}

$1 == "goal" {
	goal[++goals] = $0
	next
}

{
	if (!(($1, $2) in seen))
		archs[$1] = archs[$1] " " $2
	seen[$1, $2] = 1
	if (!(($1, $2, $3) in seen) && is_shown($2, $3))
		impls[$1, $2] = impls[$1, $2] " " $3
	seen[$1, $2, $3] = 1
	value[$1, $2, $3, $4, $5] = $6
}

# The entry of the first variant of an architecture is the usual one.
function is_shown(arch, impl,   entry) {
	if (impl !~ /^trapgate\//)
		return impl != "libcs"
	entry = impl
	sub(/.*-/, "", entry)
	if (!(arch in usual))
		usual[arch] = entry
	return entry == usual[arch]
}

function short_name(impl) {
	if (sub(/^trapgate-/, "", impl))
		sub(/\/.*/, "", impl)
	else if (sub(/^trapgate\//, "", impl))
		sub(/-[^-]*$/, "", impl)
	return impl
}

function get(table, arch, impl, item, metric) {
	return (table, arch, impl, item, metric) in value ? \
		value[table, arch, impl, item, metric] : "-"
}

# A table for each architecture; cells by cell(), rows by the names in rows, some of
# which may have no figure at all.
function each_arch(table, title, rows,   m, i, n, list, r, nrows, row, line, s, any, c) {
	n = split(archs[table], list, " ")
	nrows = split(rows, row, " ")
	for (m = 1; m <= n; m++) {
		s = split(impls[table, list[m]], impl, " ")
		printf "\n%s, %s\n%-18s", title, list[m], ""
		for (i = 1; i <= s; i++)
			printf " %11s", short_name(impl[i])
		print ""
		for (r = 1; r <= nrows; r++) {
			any = 0
			line = sprintf("%-18s", row[r])
			for (i = 1; i <= s; i++) {
				c = cell(table, list[m], impl[i], row[r])
				any += c != "-" && c != "-/-"
				line = line sprintf(" %11s", c)
			}
			if (any)
				print line
		}
	}
}

function sum(arch, impl, metric,   i, total) {
	for (i = 1; i <= ncalls; i++)
		total += get("instructions", arch, impl, call[i], metric)
	return total
}

function cell(table, arch, impl, row,   x) {
	if (table == "instructions" && row == "vdso")
		return get(table, arch, impl, call[1], "success-vdso")
	if (table == "instructions" && row == "sum")
		return sum(arch, impl, "success") "/" \
			sum(arch, impl, "error")
	if (table == "instructions")
		return get(table, arch, impl, row, "success") "/" \
			get(table, arch, impl, row, "error")
	if (table == "bytes")
		return row ~ /^(functions|link-text|stubs)$/ ? \
			get(table, arch, impl, "20-calls", row) : \
			get(table, arch, impl, row, "code")
	if (table == "program")
		return get(table, arch, impl, program, row)
	if (table == "growth") {
		x = get(table, arch, impl, metric, row)
		if (x == "-")
			return x
		return x == int(x) ? x + 0 : sprintf(x < 0.1 ? "%.3f" : "%.2f", x)
	}
	if (table == "beside")
		return beside(arch, impl, row)
	x = get(table, arch, impl, row, "ns")
	return x == "-" ? x : sprintf("%.0f", x)
}

function beside(arch, impl, row) {
	if (row ~ /^request-/) {
		sub(/^request-/, "", row)
		return get("beside", arch, impl, "request", row)
	}
	return get("beside", arch, impl, row, metric) "/" \
		get("beside", arch, impl, row, metric "-error")
}

# The rows of the objects are in the file alone.
function beside_tables(title, calls) {
	metric = "one-thread"
	each_arch("beside", title ", success/error", calls)
	metric = "two-threads"
	each_arch("beside", title ", in a program that cancels threads", calls)
	each_arch("beside", "A server that waits, reads and writes", \
		"request-instructions request-ns request-text")
}

function growth(name, title, rows) {
	metric = name
	each_arch("growth", title, rows)
}

function goal_lines(   i, part, n) {
	print "\nGoals; in parentheses those that are only reported"
	for (i = 1; i <= goals; i++) {
		split(goal[i], part, "\t")
		printf "%-10s %-7s %s: goal %s, got %s\n", part[3], part[2], \
			part[4], part[5], part[6]
		count[part[3]]++
	}
	if (count["(ok)"] + count["(short)"] + count["(accepted)"])
		printf "reported: %d ok, %d short\n", count["(ok)"], \
			count["(short)"] + count["(accepted)"]
	printf "%d goals ok, %d short, %d accepted\n", count["ok"], \
		count["short"], count["accepted"]
}

END {
	each_arch("instructions", "Instructions, success/error; the vdso's own are apart", \
		calls " sum vdso")
	each_arch("bytes", "Bytes of code that a call reaches, and of all 20", \
		calls " functions link-text stubs")
	for (i = split("socket-close-exit echo-pair", name, " "); i > 0; i--) {
		program = name[i]
		each_arch("program", "Program " program, "file file-tuned text data bss " \
			"calls-before-main faults peak-kib exec-ns to-dietlibc")
	}
	growth("arguments-instructions", "Instructions by arguments", "2 3 4 5 6")
	growth("vector-instructions", "Instructions for each message, by messages in a call", \
		"1 4 16 64 256 1024")
	growth("vector-calls", "Kernel entries for each message", "1 4 16 64 256 1024")
	growth("linked-text", "Bytes of code by calls linked", "1 5 10 15 20")
	beside_tables("Calls beside sockets, as stubs of ours", \
		"close read write poll ppoll select epoll_create1 epoll_ctl " \
		"epoll_wait epoll_pwait fcntl")
	each_arch("time", "Nanoseconds, descriptor -1", calls " getsockname_ok getsockopt_ok")
	each_arch("work", "Nanoseconds, real work", work_items())
	goal_lines()
}

# The items of work are taken in the order of the file.
function work_items(   key, part, list) {
	for (key in value) {
		split(key, part, SUBSEP)
		if (part[1] == "work" && part[5] == "ns" && \
		    index(list " ", " " part[4] " ") == 0)
			list = list " " part[4]
	}
	return list
}
