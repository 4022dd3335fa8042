# data.awk - reads results.tsv and answers questions about it.
# SPDX-License-Identifier: MIT
#
# Six columns: table machine subject item metric value.  Wanted from the
# caller: -v defaults="MACHINE=FLAVOUR ...", what trapgate cc takes unasked.
# Everything here is in the order of the file, but subjects(), which is the
# order of every plot and table of the page.

BEGIN {
	FS = "\t"
	ndefaults = split(defaults, list, " ")
	for (i = 1; i <= ndefaults; i++)
		default_of[substr(list[i], 1, index(list[i], "=") - 1)] = \
		    "trapgate/" substr(list[i], index(list[i], "=") + 1)
	# An int $0x80 may cost thirty times the others: beyond this ratio to
	# inline a linear plot leaves a subject out, and names it.
	far = 3
}

FNR == 1 {
	if ($0 != "# trapgate bench, format 1")
		complain("its first line is not '# trapgate bench, format 1'")
	next
}
/^#/ || $0 == "" { next }
NF != 6 { complain("line " FNR " has " NF " columns, not 6") }
$1 == "goal" {
	goal[++ngoals] = $0
	next
}
{
	value[$1, $2, $3, $4, $5] = $6
	remember($1, "item", $2, $4)
	remember($1, "subject", $2, $3)
	if ($1 == "growth")
		remember("growth", "x", $2 SUBSEP $4, $5)
	if ($1 != "run" && !(("machine", $2) in seen)) {
		seen["machine", $2] = 1
		machine[++nmachines] = $2
	}
}

function complain(what) {
	print "trapgate report: " FILENAME ": " what \
	    "; make it anew with make bench" >"/dev/stderr"
	failed = 1
	exit 2
}

function remember(table, what, group, name) {
	if ((table, what, group, name) in seen)
		return
	seen[table, what, group, name] = 1
	count[table, what, group]++
	named[table, what, group, count[table, what, group]] = name
}

function get(table, machine, subject, item, metric) {
	return value[table, machine, subject, item, metric]
}

function has(table, machine, subject) {
	return (table, "subject", machine, subject) in seen
}

# Our own of a table: the default flavour, else the first there is.
function main_of(table, machine, n, i) {
	if (has(table, machine, default_of[machine]))
		return default_of[machine]
	n = count[table, "subject", machine]
	for (i = 1; i <= n; i++)
		if (kind(named[table, "subject", machine, i]) == "trapgate")
			return named[table, "subject", machine, i]
	return ""
}

# Into list: all subjects of a table, ours first, then by kind, then the rest.
# With only_main, of each kind just the first.
function subjects(table, machine, list, only_main, n, i, k, s, last) {
	for (i in list)
		delete list[i]
	last = main_of(table, machine)
	if (last != "")
		list[++n] = last
	for (k = 1; k <= nkinds + 1; k++)
		for (i = 1; i <= count[table, "subject", machine]; i++) {
			s = named[table, "subject", machine, i]
			if (s == list[1] || s == "-" || \
			    (k > nkinds ? kind(s) in is_kind : kind(s) != kinds[k]))
				continue
			if (only_main && n && kind(list[n]) == kind(s))
				continue
			list[++n] = s
		}
	return n + 0
}

# As it stands beside a bar: only what is not the default of the machine.
function label(subject, machine, of, libc, flavour, route) {
	if (kind(subject) != "trapgate")
		return subject
	flavour = subject
	sub(/^[^\/]*\/?/, "", flavour)
	libc = substr(subject, 1, length(subject) - length(flavour))
	sub(/\/$/, "", libc)
	gsub(/-/, " ", libc)
	of = default_of[machine]
	sub(/^trapgate\//, "", of)
	route = flavour
	sub(/-[^-]*$/, "", route)
	if (index(of, route "-") != 1 || substr(of, length(route) + 2) ~ /-/)
		libc = libc " " route
	sub(/.*-/, "", flavour)
	sub(/.*-/, "", of)
	return flavour == "" || flavour == of ? libc : libc " " flavour
}

function items(table, machine, list, n, i) {
	n = count[table, "item", machine] + 0
	for (i = 1; i <= n; i++)
		list[i] = named[table, "item", machine, i]
	return n
}
# The mean over the items that a subject has; how many in mean_of.
function mean(table, machine, subject, metric, list, n, i, sum, v) {
	n = items(table, machine, list)
	mean_of = sum = 0
	for (i = 1; i <= n; i++) {
		v = get(table, machine, subject, list[i], metric)
		if (v == "" || list[i] == "geomean" || list[i] == "20-calls")
			continue
		sum += v
		mean_of++
	}
	return mean_of ? sum / mean_of : ""
}

END {
	if (!failed && NR == 0)
		complain("it is empty")
	if (failed)
		exit 2
}
