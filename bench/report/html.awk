# html.awk - text to HTML, and the tables of measured figures.
# SPDX-License-Identifier: MIT
#
# The output is well-formed XML as well, so that an XML parser can check a page. All
# text from data is passed through html().

function html(s) {
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/>/, "\\&gt;", s)
	gsub(/"/, "\\&quot;", s)
	# Controls are not allowed even as references.
	gsub(/[\001-\037\177]/, "?", s)
	return s
}

function class_of(name) { return name == "" ? "" : " class=\"" name "\"" }

# The heading of a column, of a row; a cell, with an optional smaller line below.
function th(text, class) { return "<th scope=\"col\"" class_of(class) ">" html(text) "</th>" }
function th_row(text) { return "<th scope=\"row\">" html(text) "</th>" }
function td(text, class, more) {
	return "<td" class_of(class) ">" html(text) \
	    (more == "" ? "" : " <small>" html(more) "</small>") "</td>"
}

# A table scrolls in a box of its own, which can have the focus; large ones are
# folded.
function table_begin(id, caption, folded, heads) {
	if (folded)
		print "<details><summary>" html(caption) "</summary>"
	print "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" html(caption) \
	    "\"><table id=\"" html_id(id) "\">"
	if (!folded)
		print "<caption>" html(caption) "</caption>"
	print "<thead><tr>" heads "</tr></thead><tbody>"
	end_of_table = "</tbody></table></div>" (folded ? "</details>" : "")
}

function table_end() { print end_of_table }

# A figure, and below it its quartiles, if it has any.
function figure_cell(m, s, item, metric, low) {
	low = get(part[4], m, s, item, metric "-q1")
	return td(number(get(part[4], m, s, item, metric)), s == ours ? "ours" : "", \
	    low == "" ? "" : number(low) "–" number(get(part[4], m, s, item, metric "-q3")))
}

# A table of contents.txt: a column for each implementation; the rows are the items, or the
# metrics of one item, "METRIC=heading;...", or the values on the x axis.
function show(m, s, n, i, j, k, rows, heads, pair) {
	if (part[1] == "glance")
		return glance(m)
	n = impls(part[4], m, s)
	if (part[3] != in_section || !n)
		return
	heads = th(part[part[1] == "lines" ? 10 : 8])
	for (i = 1; i <= n; i++)
		heads = heads th(label(s[i], m), s[i] == ours ? "ours" : "")
	table_begin("table-" part[2] "-" m, part[7] ", " m, 1, heads)
	k = part[1] == "items" ? items(part[4], m, rows) : part[1] == "metrics" ? \
	    split(part[6], rows, ";") : names(part[5] SUBSEP "x" SUBSEP m, rows)
	for (j = 1; j <= k; j++) {
		if (rows[j] == "20-calls")
			continue
		split(rows[j], pair, "=")
		print "<tr>" th_row(part[1] == "metrics" ? pair[2] : rows[j])
		for (i = 1; i <= n; i++)
			print part[1] == "items" ? figure_cell(m, s[i], rows[j], part[6]) : \
			    figure_cell(m, s[i], part[5], pair[1])
		print "</tr>"
	}
	table_end()
}
