# page.awk - the page: head, summary, conditions, goals, sections.
# SPDX-License-Identifier: MIT
#
# -v here=FOLDER of the style, -v work=FOLDER with figures, *.svg and
# matrix.html; -v sections=FILE, -v defaults= as data.awk.

function slurp(file, s, n) {
	while ((getline s <file) > 0) {
		print s
		n++
	}
	close(file)
	if (!n) {
		print "trapgate report: cannot read " file "; run make report again" >"/dev/stderr"
		failed = 1
		exit 2
	}
}

function read_sections(s, part) {
	while ((getline s <sections) > 0)
		if (s !~ /^(#|$)/ && split(s, part, "\t") == 4) {
			section[++nsections] = part[1]
			title[part[1]] = part[2]
			command[part[1]] = part[3]
			how[part[1]] = part[4]
		}
	close(sections)
}

# ID section machine caption note told
function read_figures(s, part) {
	while ((getline s <(work "/figures")) > 0) {
		split(s, part, "\t")
		figure_of[++nfigures] = part[1]
		in_section[nfigures] = part[2]
		caption[nfigures] = part[4]
		figure_note[nfigures] = part[5]
	}
	close(work "/figures")
}

function run(item) {
	return get("run", "-", "-", item, "text")
}

function page_head(i) {
	print "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>"
	print "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
	print "<meta name=\"color-scheme\" content=\"light dark\"/>"
	print "<title>trapgate: measured</title>\n<style>"
	slurp(here "/page.css")
	print "</style>\n</head>\n<body>\n<header>"
	print "<h1>trapgate: measured</h1>"
	print "<nav aria-label=\"Sections\"><ul>"
	print "<li><a href=\"#conditions\">Conditions</a></li>"
	if (ngoals)
		print "<li><a href=\"#goals\">Goals</a></li>"
	for (i = 1; i <= nsections; i++)
		print "<li><a href=\"#" section[i] "\">" html(title[section[i]]) "</a></li>"
	print "</ul></nav>\n</header>\n<main>"
}

function command_line(text) {
	print "<p class=\"command\"><span>Made by</span> <code>" html(text) "</code></p>"
}

function conditions(n, i, it) {
	print "<section id=\"conditions\"><h2>Conditions</h2>"
	command_line("make bench")
	print "<dl>"
	n = items("run", "-", it)
	for (i = 1; i <= n; i++)
		print "<div><dt>" html(it[i]) "</dt><dd>" html(run(it[i])) "</dd></div>"
	print "</dl>"
	missing_subjects()
	print "</section>"
}

# A peer that no table of a machine has was not installed.
function missing_subjects(i, k, t, tables, found, list) {
	split("instructions time bytes program", tables, " ")
	for (i = 1; i <= nmachines; i++)
		for (k = 1; k <= nkinds; k++) {
			found = 0
			for (t = 1; t in tables; t++)
				found += has_kind(tables[t], machine[i], kinds[k])
			if (!found)
				list = list (list == "" ? "" : ", ") kinds[k] " on " machine[i]
		}
	if (list != "")
		print "<p class=\"note\" id=\"missing\">Not there when this was measured: " \
		    html(list) ".</p>"
}

function has_kind(table, m, name, s, n, i) {
	n = subjects(table, m, s)
	for (i = 1; i <= n; i++)
		if (kind(s[i]) == name)
			return 1
	return 0
}

function print_section(id, i, n) {
	print "<section id=\"" id "\"><h2>" html(title[id]) "</h2>"
	command_line(command[id])
	print "<p>" html(how[id]) "</p>"
	if (id == "matrix")
		slurp(work "/matrix.html")
	else {
		print "<div class=\"figures\">"
		for (i = 1; i <= nfigures; i++)
			if (in_section[i] == id) {
				print_figure(i)
				n++
			}
		print "</div>"
		if (!n)
			print "<p class=\"note\">Nothing of this was measured.</p>"
		note_trap(id)
		for (i = 1; i <= nmachines; i++)
			section_tables(id, machine[i])
	}
	print "</section>"
}

function print_figure(i) {
	print "<figure id=\"" figure_of[i] "\"><figcaption>" html(caption[i]) "</figcaption>"
	slurp(work "/" figure_of[i] ".html")
	if (figure_note[i] != "")
		print "<p class=\"note\">" html(figure_note[i]) "</p>"
	print "</figure>"
}

# What an int $0x80 costs where a hypervisor takes part is no fact of the entry.
function note_trap(id) {
	if ((id != "time" && id != "work") || !measured_far(id))
		return
	print "<p class=\"note\" id=\"note-" id "\">What is left out of a plot enters by " \
	    "<code>int $0x80</code>. " (run("hypervisor") ~ /^(none)?$/ ? "" : \
	    "That cost is a property of this hypervisor (" html(run("hypervisor")) \
	    "), which takes part in each such trap: on bare metal, about twice is expected.") "</p>"
}

function measured_far(table, i, j, k, s, it, n, m) {
	for (i = 1; i <= nmachines; i++) {
		n = subjects(table, machine[i], s)
		m = items(table, machine[i], it)
		for (j = 1; j <= n; j++)
			for (k = 1; k <= m; k++)
				if (get(table, machine[i], s[j], it[k], "to-inline") + 0 > far)
					return 1
	}
	return 0
}

END {
	read_sections()
	read_figures()

	page_head()
	summary()
	conditions()
	goals()
	for (i = 1; i <= nsections; i++)
		print_section(section[i])
	print "</main>\n<footer><p>Made by <code>make report</code> from" \
	    " <code>build/bench/results.tsv</code>.</p></footer>\n</body>\n</html>"
}
