# html.awk - trapgate compare --html: one self-contained page.
# SPDX-License-Identifier: MIT
#
# usage: COMPARE_PARTS=DIRECTORY awk -f text.awk -f html.awk FACTS DIFFS

function html(text) {
	text = valid(text, "\357\277\275")	# U+FFFD
	gsub(/&/, "\\&amp;", text)
	gsub(/</, "\\&lt;", text)
	gsub(/>/, "\\&gt;", text)
	gsub(/"/, "\\&quot;", text)
	gsub(/[\001-\010\013-\037\177]/, "\357\277\275", text)
	return text
}

function head(title,   css, line) {
	css = ENVIRON["COMPARE_PARTS"] "/page.css"
	print "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"
	print "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
	print "<title>" title "</title>\n<style>"
	while ((getline line < css) > 0)
		print line
	print "</style>\n</head>\n<body>\n<h1>" title "</h1>"
}

function table(words,   n, i, name) {	# its first row
	n = split(words, name, "|")
	printf "<div class=\"wide\"><table>\n<thead><tr>"
	for (i = 1; i <= n; i++)
		printf "<th scope=\"col\">%s</th>", name[i]
	print "</tr></thead>\n<tbody>"
}

function cell(value, kind) {
	printf "<td%s>%s</td>", kind == "" ? "" : " class=\"" kind "\"", \
		html(value "")
}

function verdict(s, key) {
	if (s == reference)
		cell("reference")
	else if (is(s, key))
		cell("same", "good")
	else
		cell("differs", "bad")
}

function results(s) {
	verdict(s, "result-equal")
	cell(ended(s, ""))
	if (fact[0, "partner"])
		cell(ended(s, "partner-"))
	cell(fact[s, "stdout-bytes"], "n")
	cell(fact[s, "stderr-bytes"], "n")
	cell(calls(s), "n")
	cell(dash(fact[s, "calls-before-main"]), "n")
	if (s == reference)
		cell("")
	else
		cell((is(s, "calls-equal") ? "as " : "not as ") \
			fact[fact[s, "calls-against"], "name"], \
			is(s, "calls-equal") ? "good" : "other")
}

function costs(s) {
	cell(instructions(s), "n")
	cell(dash(fact[s, "instructions-before-main"]), "n")
	cell(dash(fact[s, "instructions-vdso"]), "n")
	cell(dash(fact[s, "peak-kib"]), "n")
	cell(dash(fact[s, "faults"]), "n")
	cell(fact[s, "text"], "n")
	cell(fact[s, "file"], "n")
	if (fact[0, "rounds"])
		cell(ratio(s, reference), "n")
}

function rows(which,   s) {
	for (s = 1; s <= impls; s++) {
		if (!is(s, "built"))
			continue
		printf "<tr><th scope=\"row\">%s</th>", html(fact[s, "name"])
		if (which == "results")
			results(s)
		else
			costs(s)
		print "</tr>"
	}
	print "</tbody></table></div>"
}

function difference(d,   line, kind) {
	printf "<h3>%s of %s, beside %s</h3>\n<pre class=\"diff\">", \
		diff_kind[d], html(fact[diff_of[d], "name"]), \
		html(fact[diff_against[d], "name"])
	while ((getline line < diff_file[d]) > 0) {
		kind = line ~ /^\+/ ? "ins" : line ~ /^-/ ? "del" : "span"
		print "<" kind ">" html(line) "</" kind ">"
	}
	print "</pre>"
}

function how(name, command) {
	printf "<tr><th scope=\"row\">%s</th><td><code>%s</code></td></tr>\n", \
		html(name), html(command)
}

function commands(   s, run) {
	print "<h2>How</h2>\n<table><tbody>"
	for (s = 1; s <= impls; s++) {
		if (is(s, "built")) {
			how(fact[s, "name"], fact[s, "build-command"])
			continue
		}
		printf "<tr><th scope=\"row\">%s</th>", html(fact[s, "name"])
		printf "<td>not compared: %s</td></tr>\n", html(fact[s, "error"])
	}
	run = fact[0, "run"]
	how("result, memory", "measure --mode=run " run)
	how("system calls", "strace -f -y -s 256 " run)
	how("instructions", "measure --mode=count " run)
	how("text", "size prog (its text column)")
	how("file", "strip prog; wc -c prog")
	print "</tbody></table>"
}

END {
	reference = fact[0, "reference"]
	head(html(fact[0, "program"]) " on " fact[0, "arch"] ": the results " \
		(is(0, "agree") ? "agree" : "differ"))
	print "<h2>Results</h2>"
	table("|result|ended by|" (fact[0, "partner"] ? "partner ended by|" : "") \
		"bytes on stdout|on stderr|system calls|of them before main|" \
		"calls from main on")
	rows("results")
	print "<h2>Costs</h2>"
	table("|instructions|of them before main|in the vDSO|peak KiB|" \
		"page faults|bytes of text|of the file" \
		(fact[0, "rounds"] ? "|wall time, ratio" : ""))
	rows("costs")
	if (!is(reference, "repeatable"))
		print "<p>The output changes from run to run, with one libc, too.</p>"
	if (diffs)
		print "<h2>Differences</h2>"
	for (d = 1; d <= diffs; d++)
		difference(d)
	commands()
	print "<p>Made by trapgate " html(fact[0, "version"]) \
		"; trapgate-compare(1) describes each figure.</p>\n</body>\n</html>"
}
