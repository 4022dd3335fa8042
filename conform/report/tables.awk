# tables.awk - writes the page from the data that page.awk has read.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  A case has a line for each wrong result; implementations with the same result
# share it, and the paths of an implementation are listed only if they differ.

# A result as a table cell: the name of an error without its number.
function cell(text) {
	while (match(text, /E[A-Z0-9]+ \([0-9]+\)/))
		text = substr(text, 1, RSTART - 1) \
			substr(text, RSTART, index(substr(text, RSTART), " ") - 1) \
			substr(text, RSTART + RLENGTH)
	gsub(/\|/, "\\|", text)
	return text
}

# The implementation with the result: "qemu" if on every architecture, else "qemu-i386".
function all_givers(key, id,   i, n, giver, all, text, seen, name) {
	n = split(givers[key], giver, " ")
	for (i = 1; i <= n; i++)
		if (times[key, giver[i]] == paths[giver[i], id])
			all[impl[giver[i]]]++
	for (i = 1; i <= n; i++) {
		name = giver[i]
		if (times[key, name] != paths[name, id])
			name = name " (" by[key, name] ")"
		else if (all[impl[name]] == archs_of[impl[name]])
			name = impl[name]
		if (!(name in seen))
			text = text (text == "" ? "" : ", ") name
		seen[name]
	}
	return text
}

# Rows are stored until their widths are known; a cell wider than the limit of its
# column misaligns only its own line.
function row(a, b, c, d) {
	rows[++nrows] = a SUBSEP b SUBSEP c SUBSEP d
}

function print_rows(limits,   i, k, part, limit, wide, n) {
	n = split(limits, limit, " ")
	for (i = 1; i <= nrows; i++) {
		split(rows[i], part, SUBSEP)
		for (k = 1; k <= n; k++)
			if (length(part[k]) > wide[k] && length(part[k]) <= limit[k])
				wide[k] = length(part[k])
	}
	for (i = 1; i <= nrows; i++) {
		split(rows[i], part, SUBSEP)
		for (k = 1; k <= n; k++)
			printf "| %-" (k < n ? wide[k] : 0) "s ", i == 2 ? \
				substr("------------------------------------------------", 1, \
				k < n ? wide[k] : 3) : part[k]
		print "|"
	}
	nrows = 0
}

# By case, then in input order.
function sort_answers(   i, k, key, part, before) {
	for (i = 2; i <= nanswers; i++) {
		key = order[i]
		split(key, part, SUBSEP)
		for (k = i; k > 1; k--) {
			split(order[k - 1], before, SUBSEP)
			if (before[2] "" <= part[2] "")
				break
			order[k] = order[k - 1]
		}
		order[k] = key
	}
}

# All wrong results of the implementations of a kind.
function table(which,   i, n, part, last) {
	for (i = 1; i <= nanswers; i++) {
		split(order[i], part, SUBSEP)
		if (part[1] != which)
			continue
		if (!n++) {
			row("case", "where", "expected", "got")
			row("", "", "", "")
		}
		row(part[2] == last ? "" : "`" part[2] "`", all_givers(order[i], part[2]), \
			cell(part[3]), cell(part[4]))
		last = part[2]
	}
	print_rows("42 30 16 0")
	if (!n)
		print "None."
}

# Appends to ids[], in order, the cases that match one of the PATTERNS and differ on
# FILE.
function shown(file, patterns,   i, k, n, pattern, part) {
	n = split(patterns, pattern, " ")
	for (i = 1; i <= n; i++) {
		gsub(/\*/, ".*", pattern[i])
		for (k = 1; k <= nanswers; k++) {
			split(order[k], part, SUBSEP)
			if ((file, part[2]) in shows && !(part[2] in listed) &&
				part[2] ~ "^" pattern[i] "$") {
				listed[part[2]]
				ids[++nids] = part[2]
			}
		}
	}
}

# The first ids; the tables below have the others.
function some_ids(   i, text) {
	for (i = 1; i <= nids && i <= 3; i++)
		text = text (i > 1 ? ", " : "") "`" ids[i] "`"
	if (nids > 3)
		text = text " and " nids - 3 " more"
	return nids ? text : "nothing here"
}

# Each line of known.txt whose implementation ran.
function known_table(   i, k, part, ran, where) {
	print "| where | what | shown by |\n| --- | --- | --- |"
	for (i = 1; i <= nknown; i++) {
		split(known[i], part, FS)
		nids = ran = 0
		split("", listed)
		for (k = 1; k <= nwho; k++)
			if (impl[who[k]] == part[1] &&
			    (part[2] == "*" || part[2] == arch[who[k]])) {
				shown(who[k], part[3])
				ran++
			}
		where = part[1] (part[2] == "*" ? "" : "-" part[2])
		if (ran)
			printf "| %s | %s | %s |\n", where, part[4], some_ids()
	}
}

