# summary.awk - what the figures say, in words, and the goals.
# SPDX-License-Identifier: MIT

# Ours, or the best of the libraries: its figure, and its name in best_name.
function figure_of_subject(table, m, s, item, metric) {
	return item == "" ? mean(table, m, s, metric) : get(table, m, s, item, metric)
}

function ours_of(table, m, item, metric) {
	return figure_of_subject(table, m, main_of(table, m), item, metric)
}

function best_of(table, m, item, metric, s, n, i, x, best) {
	best_name = ""
	n = subjects(table, m, s)
	for (i = 1; i <= n; i++) {
		if (kind(s[i]) ~ /^(trapgate|minimal|inline)$/)
			continue
		x = figure_of_subject(table, m, s[i], item, metric)
		if (x != "" && (best_name == "" || x + 0 < best)) {
			best = x + 0
			best_name = s[i]
		}
	}
	return best_name == "" ? "" : best
}

function join(a, b, between) {
	return a == "" ? b : b == "" ? a : a between b
}

# One row at a glance: ours, the best library, glibc.
function glance_row(m, what, table, item, metric, scale, digits, x, y, z) {
	x = ours_of(table, m, item, metric)
	if (x == "")
		return
	y = best_of(table, m, item, metric)
	z = figure_of_subject(table, m, "glibc", item, metric)
	print "<tr>" th_row(what, "text") td(scaled(x, scale, digits), "ours") \
	    "<td>" scaled(y, scale, digits) (y == "" ? "" : " <small>" html(best_name) "</small>") \
	    "</td>" \
	    td(scaled(z, scale, digits)) "</tr>"
}

function scaled(x, scale, digits) {
	return x == "" ? "–" : digits == "" ? number(x / scale) : sprintf("%." digits "f", x / scale)
}

function glance(i, j, m, it) {
	print "<div class=\"figures\">"
	for (i = 1; i <= nmachines; i++) {
		m = machine[i]
		table_begin("table-glance-" m, "At a glance, " m, 0)
		print "<thead><tr>" th("") th("trapgate", "ours") th("best library") \
		    th("glibc") "</tr></thead><tbody>"
		glance_row(m, "instructions of a call, mean", "instructions", "", "success", 1, 1)
		glance_row(m, "time of a failing call, times inline", "time", "geomean", \
		    "to-inline", 1, 2)
		glance_row(m, "bytes of the 20 functions", "bytes", "20-calls", "functions", 1)
		for (j = 1; j <= items("program", m, it); j++) {
			glance_row(m, "bytes of " it[j] ", static", "program", it[j], "file-tuned", 1)
			glance_row(m, "µs from exec to exit of " it[j], "program", it[j], \
			    "exec-ns", 1000, 0)
		}
		table_end()
	}
	print "</div>"
}

# "On i386 a call takes 14.2 instructions, in glibc 63.0, and 0.77 times ..."
function told_of(m, x, z, t, s) {
	x = ours_of("instructions", m, "", "success")
	z = figure_of_subject("instructions", m, "glibc", "", "success")
	t = ours_of("time", m, "geomean", "to-glibc")
	if (x != "")
		s = sprintf("%.1f", x) " instructions" \
		    (z == "" ? "" : sprintf(" (in glibc %.1f)", z))
	if (t != "")
		s = join(s, sprintf("%.2f", t) " times the time of glibc’s", " and ")
	return s == "" ? "" : " On " html(m) " a call takes " s "."
}

function summary(i, told) {
	for (i = 1; i <= nmachines; i++)
		told = told told_of(machine[i])
	print "<p class=\"summary\">System call wrappers of trapgate, beside those of other" \
	    " libraries." told goal_sentence() "</p>"
	glance()
	print "<p>A figure is good for the machine that made it (" \
	    html(join(run("cpu"), run("kernel"), ", ")) "). In what follows <b>inline</b>" \
	    " is the bare instruction at the place of the call, without errno, <b>minimal</b>" \
	    " the shortest function that sets errno: limits, no libraries.</p>"
}

function verdict_of(i, part) {
	split(goal[i], part, "\t")
	return part[3]
}

function goal_sentence(i, v, met, short, told) {
	for (i = 1; i <= ngoals; i++) {
		v = verdict_of(i)
		met += v ~ /ok/
		short += v ~ /short/
		told += v ~ /accepted/
	}
	return !ngoals ? "" : " Goals: " met + 0 " met, " short + 0 " short" \
	    (told ? ", " told " accepted as they are" : "") "."
}

function goals(i, part, class) {
	if (!ngoals)
		return
	print "<section id=\"goals\"><h2>Goals</h2>"
	command_line("make bench")
	print "<p>What the project wants of itself. A verdict in parentheses is reported" \
	    " only: times differ from run to run.</p>"
	table_begin("table-goals", "Goals", 0)
	print "<thead><tr>" th("machine") th("verdict", "verdict") th("what", "text") \
	    th("goal") th("measured", "text") "</tr></thead><tbody>"
	for (i = 1; i <= ngoals; i++) {
		split(goal[i], part, "\t")
		class = part[3]
		gsub(/[^a-z]/, "", class)
		print "<tr>" th_row(part[2]) td(part[3], "verdict v-" class) \
		    td(part[4], "text") td(part[5]) td(number(part[6]), "text") "</tr>"
	}
	table_end()
	print "</section>"
}
