# items.awk - parses the top level of C files in GNU style.
# SPDX-License-Identifier: MIT
#
# POSIX awk, with text.awk, a part of trapgate conform --repro.  load() numbers
# every macro, structure, variable, function and case of a file: item I has text[I],
# its comment note[I], code[I] without comments and strings, its kind sort[I], and
# at[NAME, GROUP] = I.  A macro of the file that makes cases is expanded.

function fail(msg) {
	print "trapgate conform: " msg > "/dev/stderr"
	failed = 1
	exit 2
}

function put_item(name, group, body, comment, what) {
	text[++items] = body
	sort[items] = what
	note[items] = comment
	code[items] = none(body)
	of_group[items] = group
	if (!((name, group) in at))
		at[name, group] = items
	return items
}

# A variable or several, in one declaration.
function put_variables(body, group, comment,   list, n, i, name) {
	n = split_list(body, list)
	for (i = 1; i <= n; i++) {
		name = none(list[i])
		sub(/=.*/, "", name)
		gsub(/\[[^]]*\]|;/, "", name)
		if (match(name, /[A-Za-z_][A-Za-z_0-9]*[ \n]*$/)) {
			name = substr(name, RSTART)
			gsub(/[ \n]/, "", name)
			if (i == 1)
				put_item(name, group, body, comment, "variable")
			else
				at[name, group] = items
		}
	}
}

