# merge.awk - the findings of all runs of one implementation, compared.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of page.awk.  BASE is a family with its kind, as in "qemu emulator".

# A release as one number, which compares as the release does.
function place(text,   part) {
	split(text, part, ".")
	return (part[1] * 1000 + part[2]) * 1000 + part[3]
}

# Sets run[] to the runs of BASE; returns their number.
function runs_of(base, run,   i, n) {
	split("", run)
	for (i = 1; i <= nwho; i++)
		if (base_of[who[i]] == base)
			run[++n] = who[i]
	return n + 0
}

# Where BASE has a row: its releases and architectures, each only if other runs lack
# it.
function where_seen(base, row,   i, n, run, has_release, has_arch, text, lacks) {
	n = runs_of(base, run)
	for (i = 1; i <= n; i++)
		if ((run[i], row) in row_has) {
			has_release[release[run[i]]]
			has_arch[arch[run[i]]]
		}
	for (i = 1; i <= nreleases[base]; i++)
		if (releases[base, i] in has_release)
			text = text (text == "" ? "" : ", ") releases[base, i]
		else
			lacks = 1
	text = lacks ? text : ""
	return text archs_text(base, has_arch, text)
}

# The architectures of BASE that are in HAS, if not all are; if those are the most of
# many, the others.
function archs_text(base, has, before,   i, n, run, seen, with, without, text) {
	n = runs_of(base, run)
	split("", with)
	split("", without)
	for (i = 1; i <= n; i++) {
		if (arch[run[i]] in seen)
			continue
		seen[arch[run[i]]]
		if (arch[run[i]] in has)
			add_name(with, arch[run[i]])
		else
			add_name(without, arch[run[i]])
	}
	if (!without["n"])
		return before == "" ? "all" : ""
	text = with["n"] > 2 * without["n"] ? "all but " without["text"] : with["text"]
	return (before == "" ? "" : "; ") text
}

function add_name(list, name) {
	list["text"] = list["text"] (list["n"]++ ? ", " : "") name
}

# The releases that have the finding NAME, as known.txt has them.
function releases_with(base, name,   i, k, n, run, first, last) {
	n = runs_of(base, run)
	for (i = 1; i <= nreleases[base]; i++)
		for (k = 1; k <= n; k++)
			if (release[run[k]] == releases[base, i] && (run[k], name) in has) {
				first = first == "" ? releases[base, i] : first
				last = releases[base, i]
			}
	return first "-" (last == releases[base, nreleases[base]] ? "" : last)
}

# Whether ID matches one of the patterns of known line LINE, which are of cases; or NAME
# is one of them.
function matches(line, name, id,   i, n, part, pattern) {
	split(known[line], part, FS)
	n = split(part[3], pattern, " ")
	for (i = 1; i <= n; i++) {
		if (pattern[i] == name)
			return 1
		gsub(/\*/, ".*", pattern[i])
		if (pattern[i] ~ /\// && id ~ "^" pattern[i] "$")
			return 1
	}
	return 0
}

# The known line of BASE that explains case ID of the finding NAME on an architecture,
# or 0.
function line_of(base, name, id, on,   k, part) {
	for (k = 1; k <= nknown; k++) {
		split(known[k], part, FS)
		if (part[1] == plain_family[base] && (part[2] == "*" || part[2] == on) && \
		    matches(k, name, id))
			return k
	}
	return 0
}

# Makes the rows of BASE, by their number of cases: a known line with a text of what is
# wrong, or a finding with the cases that no such line explains.
function make_rows(base,   i, k, r, n, name, id, nruns) {
	nrows = 0
	split("", row_names)
	split("", row_cases)
	split("", row_has)
	nruns = runs_of(base, run_list)
	for (i = 1; i <= nnames[base]; i++) {
		name = names[base, i]
		n = split(cases_of[base, name], id, " ")
		for (k = 1; k <= n; k++)
			for (r = 1; r <= nruns; r++)
				if ((run_list[r], name) in has && (run_list[r], id[k]) in wrong)
					put_in_row(base, name, id[k], run_list[r])
	}
	sort_rows()
}

function put_in_row(base, name, id, run,   line, row, part) {
	line = line_of(base, name, id, arch[run])
	split(known[line], part, FS)
	row = line && part[4] != "-" ? "line " line : name
	if (line)
		shown[line, base]
	else
		lacking[base, name]
	if (!(row in row_names)) {
		rows[++nrows] = row
		row_size[row] = 0
		row_text[row] = row == name ? summary[base, name] : part[4]
	}
	if (!index(row_names[row] " ", " " name " "))
		row_names[row] = row_names[row] " " name
	row_has[run, row]
	if (!index(row_cases[row] " ", " " id " ")) {
		row_cases[row] = row_cases[row] " " id
		row_size[row]++
	}
	# The example of the first finding, if the row has it.
	if (row_size[row] == 1 || (id == example[base, name] && row_names[row] == " " name))
		row_example[row] = id
}

function sort_rows(   i, k, one) {
	for (i = 2; i <= nrows; i++) {
		one = rows[i]
		for (k = i; k > 1 && row_size[rows[k - 1]] < row_size[one]; k--)
			rows[k] = rows[k - 1]
		rows[k] = one
	}
}

# The known lines of BASE that no run showed although their releases include one
# that ran.
function not_shown(base,   i, k, n, part, run, ends, text) {
	for (k = 1; k <= nknown; k++) {
		split(known[k], part, FS)
		if (part[1] != plain_family[base] || (k, base) in shown)
			continue
		split(part[5] == "" ? "-" : part[5], ends, "-")
		for (i = runs_of(base, run); i; i--)
			if ((part[2] == "*" || part[2] == arch[run[i]]) && \
			    (ends[1] == "" || place(release[run[i]]) >= place(ends[1])) && \
			    (ends[2] == "" || place(release[run[i]]) <= place(ends[2])))
				break
		if (i)
			text = text (n++ ? "; " : "") (part[4] == "-" ? "`" part[3] "`" : part[4])
	}
	return text
}

# Whether the result of ID at RUN is different in RELEASE and NEXT: "new", "gone" or "".
function changed(before, after, id) {
	if ((after, id) in wrong)
		return (before, id) in passes && !((before, id) in wrong) ? "new" : ""
	return (before, id) in wrong && (after, id) in passes ? "gone" : ""
}

# Adds to changes[] the cases that changed between two runs, by finding.
function compare(base, before, after,   i, how, name, key) {
	for (i = 1; i <= ncases; i++) {
		how = changed(before, after, id_order[i])
		if (how == "")
			continue
		name = finding_of[how == "new" ? after : before, id_order[i]]
		key = release[after] SUBSEP how SUBSEP name
		if (!(key in changes))
			change[++nchanges] = key
		if ((key, id_order[i]) in change_seen)
			continue
		change_seen[key, id_order[i]]
		changes[key] = changes[key] " " id_order[i]
	}
}

# Compares each run of BASE with that of the release before, of its architecture.
function find_changes(base,   i, k, r, n, run) {
	nchanges = ncompared = 0
	split("", changes)
	split("", change_seen)
	n = runs_of(base, run)
	for (r = 2; r <= nreleases[base]; r++)
		for (i = 1; i <= n; i++)
			for (k = 1; k <= n; k++)
				if (arch[run[i]] == arch[run[k]] && \
				    release[run[i]] == releases[base, r - 1] && \
				    release[run[k]] == releases[base, r]) {
					ncompared++
					compare(base, run[i], run[k])
				}
}
