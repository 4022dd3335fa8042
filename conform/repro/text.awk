# text.awk - parts of the text of C: lists, parentheses, checks.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro and of the pages of results.

# TEXT without quoted strings and comments, also multi-line ones.
function none(text,   out) {
	while (match(text, /"([^"\\]|\\.)*"|'([^'\\]|\\.)'|\/\*/)) {
		out = out substr(text, 1, RSTART - 1)
		if (substr(text, RSTART, 2) != "/*") {
			out = out "0"
			text = substr(text, RSTART + RLENGTH)
			continue
		}
		text = substr(text, RSTART + 2)
		if (!match(text, /\*\//))
			return out
		text = substr(text, RSTART + 2)
	}
	return out text
}

function depth_of(text,   copy) {
	copy = none(text)
	return gsub(/[({[]/, "", copy) - gsub(/[])}]/, "", copy)
}

# TEXT at its outermost commas, into LIST; the count.
function split_list(text, list,   n, c, i, depth, quoted) {
	n = 1
	list[1] = ""
	for (i = 1; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (quoted) {
			if (c == "\\")
				c = c substr(text, ++i, 1)
			else if (c == quoted)
				quoted = ""
		} else if (c == "\"" || c == "'")
			quoted = c
		else if (c ~ /[({[]/)
			depth++
		else if (c ~ /[])}]/)
			depth--
		if (c == "," && depth == 0 && quoted == "")
			list[++n] = ""
		else
			list[n] = list[n] c
	}
	for (i = 1; i <= n; i++)
		gsub(/^[ \t\n]+|[ \t\n]+$/, "", list[i])
	return n
}

# The text between the first parenthesis of TEXT and its closing one; sets past to
# the start of the rest.
function between(text,   from, i, c, depth, quoted) {
	from = index(text, "(")
	for (i = from; i <= length(text); i++) {
		c = substr(text, i, 1)
		if (quoted) {
			if (c == "\\")
				i++
			else if (c == "\"")
				quoted = 0
		} else if (c == "\"")
			quoted = 1
		else if (c == "(")
			depth++
		else if (c == ")" && --depth == 0)
			break
	}
	past = i + 1
	return substr(text, from + 1, i - from - 1)
}

# The first argument of the check that TEXT begins with, or of the last one in TEXT;
# sets kind, and all arguments, as given and split into words.
function check_of(text) {
	kind = substr(text, 1, index(text, " ") - 1)
	text = between(text)
	gsub(/[ \n\t]+/, " ", text)
	given = text
	split("", words)
	split_list(text, words)
	return words[1]
}

function first_check(text) {
	return match(text, checks) ? check_of(substr(text, RSTART)) : ""
}

function last_check(text,   last) {
	while (match(text, checks)) {
		last = substr(text, RSTART)
		text = substr(text, RSTART + RLENGTH)
	}
	return last == "" ? "" : check_of(last)
}

# WORD in TEXT replaced as a whole word.
function replace(text, word, by,   out, i, before) {
	while ((i = index(text, word)) > 0) {
		before = substr(text, i - 1, i > 1)
		out = out substr(text, 1, i - 1)
		text = substr(text, i + length(word))
		out = out (before ~ /[A-Za-z_0-9]/ || text ~ /^[A-Za-z_0-9]/ ? word : by)
	}
	return out text
}
