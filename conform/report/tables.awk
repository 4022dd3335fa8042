# tables.awk - writes the page from the data that page.awk has read.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  -v known_new= is a file for the lines that known.txt lacks.

# Text for a table cell: the name of an error without its number.
function cell(text) {
	while (match(text, /E[A-Z0-9]+ \([0-9]+\)/))
		text = substr(text, 1, RSTART - 1) \
			substr(text, RSTART, index(substr(text, RSTART), " ") - 1) \
			substr(text, RSTART + RLENGTH)
	gsub(/\|/, "\\|", text)
	return text
}

# The cases of IDS as text: the first MOST, and the number of the others.
function some_ids(ids, most,   i, n, id, text) {
	n = split(ids, id, " ")
	for (i = 1; i <= n && i <= most; i++)
		text = text (i > 1 ? ", " : "") "`" id[i] "`"
	return text (n > most ? " and " n - most " more" : "")
}

function count_promised(ids,   i, n, id, sum) {
	n = split(ids, id, " ")
	for (i = 1; i <= n; i++)
		sum += promised[id[i]]
	return sum + 0
}

# The findings of BASE, one a line, or one for each line of known.txt.
function findings(base,   i, name) {
	if (!nnames[base]) {
		print "None."
		return
	}
	make_rows(base)
	print "| finding | where | cases | promised | what | example |\n" \
		"| --- | --- | --: | --: | --- | --- |"
	for (i = 1; i <= nrows; i++)
		printf "| %s | %s | %d | %d | %s | `%s` |\n", first_name(row_names[rows[i]]), \
			where_seen(base, rows[i]), row_size[rows[i]], \
			count_promised(row_cases[rows[i]]), cell(row_text[rows[i]]), \
			row_example[rows[i]]
	for (i = 1; i <= nnames[base]; i++) {
		name = names[base, i]
		if ((base, name) in lacking && known_new != "")
			print plain_family[base] "\t*\t" name "\t-\t" releases_with(base, name) \
				> known_new
	}
}

function first_name(names,   n, name) {
	n = split(names, name, " ")
	return name[1] (n > 1 ? " and " n - 1 " more" : "")
}

# The known lines that were not seen, and the changes between the releases of BASE.
function remarks(base,   i, part, text) {
	text = not_shown(base)
	if (text != "")
		print "\nKnown, but not seen: " text "."
	find_changes(base)
	if (ncompared && !nchanges)
		print "\nNothing changed between these releases."
	if (!nchanges)
		return
	print "\n| release | | finding | cases |\n| --- | --- | --- | --- |"
	for (i = 1; i <= nchanges; i++) {
		split(change[i], part, SUBSEP)
		printf "| %s | %s | %s | %s |\n", part[1], part[2], part[3], \
			some_ids(changes[change[i]], 4)
	}
}

# The sections of the families of a kind; those without findings share
# a line.
function sections(which,   i, k, n, run, base, text, healthy) {
	for (i = 1; i <= nbases; i++) {
		base = bases[i]
		if (substr(base, length(base) - length(which)) != " " which)
			continue
		if (!nnames[base] && not_shown(base) == "") {
			healthy = healthy (healthy == "" ? "" : ", ") plain_family[base]
			continue
		}
		text = ""
		for (k = 1; k <= nreleases[base]; k++)
			text = text (k > 1 ? ", " : " ") releases[base, k]
		print "\n### " plain_family[base] text "\n"
		findings(base)
		remarks(base)
	}
	if (healthy != "")
		print "\nWithout a finding: " healthy "."
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

# The findings of a run, the largest of them.
function of_run(file, most,   i, n, base, text) {
	base = base_of[file]
	for (i = 1; i <= nnames[base]; i++)
		if ((file, names[base, i]) in has && ++n <= most)
			text = text (n > 1 ? "; " : "") cell(summary[base, names[base, i]])
	return text (n > most ? "; and " n - most " more" : "")
}

function sandboxes(   i) {
	print "| sandbox | recognised as | wrong results of each path | findings |\n" \
		"| --- | --- | --- | --- |"
	for (i = 1; i <= nwho; i++)
		if (kind[who[i]] == "sandbox")
			printf "| %s | %s | %s | %s |\n", who[i], environment[who[i]] == "" ? \
				"nothing known" : environment[who[i]], by_paths(who[i]), \
				of_run(who[i], 3)
}

function counts(   i, k) {
	printf "| implementation"
	for (k = 1; k <= nresults; k++)
		printf " | %s", result_name[k]
	printf " | findings | version |\n| ---"
	for (k = 1; k <= nresults; k++)
		printf " | --:"
	print " | --: | --- |"
	for (i = 1; i <= nwho; i++) {
		printf "| %s", who[i]
		for (k = 1; k <= nresults; k++)
			printf " | %d", count[who[i], result_name[k]]
		printf " | %d | %s |\n", nfindings[who[i]], kind[who[i]] == "kernel" ? \
			kernel_of[who[i]] : version_of[who[i]] == "-" ? "" : version_of[who[i]]
	}
}

# The kernels that COMMAND ran in guests.
function guests(command,   i, part) {
	if (!nkernels) {
		print "`" command "` has not run."
		return
	}
	print "| kernel | package | program | ok | not ok | skipped | seconds | findings |\n" \
		"| --- | --- | --- | --: | --: | --: | --: | --- |"
	for (i = 1; i <= nkernels; i++) {
		split(kernels[i], part, FS)
		printf "| %s | %s | %s | %d | %d | %d | %d | %s |\n", part[1], part[2], part[3], \
			part[4], part[5], part[6], part[7], cell(part[8])
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
	means_row("emulator", "an emulator")
	means_row("libc", "a function of a libc")
	means_row("sandbox", "a sandbox")
	means_row("mutated", "a false last result, `--mutate`")
	print "\nBy none of these: " never_failed() ". A sandbox denies a call whatever its\n" \
		"arguments, so it shows only that a case makes the call."
}
