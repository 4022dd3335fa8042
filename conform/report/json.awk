# json.awk - the cases of trapgate conform --json, one a line.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with conform/repro/items.awk.  Columns, tabs between: id, door,
# result, expected, got, why, check, source, since.  The first lines have a
# name and a value: kernel, environment.  A case is a line of the object.
#   -v conform=	the folder that "at" is in

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

# What the check at FILE:LINE is of, the line being its first or its last;
# where a macro makes cases, the last check of the case.
function check_at(place, id,   part, file, line, n, i) {
	split(place, part, ":")
	file = conform "/" part[1]
	if (!(file in loaded)) {
		loaded[file]
		load(file, file)
	}
	while ((getline line[++n] < file) > 0)
		;
	close(file)
	for (i = part[2]; i > part[2] - 9 && i > 0; i--)
		if (match(line[i], checks))
			return first_check(line[i] "\n" line[i + 1] "\n" line[i + 2] \
				"\n" line[i + 3])
	return last_check(text[case_of[id]])
}

BEGIN { checks = "(EXPECT[A-Z_]*|MUST) \\(" }
/^ "kernel": / { print "kernel\t" value("kernel") }
/^ "environment": / { print "environment\t" value("environment") }
/^  \{"id": / {
	door = value("route") == "libc" ? "libc" : value("route") "-" value("entry")
	check = value("check")
	if (check == "" && value("at") != "" && value("expected") != "")
		check = check_at(value("at"), value("id"))
	print value("id") "\t" door "\t" value("result") "\t" value("expected") "\t" \
		value("got") "\t" value("why") "\t" check "\t" value("source") "\t" \
		value("since")
}
