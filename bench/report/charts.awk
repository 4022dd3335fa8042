# charts.awk - which plots there are, and what is in each.
# SPDX-License-Identifier: MIT
#
# -v work=FOLDER, where the scripts for gnuplot go; -v defaults= as data.awk.

# How many items the subject has, where it lacks some.
function partly(name, most) {
	return mean_of < most ? name " (" mean_of " of " most ")" : name
}

function most_items(table, m, metric, s, n, i, most) {
	n = subjects(table, m, s)
	for (i = 1; i <= n; i++) {
		mean(table, m, s[i], metric)
		if (mean_of > most)
			most = mean_of
	}
	return most
}

# A bar for each subject: the mean of a metric over the items.
function mean_bars(table, m, metric, s, n, i, x, most) {
	most = most_items(table, m, metric)
	n = subjects(table, m, s)
	for (i = 1; i <= n; i++) {
		x = mean(table, m, s[i], metric)
		bar(partly(label(s[i], m), most), x, "", "", s[i], main_of(table, m))
	}
}

# A bar for each subject: one metric of one item, with its quartiles if any.
function item_bars(table, m, item, metric, quartiles, scale, s, n, i, x) {
	n = subjects(table, m, s)
	for (i = 1; i <= n; i++) {
		x = get(table, m, s[i], item, metric)
		if (x == "" || is_far(table, m, s[i], item, metric))
			continue
		bar(label(s[i], m), x / scale, \
		    scaled(get(table, m, s[i], item, quartiles "q1"), scale), \
		    scaled(get(table, m, s[i], item, quartiles "q3"), scale), s[i], main_of(table, m))
	}
}

function scaled(x, scale) {
	return x == "" ? "" : x / scale
}

# Of the times: too far for a linear plot?  If so the note names it.
function is_far(table, m, subject, item, metric, x) {
	if (metric != "to-inline" || (x = get(table, m, subject, item, metric)) <= far)
		return 0
	if (!((fig, subject) in told_far)) {
		told_far[fig, subject] = 1
		far_list = far_list (far_list == "" ? "" : ", ") label(subject, m) \
		    " " number(x) (item == "geomean" ? "" : " (" item ")")
	}
	return 1
}

function note_far() {
	if (far_list != "")
		note("Left out of the plot, beyond " far " times inline: " far_list ".")
	far_list = ""
}

# Who is too far in one item is so by its entry, and left out of all.
function goes_far(table, m, subject, metric, it, k, j, found) {
	for (j = 1; j <= k && !found; j++)
		if (it[j] != "geomean")
			found = is_far(table, m, subject, it[j], metric)
	return found
}

# Rows of dots: every item of the table, of each kind one subject.
function item_dots(table, m, metric, quartiles, s, it, n, k, i, j, ours) {
	ours = main_of(table, m)
	n = subjects(table, m, s, 1)
	k = items(table, m, it)
	for (i = 1; i <= n; i++) {
		if (goes_far(table, m, s[i], metric, it, k))
			continue
		for (j = 1; j <= k; j++)
			if (it[j] != "geomean" && it[j] != "20-calls")
				dot(s[i], it[j], get(table, m, s[i], it[j], metric), \
				    quartiles ? get(table, m, s[i], it[j], metric "-q1") : "", \
				    quartiles ? get(table, m, s[i], it[j], metric "-q3") : "", ours)
	}
}

function growth(m, item, caption, axis, xlabel, s, n, i, j, x) {
	figure("growth-" item "-" m, "growth", m, caption, axis)
	n = subjects("growth", m, s, 1)
	for (i = 1; i <= n; i++)
		for (j = 1; j <= count["growth", "x", m SUBSEP item]; j++) {
			x = named["growth", "x", m SUBSEP item, j]
			point(s[i], x, get("growth", m, s[i], item, x), main_of("growth", m))
		}
	draw_lines(xlabel)
}

# One kind of plot for a machine.
function chart(what, m, it, n, i) {
	if (what == "instructions-mean") {
		figure(what "-" m, "instructions", m, "Instructions of a call, mean over the calls", \
		    "user instructions, without the vdso")
		mean_bars("instructions", m, "success")
		draw_bars()
	} else if (what == "instructions-calls") {
		figure(what "-" m, "instructions", m, "Instructions of each call", \
		    "user instructions, without the vdso; log scale")
		item_dots("instructions", m, "success")
		draw_dots(1)
	} else if (what == "time-mean") {
		figure(what "-" m, "time", m, "Time of a call, geometric mean", \
		    "times inline")
		item_bars("time", m, "geomean", "to-inline", "to-inline-", 1)
		note_far()
		draw_bars()
	} else if (what ~ /^(time-calls|work)$/) {
		figure(what "-" m, what == "work" ? what : "time", m, \
		    what == "work" ? "Time of work" : "Time of each call", \
		    "times inline; line: first to third quartile")
		item_dots(what == "work" ? what : "time", m, "to-inline", 1)
		note_far()
		draw_dots()
	} else if (what == "bytes-functions") {
		figure(what "-" m, "bytes", m, "The functions of the 20 calls", "bytes")
		item_bars("bytes", m, "20-calls", "functions", "", 1)
		draw_bars()
	} else if (what == "bytes-text") {
		figure(what "-" m, "bytes", m, "Text of a program with just the 20 calls", \
		    "bytes; log scale")
		item_bars("bytes", m, "20-calls", "link-text", "", 1)
		draw_bars(1)
	} else if (what == "bytes-calls") {
		figure(what "-" m, "bytes", m, "Code of each call with all it reaches", \
		    "bytes; log scale")
		item_dots("bytes", m, "code")
		draw_dots(1)
	}
}

function program_chart(item, m) {
	figure("program-size-" item "-" m, "size", m, "Size of " item, \
	    "bytes of the file, tuned link; log scale")
	item_bars("program", m, item, "file-tuned", "", 1)
	draw_bars(1)
	figure("program-exec-" item "-" m, "start", m, "From exec to exit of " item, \
	    "microseconds; line: first to third quartile")
	item_bars("program", m, item, "exec-ns", "exec-ns-", 1000)
	draw_bars()
}

# Machines beside each other: all of one kind of plot, then the next.
END {
	fig_width = 420
	printf "" >(work "/figures")
	n = split("instructions-mean instructions-calls time-mean time-calls work" \
	    " bytes-functions bytes-text bytes-calls", all, " ")
	for (j = 1; j <= n; j++)
		for (i = 1; i <= nmachines; i++)
			chart(all[j], machine[i])
	for (j = 1; j <= count["program", "item", machine[1]]; j++)
		for (i = 1; i <= nmachines; i++)
			program_chart(named["program", "item", machine[1], j], machine[i])
	for (i = 1; i <= nmachines; i++)
		growth(machine[i], "arguments-instructions", "Instructions by arguments", \
		    "instructions", "arguments of the call")
	for (i = 1; i <= nmachines; i++)
		growth(machine[i], "vector-instructions", "Instructions for each message of sendmmsg", \
		    "instructions", "messages in the vector")
	for (i = 1; i <= nmachines; i++)
		growth(machine[i], "vector-calls", "System calls for each message of sendmmsg", \
		    "system calls", "messages in the vector")
	for (i = 1; i <= nmachines; i++)
		growth(machine[i], "linked-text", "Text by number of calls linked", "bytes", \
		    "calls linked")
}
