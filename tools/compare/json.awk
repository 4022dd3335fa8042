# json.awk - trapgate compare --json: the facts as one object.
# SPDX-License-Identifier: MIT
#
# usage: awk -f text.awk -f json.awk FACTS DIFFS
# All keys are always present, in this order; an unknown value is null.
# trapgate-compare(1) documents them; "schema" is raised when a key is removed or
# changed.

BEGIN {
	for (i = 1; i < 32; i++)
		escape[sprintf("%c", i)] = sprintf("\\u%04x", i)
	escape["\177"] = "\\u007f"
	escape["\n"] = "\\n"
	escape["\t"] = "\\t"
	escape["\""] = "\\\""
	escape["\\"] = "\\\\"
}

function string(text,   done) {
	if (text == "")
		return "\"\""
	text = valid(text, "\357\277\275")	# U+FFFD
	while (match(text, /[\001-\037"\\\177]/)) {
		done = done substr(text, 1, RSTART - 1) \
			escape[substr(text, RSTART, 1)]
		text = substr(text, RSTART + 1)
	}
	return "\"" done text "\""
}

function text_or_null(text) { return text == "" ? "null" : string(text) }

function number(text) {
	return text ~ /^[0-9]+(\.[0-9]+)?$/ ? text : "null"
}

function truth(text) {
	return text == "yes" ? "true" : text == "no" ? "false" : "null"
}

function equal(s, key) {	# the reference equals itself
	return truth(s == reference ? "yes" : fact[s, key])
}

# How one of the two programs ended, and its output.
function conduct(s, who,   text, part) {
	text = fact[s, who "status"]
	split(text, part, " ")
	return "\"exit_status\": " (part[1] == "exit" ? part[2] : "null") \
		", \"signal\": " (part[1] == "signal" ? part[2] : "null") \
		", \"timed_out\": " (text == "timeout" ? "true" : "false") \
		", \"status_equal\": " equal(s, who "status-equal") \
		", \"stdout_bytes\": " number(fact[s, who "stdout-bytes"]) \
		", \"stdout_equal\": " equal(s, who "stdout-equal") \
		", \"stderr_bytes\": " number(fact[s, who "stderr-bytes"]) \
		", \"stderr_equal\": " equal(s, who "stderr-equal")
}

function put(key, value, last) {
	printf "      \"%s\": %s%s\n", key, value, last ? "" : ","
}

function figures(s) {
	put("result", "{\"equal\": " equal(s, "result-equal") ", " conduct(s, "") \
		", \"files_equal\": " equal(s, "files-equal") ", \"partner\": " \
		(fact[0, "partner"] ? "{" conduct(s, "partner-") "}" : "null") "}")
	put("calls", "{\"total\": " number(fact[s, "calls"]) \
		", \"before_main\": " number(fact[s, "calls-before-main"]) \
		", \"processes\": " number(fact[s, "processes"]) \
		", \"truncated\": " truth(fact[s, "calls-cut"]) \
		", \"compared_with\": " \
		text_or_null(fact[fact[s, "calls-against"], "name"]) \
		", \"equal\": " equal(s, "calls-equal") "}")
	put("instructions", "{\"total\": " number(fact[s, "instructions"]) \
		", \"before_main\": " \
		number(fact[s, "instructions-before-main"]) \
		", \"vdso\": " number(fact[s, "instructions-vdso"]) \
		", \"complete\": " truth(fact[s, "count-complete"]) "}")
	put("memory", "{\"peak_kib\": " number(fact[s, "peak-kib"]) \
		", \"faults\": " number(fact[s, "faults"]) \
		", \"major_faults\": " number(fact[s, "major-faults"]) "}")
	put("size", "{\"text\": " number(fact[s, "text"]) \
		", \"file\": " number(fact[s, "file"]) "}")
	put("time", "{\"median_ns\": " number(fact[s, "time-ns"]) \
		", \"ratio\": " number(ratio(s, reference)) "}", 1)
}

function impl(s) {
	print (s > 1 ? ",\n" : "") "    {"
	put("name", string(fact[s, "name"]))
	put("kind", string(fact[s, "kind"]))
	put("libc", string(fact[s, "libc"]))
	put("route", text_or_null(fact[s, "route"]))
	put("entry", text_or_null(fact[s, "entry"]))
	put("built", truth(fact[s, "built"]))
	put("error", text_or_null(fact[s, "error"]))
	put("command", text_or_null(fact[s, "build-command"]))
	if (is(s, "built"))
		figures(s)
	else
		for (i = 1; i <= 6; i++)
			put(group[i], "null", i == 6)
	printf "    }"
}

function difference(d,   line, n) {
	printf "%s    {\"implementation\": %s, \"compared_with\": %s, \"what\": %s, ", \
		(d > 1 ? ",\n" : ""), string(fact[diff_of[d], "name"]), \
		string(fact[diff_against[d], "name"]), string(diff_kind[d])
	printf "\"diff\": ["
	while ((getline line < diff_file[d]) > 0)
		printf "%s%s", n++ ? ", " : "", string(line)
	printf "]}"
}

END {
	reference = fact[0, "reference"]
	split("result calls instructions memory size time", group, " ")
	print "{\n  \"schema\": 1,"
	print "  \"trapgate\": " string(fact[0, "version"]) ","
	print "  \"program\": " string(fact[0, "program"]) ","
	print "  \"partner\": " text_or_null(fact[0, "partner"]) ","
	print "  \"arch\": " string(fact[0, "arch"]) ","
	printf "  \"arguments\": ["
	for (i = 1; i <= arguments; i++)
		printf "%s%s", (i > 1 ? ", " : ""), string(argument[i])
	print "],"
	print "  \"timeout_seconds\": " number(fact[0, "timeout"]) ","
	print "  \"time_rounds\": " number(fact[0, "rounds"]) ","
	print "  \"strict_calls\": " truth(fact[0, "strict"]) ","
	print "  \"reference\": " string(fact[reference, "name"]) ","
	print "  \"repeatable\": " truth(fact[reference, "repeatable"]) ","
	print "  \"agree\": " truth(fact[0, "agree"]) ","
	print "  \"implementations\": ["
	for (s = 1; s <= impls; s++)
		impl(s)
	print "\n  ],\n  \"differences\": ["
	for (d = 1; d <= diffs; d++)
		difference(d)
	print (diffs ? "\n" : "") "  ]\n}"
}
