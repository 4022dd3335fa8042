# page.awk - makes the table of calls beside sockets in doc/performance.md.
# SPDX-License-Identifier: MIT
#
# awk -f page.awk RESULTS... prints it from one results.tsv, or from those of systems
# with other libcs, side by side.  A cell is "the libc's, ours", each success/error.

BEGIN {
	FS = "\t"
	rows = split("read write poll close epoll_wait epoll_create1 epoll_ctl", call, " ")
}

FNR == 1 { file++ }

$1 == "run" {
	sub(/[-+].*/, "", $6)		# Debian's revision.
	version[file, $4] = $6
	next
}

$1 != "beside" || $3 == "libcs" { next }

{
	libc = $3
	ours = sub(/^trapgate-with-/, "", libc)
	sub(/\/.*/, "", libc)
	at = $2 " " libc " " version[file, libc]
	if (!(at in seen)) {
		seen[at]
		column[++columns] = at
	}
	got[at, ours, $4, $5] = $5 == "ns" ? sprintf("%.0f", $6) : $6
}

function pair(at, ours, item, metric) {
	return got[at, ours, item, metric] "/" got[at, ours, item, metric "-error"]
}

function line(title, item, metric, plain,   i, text, there) {
	text = "| " title " |"
	for (i = 1; i <= columns; i++) {
		there = plain || pair(column[i], 0, item, metric) != \
			pair(column[i], 1, item, metric)
		text = text " " (plain ? got[column[i], 0, item, metric] : \
			pair(column[i], 0, item, metric)) ", " (!there ? "same" : plain ? \
			got[column[i], 1, item, metric] : \
			pair(column[i], 1, item, metric)) " |"
	}
	print text
}

END {
	text = "| |"
	rule = "| --- |"
	for (i = 1; i <= columns; i++) {
		text = text " " column[i] " |"
		rule = rule " ---: |"
	}
	print text "\n" rule
	for (i = 1; i <= rows; i++)
		line("`" call[i] "`", call[i], "one-thread")
	line("`read`, cancels threads", "read", "two-threads")
	line("a request, instructions", "request", "instructions", 1)
	line("a request, ns", "request", "ns", 1)
	line("program, bytes of text", "request", "text", 1)
}
