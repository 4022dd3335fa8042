# report.awk - trapgate compare, for a terminal: two tables, then the diffs.
# SPDX-License-Identifier: MIT
#
# usage: awk -v most=LINES -f text.awk -f report.awk FACTS DIFFS
# Of each diff MOST lines are shown, or all if that is 0.

function same(s, key) {
	if (s == fact[0, "reference"])
		return "reference"
	return is(s, key) ? "same" : "DIFFERS"
}

function likeness(s) {
	if (fact[s, "calls"] == "")
		return "?"
	if (s == fact[0, "reference"])
		return ""
	return is(s, "calls-equal") ? \
		fact[fact[s, "calls-against"], "name"] : "differ"
}

function results(   s, form) {
	form = "%-36s %-9s %-9s %9s %6s %6s %5s %s\n"
	printf form, "", "result", "ended by", "stdout", "stderr", "calls", \
		"start", "as"
	for (s = 1; s <= impls; s++)
		if (is(s, "built"))
			printf form, fact[s, "name"], same(s, "result-equal"), \
				ended(s, ""), fact[s, "stdout-bytes"], \
				fact[s, "stderr-bytes"], calls(s), \
				dash(fact[s, "calls-before-main"]), likeness(s)
}

function costs(   s, form) {
	form = "%-36s %11s %7s %5s %6s %6s %7s %8s %5s\n"
	printf form, "", "instructions", "start", "vdso", "KiB", "faults", \
		"text", "file", fact[0, "rounds"] ? "time" : ""
	for (s = 1; s <= impls; s++)
		if (is(s, "built"))
			printf form, fact[s, "name"], instructions(s), \
				dash(fact[s, "instructions-before-main"]), \
				dash(fact[s, "instructions-vdso"]), \
				dash(fact[s, "peak-kib"]), dash(fact[s, "faults"]), \
				fact[s, "text"], fact[s, "file"], \
				fact[0, "rounds"] ? \
				ratio(s, fact[0, "reference"]) : ""
}

function brief(line) {
	return length(line) < 120 ? line : substr(line, 1, 117) "..."
}

function show_diff(d,   line, n) {
	printf "\n%s of %s, beside %s:\n", diff_kind[d], \
		fact[diff_of[d], "name"], fact[diff_against[d], "name"]
	while ((getline line < diff_file[d]) > 0)
		if (++n <= most || !most)
			print "  " (most ? brief(line) : line)
	if (most && n > most)
		printf "  ... and %d lines; --full shows all\n", n - most
}

function partners(   s) {
	for (s = 1; s <= impls; s++)
		if (is(s, "built") && s != fact[0, "reference"] && \
		    !is(s, "partner-status-equal"))
			printf "\npartner of %s: %s\n", fact[s, "name"], \
				ended(s, "partner-")
}

END {
	printf "%s on %s: the results %s\n\n", fact[0, "program"], \
		fact[0, "arch"], is(0, "agree") ? "agree" : "differ"
	results()
	print ""
	costs()
	for (s = 1; s <= impls; s++)
		if (!is(s, "built"))
			printf "%snot compared: %s: %s\n", rest++ ? "" : "\n", \
				fact[s, "name"], fact[s, "error"]
	if (!is(fact[0, "reference"], "repeatable"))
		print "\nnote: the output changes from run to run, with one libc, too"
	for (s = 1; s <= impls; s++)
		if (fact[s, "trace-error"] != "")
			printf "\nnot traced: %s: %s\n", fact[s, "name"], \
				fact[s, "trace-error"]
	if (fact[0, "partner"])
		partners()
	for (d = 1; d <= diffs; d++)
		show_diff(d)
}
