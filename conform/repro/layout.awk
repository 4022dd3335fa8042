# layout.awk - arranges the file of a case in reading order.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of trapgate conform --repro.  emit() adds the items that the
# case needs in any order, but each after the items that it needs itself; layout()
# places the case early: constants and macros, types, prototypes of the fixtures
# that it names, the items of its own file, the case, main, and then the fixtures.

function layout_reset() {
	constants = checks_text = paths = types = ""
	declared_first = defined_first = mine_text = rest = ""
	pieces = 0
	split("", direct)
}

# WHAT is macro, path, constant, type, variable or function; item I, or 0.
function emit(what, body, comment, i) {
	if (comment ~ /clang-format/)
		comment = ""
	piece_sort[++pieces] = what
	piece_text[pieces] = body
	piece_note[pieces] = comment == "" ? "" : comment "\n"
	piece_item[pieces] = i
}

# TEXT in lines of at most 79 columns, broken after END, which ends with a blank;
# lines after the first begin with EDGE.
function fold(body, edge, end,   out, i, n) {
	n = length(end)
	while (length(body) > 79) {
		for (i = 80; i > length(edge) && substr(body, i - n + 1, n) != end; i--)
			;
		if (i <= length(edge))
			break
		out = out substr(body, 1, i - 1) "\n"
		body = edge substr(body, i + 1)
	}
	return out body
}

# The head of a function as one line, always static.
function head_of(body) {
	sub(/\n\{.*/, "", body)
	gsub(/[ \t]*\n[ \t]*/, " ", body)
	gsub(/\* /, "*", body)
	return body ~ /^static / ? body : "static " body
}

# A function with its type on the line of its name, and a single short statement on
# one line.
function compact(body,   head, short) {
	head = fold(head_of(body), "    ", ", ")
	body = substr(body, index(body, "\n{"))
	short = body
	gsub(/\n */, " ", short)
	return head (short ~ /^[^;{}]*\{[^;{}]*; \}$/ && length(short) < 81 ? \
		"\n" substr(short, 2) : body)
}

# A function prototype; on one line, if need be without names.
function prototype(body,   head, list, n, k, out) {
	head = head_of(body)
	if (length(head) < 79)
		return head ";\n"
	n = split_list(between(head), list)
	out = substr(head, 1, index(head, "("))
	for (k = 1; k <= n; k++) {
		sub(/[a-z_0-9]+$/, "", list[k])
		sub(/ $/, "", list[k])
		out = out (k > 1 ? ", " : "") list[k]
	}
	return fold(out ");", "    ", ", ") "\n"
}

# The comment of piece K.  Shared fixtures have none: their comments describe the
# use, and their code is short.
function comment_of(k,   i) {
	i = piece_item[k]
	return i && of_group[i] == "shared" ? "" : piece_note[k]
}

# Adds macro K to those of its kind.
function place_macro(k,   i, comment) {
	i = piece_item[k]
	comment = comment_of(k)
	sub(/^# +/, "#", piece_text[k])
	if (piece_sort[k] == "path")
		paths = paths comment piece_text[k] "\n"
	else if (i && of_group[i] == "repro")
		checks_text = checks_text comment piece_text[k] "\n"
	else
		constants = constants comment piece_text[k] "\n"
}

# Whether everything that function I names is declared before it.
function all_declared(i,   left, word, k) {
	left = code[i]
	while (match(left, /[A-Za-z_][A-Za-z_0-9]*/)) {
		word = substr(left, RSTART, RLENGTH)
		left = substr(left, RSTART + RLENGTH)
		k = find(word, of_group[i])
		if (k && k != i && sort[k] ~ /^(function|variable)$/ && !(k in direct))
			return 0
	}
	return 1
}

# A one-line fixture is defined in place of its prototype.
function place_function(k,   i, body) {
	i = piece_item[k]
	body = compact(piece_text[k])
	if (i in direct && body ~ /\n\{ [^\n]*\}$/ && all_declared(i)) {
		defined_first = defined_first body "\n"
		return
	}
	if (i in direct)
		declared_first = declared_first prototype(piece_text[k])
	rest = rest "\n" comment_of(k) body "\n"
}

# Variables that follow each other without a comment are one block.
function between_own(k, group,   i) {
	i = piece_item[k + 1]
	return k < pieces && piece_sort[k] piece_sort[k + 1] == "variablevariable" && \
		of_group[i] == group && piece_note[k + 1] == "" ? "" : "\n"
}

function place(k, group,   what, i) {
	what = piece_sort[k]
	i = piece_item[k]
	if (what ~ /^(macro|path|constant)$/)
		place_macro(k)
	else if (what == "type") {
		sub(/\n\{/, " {", piece_text[k])
		types = types comment_of(k) piece_text[k] "\n\n"
	} else if (i && of_group[i] == group)
		mine_text = mine_text comment_of(k) (what == "function" ? \
			compact(piece_text[k]) : piece_text[k]) "\n" between_own(k, group)
	else if (what == "function")
		place_function(k)
	else if (i in direct)
		declared_first = declared_first piece_text[k] "\n"
	else
		rest = rest "\n" comment_of(k) piece_text[k] "\n"
}

# If the libc's struct cmsghdr ends with an array, clang warns about a member after
# it.
function ending_arrays() {
	return types !~ /struct cmsghdr [a-z]+;/ ? "" : "#ifdef __clang__\n" \
		"#pragma clang diagnostic ignored " \
		"\"-Wgnu-variable-sized-type-not-at-end\"\n#endif\n"
}

# The whole file except its head and headers; the case is of GROUP.
function layout(group, the_case,   k) {
	for (k = 1; k <= pieces; k++)
		place(k, group)
	return ending_arrays() "\n" constants checks_text paths "\n" types declared_first \
		defined_first "\n" mine_text the_case rest
}
