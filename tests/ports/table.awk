# table.awk - prints the tables of make ports.
# SPDX-License-Identifier: MIT
#
# awk -f table.awk FACTS FIGURES: lines "ARCH WHAT VALUE..." of table.sh, and
# "ARCH LIBC VARIANT WHAT VALUE" of the tests.

FNR == NR {
	if (!($1 in number))
		number[arch[++n] = $1] = n
	what = $1 SUBSEP $2
	$1 = $2 = ""
	sub(/^ +/, "")
	fact[what] = $0
	next
}

{
	if ($2 != "-" && !seen[$1, $2]++)
		libcs[$1] = libcs[$1] ", " $2
	has[$1, $4] = 1
	# OK/ALL, or a number.
	parts = split($5, part, "/")
	sum[$1, $4] += part[1]
	if (parts == 2)
		all[$1, $4] += part[2]
	one[$1, $2, $4] = $5
	if ($4 == "conform-kernel")
		kernel[$1] = $3
}

function total(a, what) {
	if (!((a, what) in has))
		return "-"
	return sum[a, what] ((a, what) in all ? " of " all[a, what] : "")
}

function modes(a,   text) {
	text = substr(libcs[a], 3)
	if ((a, "inline") in fact)
		text = text ", inline"
	if (fact[a, "static-pie"] == "yes")
		text = text ", static-pie"
	return text
}

function cost(a, libc, what) {
	return (a, libc, what) in one ? one[a, libc, what] : "-"
}

function row(text) { print "| " text " |" }

END {
	row("architecture | modes | routes | entries | qemu | lines, and of " \
		"numbers.tbl")
	row("--- | --- | --- | --- | --- | ---")
	for (i = 1; i <= n; i++) {
		a = arch[i]
		row(a " | " modes(a) " | " fact[a, "routes"] " | " fact[a, "entries"] " | " \
			fact[a, "qemu"] " | " \
			fact[a, "lines"] " + " fact[a, "numbers"])
	}
	print "\nBy qemu-user, in all modes and routes; it answers some cases of the suites\n" \
		"wrongly, which fail with the libc alone in the same way. Oracle: results " \
		"that\ngdb set in place of the kernel, and instructions of stubs at which " \
		"it unwound.\n"
	row("architecture | suites | wrong by qemu | oracle | unwound | fallbacks | " \
		"freestanding programs | conform | conform on a kernel | " \
		"instructions of `bind` without a libc, with glibc")
	row("--- | --- | --- | --- | --- | --- | --- | --- | --- | ---")
	for (i = 1; i <= n; i++) {
		a = arch[i]
		row(a " | " total(a, "suites") " | " total(a, "suites-qemu") " | " \
			total(a, "states") (sum[a, "states-wrong"] ? \
			" (" sum[a, "states-wrong"] " calls wrong)" : "") " | " \
			total(a, "unwound") " | " \
			total(a, "fallbacks") " | " total(a, "cases") " | " \
			total(a, "conform-qemu") " | " total(a, "conform-kernel") \
			(a in kernel ? " (" kernel[a] ")" : "") " | " \
			cost(a, "none", "bind-success") ", " \
			cost(a, "glibc", "bind-success"))
	}
}
