# words.awk - describes a case in the head comment of its file.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro.

# The check in kind, given and words, as text.
function in_words(   subject) {
	subject = words[1]
	if (kind == "EXPECT_ERR")
		return subject " fails with " words[2]
	if (kind == "EXPECT_RET")
		return subject (subject ~ /\)$/ ? " gives " : " is ") words[2]
	if (kind == "EXPECT_EQ")
		return subject " is " words[2]
	if (kind ~ /_FIXED$/)
		return subject (subject ~ /\)$/ ? " gives " : " is ") words[2] \
			", before Linux " words[3] "." words[4] " also " words[5]
	if (kind == "EXPECT_EITHER")
		return subject (subject ~ /\)$/ ? " gives " : " is ") words[2] " or " words[3]
	if (kind == "EXPECT_RANGE")
		return subject " is between " words[2] " and " words[3]
	if (kind == "EXPECT_FLAGS")
		return subject (words[2] == "0" ? " has none of " words[3] : " has " words[2] \
			(words[3] == "0" ? "" : " and not " words[3]))
	if (kind == "EXPECT_BYTES")
		return "the bytes at " subject " are those at " words[2]
	if (kind == "EXPECT_UNTOUCHED")
		return "nothing is written from " subject " on, before " words[2]
	return subject " holds"
}

# The first check of a result in TEXT, of CALL unless that is "", as text; or
# nothing.
function check_of_call(body, call) {
	while (match(body, /EXPECT_(ERR|RET|RET_FIXED|EITHER) \(/)) {
		body = substr(body, RSTART)
		check_of(body)
		if (call == "" || index(words[1], call " (") == 1)
			return in_words()
		body = substr(body, 8)
	}
	return ""
}

# A case without a check in it has one in a function of its file.
function with_checks(body, group, depth,   left, name) {
	left = body
	while (depth < 3 && body !~ /EXPECT/ && match(left, /[a-z_0-9]+ \(/)) {
		name = substr(left, RSTART, RLENGTH - 2)
		left = substr(left, RSTART)
		if ((name, group) in at && sort[at[name, group]] == "function")
			return with_checks(body_with(at[name, group], left), group, depth + 1)
		left = substr(left, length(name) + 1)
	}
	return body
}

# The checks in TEXT as text, if they are three at most.
function few_checks(body,   n, out) {
	for (; match(body, checks) && n < 4; n++) {
		body = substr(body, RSTART)
		check_of(body)
		out = out (n ? "; " : "") in_words()
		body = substr(body, 8)
	}
	return n < 4 ? out : ""
}

# The checks of case I: all if they are few and not of its call, or else that of the
# result of its call, or of the first one, and the last check.
function answer_of(i, call,   body, first, few) {
	checks = "EXPECT[A-Z_]* \\("
	body = with_checks(text[i], of_group[i], 0)
	first = check_of_call(body, call)
	few = first == "" ? few_checks(body) : ""
	if (few != "")
		return few
	if (first == "")
		first = check_of_call(body, "")
	if (last_check(body) == "")
		return "no call below fails"
	return first == "" || first == in_words() ? in_words() : first "; at last " in_words()
}

# The comment of item I as lines of the head.
function note_of(i,   out) {
	out = note[i]
	if (out == "" || out ~ /clang-format/)
		return ""
	sub(/^\/\* */, "", out)
	sub(/[ \n]*\*\/$/, "", out)
	return "   " out "\n"
}

function head(id,   out, i) {
	i = case_of[id]
	out = "/* " id "\n" fold("   Linux since " case_since[id] ", " case_source[id] \
		(case_differs[id] == "" ? "" : "; " case_differs[id]), "   ", " ") "\n" \
		note_of(i) fold("   Right is: " \
		answer_of(i, substr(id, 1, index(id, "/") - 1)) ".", "   ", " ")
	return out "\n\n   " compiler " -Wall " (numbers == arch ? "" : "-no-pie ") \
		"repro.c && ./a.out  # " route "-" entry " of " arch ", trapgate " version "\n" \
		"   exits with 0 if so, 1 and a line if not, 77 if it cannot be tried.  */"
}
