# page.awk - fills page.html with the figures.
# SPDX-License-Identifier: MIT
#
# With data.awk and html.awk; -v here=DIRECTORY of the template, -v work=DIRECTORY with the
# plots and matrix.tsv, -v expected=1 if that one was not measured.

# All plots have the same symbols with the same ids: the page has them once.
function symbols(text) {
	if ((getline text <(work "/figures")) > 0) {
		text = svg(substr(text, 1, index(text, "\t") - 1))
		sub(/.*<defs>/, "", text)
		sub(/<filter.*/, "", text)
		gsub(/0\.222/, "0.45", text)
		print "<svg width=\"0\" height=\"0\" aria-hidden=\"true\"><defs>" text \
		    "</defs></svg>"
	}
	close(work "/figures")
}

# The SVG of gnuplot, with its numbered colours and black replaced by those of the
# page.
function svg(id, line, text) {
	while ((getline line <(work "/" id ".svg")) > 0)
		text = text line "\n"
	close(work "/" id ".svg")
	sub(/.*<svg[^>]*viewBox=/, "<svg role=\"img\" viewBox=", text)
	gsub(/xmlns(:xlink)?="[^"]*"|<title>[^<]*<\/title>/, "", text)
	gsub(/<desc>[^<]*<\/desc>| id="[^"]*"/, "", text)
	gsub(/xlink:href/, "href", text)
	gsub(/["']black["']/, "\"currentColor\"", text)
	while (match(text, /rgb\( *0, *0, *[0-9]+\)/))
		text = substr(text, 1, RSTART - 1) "var(--c" \
		    substr(text, RSTART + RLENGTH - 3, 2) + 0 ")" substr(text, RSTART + RLENGTH)
	return text
}

function section(id, line, f, n, text) {
	print "<div class=\"figures\">"
	while ((getline line <(work "/figures")) > 0) {
		split(line, f, "\t")
		if (f[2] != id)
			continue
		text = svg(f[1])
		sub(/<defs>.*<\/defs>/, "", text)
		sub(/<svg /, "<svg aria-label=\"" html(f[3]) "\" ", text)
		print "<figure id=\"" f[1] "\"><figcaption>" html(f[3]) "</figcaption>\n" text \
		    "</figure>"
		n++
	}
	close(work "/figures")
	print "</div>"
	if (!n)
		print "<p class=\"note\">Nothing of this was measured.</p>"
	in_section = id
	each_content("items|metrics|lines")
}

# A row of the overview: ours, the best of the libraries, glibc.
function glance(m, s, n, i, x, best, name) {
	n = impls(part[4], m, s)
	for (i = 1; i <= n; i++) {
		x = figure_of(part[4], m, s[i], part[5], part[6])
		if (kind(s[i]) !~ /^(trapgate|minimal|inline)$/ && x != "" && \
		    (name == "" || x + 0 < best)) {
			best = x + 0
			name = s[i]
		}
	}
	if ((x = figure_of(part[4], m, ours, part[5], part[6])) != "")
		print "<tr>" th_row(part[7] ", " m) td(number(x), "ours") \
		    td(name == "" ? "–" : number(best), "", name) \
		    td(number(figure_of(part[4], m, "glibc", part[5], part[6]))) "</tr>"
}

function summary() {
	table_begin("table-glance", "At a glance", 0, \
	    th("") th("trapgate", "ours") th("best library") th("glibc"))
	each_content("glance")
	table_end()
}

function goals(i, class) {
	table_begin("table-goals", "Goals", 0, th("arch") th("verdict", "text") th("what", "text") \
	    th("goal") th("measured", "text"))
	for (i = 1; i <= ngoals; i++) {
		split(goal[i], part, "\t")
		class = part[3]
		gsub(/[^a-z]/, "", class)
		print "<tr>" th_row(part[2]) td(part[3], "text v-" class) td(part[4], "text") \
		    td(part[5]) td(number(part[6]), "text") "</tr>"
	}
	table_end()
}

# The conditions of the run; a kind without a row on an architecture was not
# installed.
function conditions(i, k, n, it, list, group, f) {
	print "<dl>"
	n = items("run", "-", it)
	for (i = 1; i <= n; i++)
		print "<div><dt>" html(it[i]) "</dt><dd>" \
		    html(get("run", "-", "-", it[i], "text")) "</dd></div>"
	print "</dl>"
	for (group in named)
		if (split(group, f, SUBSEP) == 5 && f[2] == "impl")
			there[kind(f[5]), f[3]] = 1
	for (i = 1; i <= count["arch"]; i++)
		for (k = 1; k <= nkinds; k++)
			if (!((kinds[k], named["arch", i]) in there))
				list = list (list == "" ? "" : ", ") kinds[k] " on " \
				    named["arch", i]
	if (list != "")
		print "<p class=\"note\" id=\"missing\">Not installed when this was measured: " \
		    html(list) ".</p>"
}

# The first line names the columns; a verdict is coloured.
function matrix(line, f, n, i, row, text) {
	while ((getline line <(work "/matrix.tsv")) > 0) {
		n = split(line, f, "\t")
		text = ""
		for (i = 1; i <= n; i++) {
			match(f[i], /(works|fails|differ|fail)$/)
			text = text (!row ? th(f[i]) : RSTART ? \
			    td(f[i], "v-" substr(f[i], RSTART)) : th_row(f[i]))
		}
		if (!row++)
			table_begin("table-matrix", expected ? \
			    "Expected; make matrix measures it" : \
			    "As measured by the tests", 0, text)
		else
			print "<tr>" text "</tr>"
	}
	table_end()
}

END {
	while ((getline line <(here "/page.html")) > 0)
		if (line !~ /^@[a-z]+$/)
			print line
		else if (line == "@symbols")
			symbols()
		else if (line == "@summary")
			summary()
		else if (line == "@conditions")
			conditions()
		else if (line == "@goals")
			goals()
		else if (line == "@matrix")
			matrix()
		else
			section(substr(line, 2))
}
