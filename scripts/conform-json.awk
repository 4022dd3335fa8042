# conform-json.awk - the cases of trapgate conform --json, one a line.
# SPDX-License-Identifier: MIT
#
# POSIX awk.  Columns, tabs between: id, door, result, expected, got, why,
# check, source, since, what differs in the pages.  The first lines have a name
# and a value: kernel, environment.  A case is a line of the object.

# The string at KEY of the line, as it was before it was quoted; what is
# not ASCII stays \u00XX.
function value(key,   at, text) {
	at = index($0, "\"" key "\": \"")
	if (!at)
		return ""
	text = substr($0, at + length(key) + 4)
	match(text, /^"([^"\\]|\\.)*"/)
	text = substr(text, 2, RLENGTH - 2)
	gsub(/\t/, " ", text)
	gsub(/\\"/, "\"", text)
	gsub(/\\\\/, "\\", text)
	return text
}

/^ "kernel": / { print "kernel\t" value("kernel") }
/^ "environment": / { print "environment\t" value("environment") }
/^  \{"id": / {
	door = value("route") == "libc" ? "libc" : value("route") "-" value("entry")
	print value("id") "\t" door "\t" value("result") "\t" value("expected") "\t" \
		value("got") "\t" value("why") "\t" value("check") "\t" value("source") "\t" \
		value("since") "\t" value("differs")
}
