# goals.awk - judges each goal: met, missed, or missed within an accepted value.
# SPDX-License-Identifier: MIT
#
# awk -v tables= -v archs= -v calls= -f goals.awk GOALS RESULTS judges the goals of
# these tables and architectures, and prints for each a row
#	goal architecture verdict text goal got
# with tabs between.  Verdict: ok, accepted or short; in parentheses if it is
# only reported.  A goal without a figure is short, whatever its kind.  Exit 1 if a
# counted goal is short or any goal has no figure; 2 if a line of GOALS is
# malformed.  The architecture * is each one with figures of both implementations.
#
# -v uncounted= -v untimed=: the architectures whose programs run on no kernel here,
# or on none that can time them; goals that were not measured get the verdict "-".

BEGIN {
	OFS = "\t"
	ncalls = split(calls, call, " ")
}

FNR == NR {
	if (/^#/ || NF == 0)
		next
	if (split($0, column, /\t+/) != 9 || column[7] !~ /^=?[0-9.]+$/ ||
	    column[6] !~ /^(-|(implementation|metric)=.)/ ||
	    column[8] !~ /^(counted|reported)$/ ||
	    column[9] !~ /^(-|[0-9.]+: .)/) {
		print FILENAME ":" FNR ": this is no goal" >"/dev/stderr"
		wrong = 1
		exit
	}
	goal[++goals] = $0
	next
}

/^#/ { next }

{
	split($0, column, "\t")
	figure[column[1], column[2], column[3], column[4], column[5]] = column[6]
	has[column[1], column[2], column[3]] = 1
	if (!(column[2] in among))
		these[++nthese] = column[2]
	among[column[2]] = 1
}

# The figure of the goal for ITEM, or "" if one is missing.  Sets worst to the item
# with the worst figure.
function one(item,   value, other) {
	if (!((table, arch, impl, item, metric) in figure))
		return ""
	value = figure[table, arch, impl, item, metric]
	if (less == "-")
		return value
	split(less, part, "=")
	other = part[1] == "implementation" ? \
		table SUBSEP arch SUBSEP part[2] SUBSEP item SUBSEP metric : \
		table SUBSEP arch SUBSEP impl SUBSEP item SUBSEP part[2]
	return (other in figure) ? value - figure[other] : ""
}

# The distance from the bound; at most 0 if the goal is met.
function excess(value,   far) {
	far = value - bound
	return exactly && far < 0 ? -far : far
}

function libc_calls(   i, value, total) {
	for (i = 1; i <= ncalls; i++) {
		value = one(call[i])
		if (value == "")
			return ""
		if (item == "sum")
			total += value
		else if (item == "mean")
			total += log(value) / ncalls
		else if (i == 1 || excess(value) > excess(total)) {
			total = value
			worst = call[i]
		}
	}
	return item == "mean" ? exp(total) : total
}

function text(   label) {
	label = impl " " item " " metric
	if (less != "-") {
		sub(/^[a-z]+=/, "", less)
		label = label " over " less
	}
	return label
}

# Floating point: a value that rounds to the bound meets it.
function close_to(value, limit) {
	return value <= limit + 1e-9
}

function verdict(got,   kept) {
	if (close_to(excess(got), 0))
		return "ok"
	if (accepted == "-")
		return "short"
	# At the accepted value, or between that and the bound.
	kept = accepted + 0
	return close_to(excess(got), excess(kept)) ? "accepted" : "short"
}

# The goal for every architecture that has the figure, and the one to subtract.
function each_arch(line,   i, rest, part, other) {
	rest = line
	sub(/^[^\t]*\t+\*/, "", rest)
	if (split(less, part, "=") == 2 && part[1] == "implementation")
		other = part[2]
	for (i = 1; i <= nthese; i++)
		if ((table, these[i], impl) in has && \
		    (other == "" || (table, these[i], other) in has))
			judge(column[1] "\t" these[i] rest)
}

function judge(line,   got, judged, shown) {
	split(line, column, /\t+/)
	table = column[1]
	arch = column[2]
	impl = column[3]
	item = column[4]
	metric = column[5]
	less = column[6]
	exactly = sub(/^=/, "", column[7])
	bound = column[7] + 0
	accepted = column[9]
	if (arch == "*") {
		each_arch(line)
		return
	}
	if (index(" " tables " ", " " table " ") == 0 ||
	    index(" " archs " ", " " arch " ") == 0)
		return
	if (index(" " uncounted " ", " " arch " ") || \
	    (column[8] == "reported" && metric ~ /^to-/ && \
	     index(" " untimed " ", " " arch " "))) {
		print "goal", arch, "-", text(), \
			(exactly ? "= " : "<= ") column[7], "not measured here"
		return
	}
	worst = ""
	got = item ~ /^(each|sum|mean)$/ ? libc_calls() : one(item)
	if (got == "") {
		judged = "short"
		shown = "no figure"
		failed = 1
	} else {
		judged = verdict(got)
		shown = (got == int(got) ? got : sprintf("%.3f", got)) \
			(worst != "" ? " (" worst ")" : "")
		failed += judged == "short" && column[8] == "counted"
	}
	if (judged == "accepted")
		shown = shown ", accepted: " substr(accepted, index(accepted, ": ") + 2)
	if (column[8] == "reported")
		judged = "(" judged ")"
	print "goal", arch, judged, text(), \
		(exactly ? "= " : "<= ") column[7], shown
}

END {
	if (wrong)
		exit 2
	for (i = 1; i <= goals; i++)
		judge(goal[i])
	exit failed > 0
}
