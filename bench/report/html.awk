# html.awk - text to HTML: escaping, and the parts of a table.
# SPDX-License-Identifier: MIT
#
# What these print is well-formed XML as well, so a plain XML parser can check
# a page.  Every text that comes from data goes through html().

function html(s) {
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	gsub(/>/, "\\&gt;", s)
	gsub(/"/, "\\&quot;", s)
	# Controls are not allowed even as references; the file has no tabs left.
	gsub(/[\001-\037\177]/, "?", s)
	return s
}

# A word that may stand as an id.
function html_id(s) {
	gsub(/[^A-Za-z0-9_-]+/, "-", s)
	return s
}

function html_class(class) {
	return class == "" ? "" : " class=\"" class "\""
}

# The heading of a column, the heading of a row, a cell of text, of a number.
function th(text, class) {
	return "<th scope=\"col\"" html_class(class) ">" html(text) "</th>"
}

function th_row(text, class) {
	return "<th scope=\"row\"" html_class(class) ">" html(text) "</th>"
}

function td(text, class) {
	return "<td" html_class(class) ">" html(text) "</td>"
}

# A number as people read it: thousands apart, no more digits than tell anything.  What
# is no number stays as it is; nothing measured is a dash.
function number(x, whole, sign) {
	if (x == "")
		return "–"
	if (x !~ /^-?[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?$/)
		return x
	sign = x < 0 ? "-" : ""
	if (x < 0)
		x = -x
	if (x != int(x)) {
		x = sprintf(x < 0.1 ? "%.2g" : x < 10 ? "%.2f" : x < 100 ? "%.1f" : "%.0f", x)
	} else
		x = sprintf("%.0f", x)
	while (match(x, /^[0-9][0-9][0-9][0-9]+/) && x !~ /\./ && length(x) > 3) {
		whole = substr(x, length(x) - 2) (whole == "" ? "" : "," whole)
		x = substr(x, 1, length(x) - 3)
	}
	return sign x (whole == "" ? "" : "," whole)
}

# A table scrolls in a box of its own; big ones are folded away.
function table_begin(id, caption, folded) {
	if (folded)
		print "<details><summary>" html(caption) "</summary>"
	# Who has no mouse can scroll what can have the focus.
	print "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" \
	    html(caption) "\"><table id=\"" html_id(id) "\">"
	print "<caption>" html(caption) "</caption>"
	table_is_folded = folded
}

function table_end() {
	print "</tbody></table></div>"
	if (table_is_folded)
		print "</details>"
}