# The paths of a sandbox with their results, equal ones grouped.
function by_paths(file,   i, k, n, path, text, all, seen) {
	n = split(paths_of[file], path, " ")
	for (i = 1; i <= n; i++) {
		text[i] = ""
		for (k = 2; k < nresults; k++)
			if ((file, path[i], result_name[k]) in by_path)
				text[i] = text[i] " " by_path[file, path[i], result_name[k]] \
					" " result_name[k]
	}
	for (i = 1; i <= n; i++)
		if (!(text[i] in seen)) {
			seen[text[i]]
			all = all (all == "" ? "" : "; ") path[i]
			for (k = i + 1; k <= n; k++)
				if (text[k] == text[i])
					all = all ", " path[k]
			all = all (all ~ /, [^;]*$/ ? ", each:" : ":") text[i]
		}
	return all
}

function sandboxes(   i) {
	print "| sandbox | recognised as | wrong results of each path |\n| --- | --- | --- |"
	for (i = 1; i <= nwho; i++)
		if (kind[who[i]] == "sandbox")
			printf "| %s | %s | %s |\n", who[i], environment[who[i]] == "" ? \
				"nothing known" : environment[who[i]], by_paths(who[i])
}

function counts(   i, k) {
	printf "| %-26s", "implementation"
	for (k = 1; k <= nresults; k++)
		printf " | %s", result_name[k]
	printf " | version |\n| --------------------------"
	for (k = 1; k <= nresults; k++)
		printf " | %s:", substr("---------", 1, length(result_name[k]) - 1)
	print " | --- |"
	for (i = 1; i <= nwho; i++) {
		printf "| %-26s", who[i]
		for (k = 1; k <= nresults; k++)
			printf " | %*d", length(result_name[k]), count[who[i], result_name[k]]
		printf " | %s |\n", release[who[i]] == "-" ? "" : kind[who[i]] == "kernel" ? \
				plain_release(release[who[i]]) : release[who[i]]
	}
}

# The number of cases that failed by MEANS, and by nothing else.
function means_row(means, text,   i, k, n, alone, others) {
	if (!(means in ran)) {
		print "| " text " | has not run | |"
		return
	}
	for (i = 1; i <= ncases; i++) {
		if (!((means, id_order[i]) in failed_by))
			continue
		n++
		others = 0
		for (k = 1; k <= nmeans; k++)
			others += (all_means[k], id_order[i]) in failed_by
		alone += others == 1
	}
	print "| " text " | " n + 0 " | " alone + 0 " |"
}

# The cases that no run made fail.
function never_failed(   i, k, n, by, text) {
	for (i = 1; i <= ncases; i++) {
		by = 0
		for (k = 1; k <= nmeans; k++)
			by += (all_means[k], id_order[i]) in failed_by
		if (!by && ++n <= 12)
			text = text (n > 1 ? ", " : "") "`" id_order[i] "`"
	}
	if (n)
		return n ": " text (n > 12 ? " and " n - 12 " more" : "")
	return "0"
}

function cases(   text) {
	nmeans = split("emulator libc sandbox mutated", all_means, " ")
	print "There are " ncases " cases. A case is useful only if it can fail. The number that" \
		" failed:\n\n| by | cases | by this alone |\n| --- | --: | --: |"
	means_row("emulator", "qemu")
	means_row("libc", "a function of a libc")
	means_row("sandbox", "a sandbox of `trapgate as-if`")
	means_row("mutated", "a false last result, `--mutate`")
	print "\nBy none of these: " never_failed() ". A sandbox denies a call whatever its\n" \
		"arguments, so it shows only that a case makes the call."
}

# The cases under a tracer.
function watched() {
	print "strace 6.1, as Debian 12 has it, loops for ever in decoding the control" \
		" messages of\n`sendmsg/cmsg-len-negative` and" \
		" `sendmsg/cmsg-len-wraps-when-aligned`: `strace -f`\n" \
		"of the whole program never ends, and writes without limit. Use `--only=`."
}

END {
	if (failed)
		exit 1
	sort_answers()
	print "# Results of the conformance cases\n\n" \
		"Made by `make conform-results` on " date ": trapgate " version ", Linux " \
		kernel ".\nA result is a case through one path: a call by its direct path or by\n" \
		"`socketcall`, by one entry; of a libc, by its function. `trapgate conform\n" \
		"--only=CASE` shows one case in full. How each kind is run:\n" \
		"`conform/report/results.sh`.\n\n## Results\n"
	counts()
	print "\nskipped: the kernel, the emulator or the libc lacks the tested feature\n" \
		"(`libc lacks it`), or it cannot be tested there; `--json` has each reason."
	print "\n## Cases\n"
	cases()
	print "\n## Known deviations\n\nFrom `conform/report/known.txt`.\n"
	known_table()
	print "\n## Linux\n"
	table("kernel")
	print "\n## Emulators\n\n`qemu`, without an architecture: both." \
		" Paths in brackets: those alone.\n"
	table("emulator")
	print "\n## Functions of the libcs\n"
	table("libc")
	print "\n## The same with trapgate in front\n\n" \
		"Only what the libc itself defines may differ: each reason is in\n" \
		"`conform/report/known.txt`.\n"
	table("trapgate")
	print "\n## Sandboxes\n\nThey are the profiles of `trapgate as-if`.\n"
	sandboxes()
	print "\n## Tracers\n"
	watched()
}