function put_enumerators(body, group, comment,   list, n, i, name) {
	put_item("enum " body, group, body, comment, "type")
	name = none(body)
	sub(/^[^{]*\{/, "", name)
	sub(/\}.*/, "", name)
	n = split_list(name, list)
	for (i = 1; i <= n; i++) {
		sub(/[ =].*/, "", list[i])
		if (list[i] != "")
			at[list[i], group] = items
	}
}

function put_case(body, group, comment,   list, n, i, id) {
	n = split_list(between(body), list)
	id = list[1] "/" list[2]
	gsub(/_/, "-", id)
	# The part before the slash is unchanged.
	sub(/^[^\/]*/, list[1], id)
	if (!(id in case_of))
		ids[++nids] = id
	case_of[id] = put_item("case " id, group, substr(body, past), comment, "case")
	case_function[id] = list[1] "_" list[2]
	case_source[id] = list[3]
	case_since[id] = list[4]
	case_needs[id] = n > 4 ? list[5] : ""
	case_differs[id] = n > 5 ? list[6] : ""
	gsub(/"[ \n\t]*"/, "", case_differs[id])
	gsub(/"/, "", case_source[id])
	gsub(/"/, "", case_since[id])
	gsub(/"/, "", case_differs[id])
}

# The body of function I, with its parameters replaced by the arguments at the start
# of CALL.
function body_with(i, call,   body, params, args, n, k, name) {
	n = split_list(between(text[i]), params)
	body = substr(text[i], past)
	split_list(between(call), args)
	# First apart, so that no argument is taken for a parameter.
	for (k = 1; k <= n; k++) {
		name = params[k]
		sub(/\[[^]]*\]$/, "", name)
		if (match(name, /[A-Za-z_0-9]+$/))
			body = replace(body, substr(name, RSTART), "\001" k "\002")
	}
	for (k = 1; k <= n; k++) {
		if (args[k] ~ /[?]/)
			args[k] = "(" args[k] ")"
		gsub(/&/, "\\\\&", args[k])
		gsub("\001" k "\002", args[k], body)
	}
	return body
}

# The macro of item M with the arguments of BODY: lines of C.
function expand(m, body,   head, params, args, n, k, i, out, more) {
	out = text[m]
	sub(/^# *define +[A-Za-z_0-9]+/, "", out)
	gsub(/[ \t]*\\\n/, "\n", out)
	head = between(out)
	out = substr(out, past)
	gsub(/\n  /, "\n", out)
	sub(/^[ \t\n]+/, "", out)
	n = split_list(head, params)
	k = split_list(between(body), args)
	for (i = n; i <= k; i++)
		more = more (i > n ? ", " : "") args[i]
	gsub(/##__VA_ARGS__/, "__VA_ARGS__", out)
	if (params[n] == "...") {
		params[n] = "__VA_ARGS__"
		args[n] = more
	}
	# First apart, so that no argument is taken for a parameter.
	for (i = 1; i <= n; i++)
		out = replace(out, params[i], "\001" i "\002")
	for (i = 1; i <= n; i++) {
		gsub(/&/, "\\\\&", args[i])
		if (args[i] == "")
			gsub("(, *)?\001" i "\002", "", out)
		gsub("\001" i "\002", args[i], out)
	}
	gsub(/ *## */, "", out)
	return out
}

# One item of the top level, from its first word to its last.
function put(body, group, comment,   head, name) {
	# In a macro the style leaves a short function on one line.
	if (body ~ /^static void [a-z_0-9]+ \(.*\}$/) {
		sub(/ void /, " void\n", body)
		sub(/ \{ /, "\n{\n  ", body)
		sub(/ \}$/, "\n}", body)
	}
	head = none(body)
	if (body ~ /^CASE \(/) {
		put_case(body, group, comment)
		return
	}
	if (match(body, /^[A-Z_0-9]+ \(/)) {
		name = substr(body, 1, RLENGTH - 2)
		if ((name, group) in at)
			load_text(expand(at[name, group], body), group)
		between(body)
		body = substr(body, past)
		sub(/^[ \n]+/, "", body)
		if (body != "")
			put(body, group, "")
		return
	}
	if (body ~ /^(extern|typedef|_Static_assert|TG_)/)
		return
	if (match(head, /^(static )?(const )?(struct|union) [a-z_0-9]+[ \n]*\{/)) {
		match(head, /(struct|union) [a-z_0-9]+/)
		name = substr(head, RSTART, RLENGTH)
		put_item(name, group, body, comment, "type")
		if (none(body) !~ /\}[ \n]*;$/)
			put_variables(body, group, comment)
	} else if (head ~ /^enum/)
		put_enumerators(body, group, comment)
	else if (body ~ /\}$/ && match("\n" head, /\n[a-z_0-9]+ \(/))
		put_item(substr(head, RSTART, RLENGTH - 3), group, body, comment, "function")
	else
		put_variables(body, group, comment)
}

function in_comment(body,   copy) {
	copy = body
	return gsub(/\/\*/, "", copy) > gsub(/\*\//, "", copy)
}

# Parses TEXT line by line; GROUP is the file, or "shared".
function load_text(all, group,   line, n, i, body, comment, depth, next_line) {
	n = split(all, line, "\n")
	for (i = 1; i <= n; i++) {
		if (line[i] ~ /^# *define/) {
			body = line[i]
			while ((line[i] ~ /\\$/ || in_comment(body)) && i < n)
				body = body "\n" line[++i]
			match(body, /^# *define +[A-Za-z_0-9]+/)
			next_line = substr(body, 1, RLENGTH)
			sub(/^# *define +/, "", next_line)
			put_item(next_line, group, body, comment, "macro")
			body = comment = ""
			continue
		}
		if (line[i] == "" || line[i] ~ /^[ \t]*#/) {
			comment = ""
			continue
		}
		if (line[i] ~ /^\/\*/) {
			comment = line[i]
			while (line[i] !~ /\*\/$/ && i < n)
				comment = comment "\n" line[++i]
			continue
		}
		body = line[i]
		depth = depth_of(body)
		while (i < n && (depth > 0 || !(body ~ /[;}]$/ ||
		    (body ~ /\)$/ && line[i + 1] !~ /^ *\{/) || body ~ /; *\/\*.*\*\/$/)) ) {
			body = body "\n" line[++i]
			depth += depth_of(line[i])
		}
		put(body, group, comment)
		comment = ""
	}
}

# The file that ROW of FILE includes.
function beside(file, row) {
	gsub(/^#include "|"$/, "", row)
	sub(/[^\/]*$/, "", file)
	return file row
}

# Also the files that FILE includes from another architecture's directory.
function load(file, group,   all, row, got, more, n, list, i) {
	while ((got = (getline row < file)) > 0) {
		if (row ~ /^#include "\.\.\//)
			more = more " " beside(file, row)
		all = all row "\n"
	}
	close(file)
	if (got < 0)
		fail("cannot read " file "; run make install again")
	load_text(all, group)
	n = split(more, list, " ")
	for (i = 1; i <= n; i++)
		load(list[i], group)
}
