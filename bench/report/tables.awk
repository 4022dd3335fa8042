# tables.awk - the tables of the page that hold measured figures.
# SPDX-License-Identifier: MIT

# What stands in the cell of a subject in the row of an item.
function cell(table, m, s, item, metric, x, y) {
	x = get(table, m, s, item, metric)
	if (x == "")
		return "–"
	if (metric == "success") {
		y = get(table, m, s, item, "error")
		return number(x) (y == "" ? "" : " / " number(y))
	}
	if (metric == "to-inline")
		return sprintf("%.2f", x)
	return number(x)
}

# Below it, smaller: the time itself, and the quartiles of the ratio.
function cell_more(table, m, s, item, metric, low, high, ns, vdso) {
	if (metric == "success") {
		vdso = get(table, m, s, item, "success-vdso")
		return vdso > 0 ? "+ " number(vdso) : ""
	}
	if (metric != "to-inline")
		return ""
	ns = get(table, m, s, item, "ns")
	low = get(table, m, s, item, "to-inline-q1")
	high = get(table, m, s, item, "to-inline-q3")
	return (ns == "" ? "" : number(ns) " ns") \
	    (low == "" ? "" : sprintf(" (%.2f–%.2f)", low, high))
}

function class_of(table, m, s) {
	return s == main_of(table, m) ? "ours" : ""
}

function column_heads(table, m, s, n, first, i) {
	print "<thead><tr>" th(first)
	for (i = 1; i <= n; i++)
		print th(label(s[i], m), class_of(table, m, s[i]))
	print "</tr></thead><tbody>"
}

# Items down, subjects across.
function item_table(id, table, m, metric, caption, first, s, it, n, k, i, j, more) {
	n = subjects(table, m, s)
	k = items(table, m, it)
	if (!n)
		return
	table_begin(id "-" m, caption ", " m, 1)
	column_heads(table, m, s, n, first)
	for (j = 1; j <= k; j++) {
		if (it[j] == "20-calls")
			continue
		print "<tr>" th_row(it[j] == "geomean" ? "geometric mean" : it[j])
		for (i = 1; i <= n; i++) {
			more = cell_more(table, m, s[i], it[j], metric)
			print "<td" html_class(class_of(table, m, s[i])) ">" \
			    html(cell(table, m, s[i], it[j], metric)) \
			    (more == "" ? "" : " <small>" html(more) "</small>") "</td>"
		}
		print "</tr>"
	}
	table_end()
}

# Subjects down, metrics of one item across: "METRIC=heading ...".
function subject_table(id, table, m, item, wanted, caption, s, n, i, j, k, list, part, ours) {
	n = subjects(table, m, s)
	if (!n)
		return
	k = split(wanted, list, ";")
	table_begin(id "-" m, caption ", " m, 1)
	print "<thead><tr>" th("")
	for (j = 1; j <= k; j++) {
		split(list[j], part, "=")
		metric[j] = part[1]
		print th(part[2])
	}
	print "</tr></thead><tbody>"
	for (i = 1; i <= n; i++) {
		ours = class_of(table, m, s[i])
		print "<tr" html_class(ours) ">" th_row(label(s[i], m))
		for (j = 1; j <= k; j++)
			print td(metric_text(table, m, s[i], item, metric[j]))
		print "</tr>"
	}
	table_end()
}

function metric_text(table, m, s, item, name, x, low) {
	x = get(table, m, s, item, name)
	if (x == "")
		return "–"
	if (name == "exec-ns") {
		low = get(table, m, s, item, "exec-ns-q1")
		return sprintf("%.0f", x / 1000) (low == "" ? "" : sprintf(" (%.0f–%.0f)", \
		    low / 1000, get(table, m, s, item, "exec-ns-q3") / 1000))
	}
	return name ~ /^to-/ ? sprintf("%.2f", x) : number(x)
}

# Of what grows: x down, subjects across.
function growth_table(m, item, caption, first, s, n, i, j, k, x) {
	n = subjects("growth", m, s)
	k = count["growth", "x", m SUBSEP item]
	if (!n || !k)
		return
	table_begin("table-growth-" item "-" m, caption ", " m, 1)
	column_heads("growth", m, s, n, first)
	for (j = 1; j <= k; j++) {
		x = named["growth", "x", m SUBSEP item, j]
		print "<tr>" th_row(x)
		for (i = 1; i <= n; i++)
			print td(number(get("growth", m, s[i], item, x)), \
			    class_of("growth", m, s[i]))
		print "</tr>"
	}
	table_end()
}

# All tables of a section for one machine.
function section_tables(section, m, it, n, i) {
	n = items("program", m, it)
	if (section == "instructions")
		item_table("table-" section, section, m, "success", \
		    "Instructions on success / on error, + the vdso's", "call")
	else if (section == "time" || section == "work")
		item_table("table-" section, section, m, "to-inline", \
		    "Times that of inline, nanoseconds, first to third quartile of the ratio", \
		    section == "time" ? "call" : "work")
	else if (section == "bytes") {
		subject_table("table-all", section, m, "20-calls", \
		    "functions=the functions;link-text=text of a link;stubs=its stubs alone", \
		    "Bytes of the 20 calls together")
		item_table("table-bytes", section, m, "code", "Bytes of each call", "call")
	} else if (section == "growth") {
		growth_table(m, "arguments-instructions", "Instructions by arguments", "arguments")
		growth_table(m, "vector-instructions", "Instructions for each message", "messages")
		growth_table(m, "vector-calls", "System calls for each message", "messages")
		growth_table(m, "linked-text", "Text by calls linked", "calls")
	} else if (section == "size" || section == "start")
		for (i = 1; i <= n; i++)
			subject_table("table-" section "-" it[i], "program", m, it[i], \
			    section == "size" ? \
			    "file-tuned=file;file=file by default;text=text;data=data;bss=bss" : \
			    "exec-ns=exec to exit, µs;to-dietlibc=times dietlibc;" \
			    "calls-before-main=calls before main;faults=page faults;" \
			    "peak-kib=peak KiB", \
			    (section == "size" ? "Bytes of " : "Start-up of ") it[i])
}
