# answers.awk - the kernel result that a case expects, from its source.
# SPDX-License-Identifier: MIT
#
# POSIX awk, a part of differences.awk, with conform/repro/{text,items}.awk.  The
# steps of a case are its checks in order, those of a function of its file that
# it calls among them.  A step is of the case's own call if it checks the result of
# that call, or of a function that makes it.

# Whether CODE calls NAME.
function calls(code, name) {
	return match(" " code, "[^A-Za-z_0-9]" name " \\(")
}

# The function NAME as a case of GROUP sees it: its item, or 0.
function function_of(name, group) {
	if ((name, group) in at)
		return at[name, group]
	return ((name, "shared") in at) ? at[name, "shared"] : 0
}

# Whether NAME is CALL, or a function that makes it, through another perhaps.
function makes(name, call, group, deep,   i, rest, inner) {
	if (name == call)
		return 1
	i = function_of(name, group)
	if (!i || deep > 1)
		return 0
	if (calls(code[i], call))
		return 1
	rest = code[i]
	sub(/^[^{]*\{/, "", rest)
	while (match(rest, /[a-z_0-9]+ \(/)) {
		inner = substr(rest, RSTART, RLENGTH - 2)
		rest = substr(rest, RSTART + RLENGTH)
		if (makes(inner, call, group, deep + 1))
			return 1
	}
	return 0
}

# Whether SUBJECT, the checked expression, is a result of CALL: through the
# outermost function, or an argument of it.
function is_own(subject, call, group,   list) {
	if (!match(subject, /^[a-z_0-9]+ \(/))
		return 0
	if (makes(substr(subject, 1, RLENGTH - 2), call, group))
		return 1
	split_list(between(subject), list)
	return list[1] ~ /^[a-z_0-9]+$/ && makes(list[1], call, group)
}

# The call that is assigned to the variable NAME in BODY.
function given_to(name, body,   value) {
	if (name !~ /^[a-z_0-9]+$/ || !match(body, "[ *]" name " = [^;]*;"))
		return name
	value = substr(body, RSTART, RLENGTH - 1)
	sub(/^[^=]*= /, "", value)
	gsub(/[ \n\t]+/, " ", value)
	return value ~ /^[a-z_0-9]+ \(/ && value !~ /^(sizeof|guarded|fork|open_fds|next_fd) \(/ ? \
		value : name
}

# The value that a check expects; for a variable, the value assigned to it.
function wanted(value, subject, body,   list, by) {
	if (value !~ /^[a-z_0-9]+$/ || !match(body, "[ *]" value " = [^;]*;"))
		return value
	by = substr(body, RSTART, RLENGTH - 1)
	sub(/^[^=]*= /, "", by)
	gsub(/[ \n\t]+/, " ", by)
	split_list(by, list)
	if (list[1] == subject)
		return subject ~ /\(\)$/ ? "before" : value
	return list[1] ~ /^(fork|-?[0-9])/ ? value : list[1]
}

# Appends the checks of BODY to the steps, and those of the functions of the file
# that are called as statements.
function find_steps(body, call, group, deep,   rest, name, i) {
	rest = body
	while (match(rest, /(EXPECT[A-Z_]*|MUST) \(|\n *[a-z_0-9]+ \(/)) {
		name = substr(rest, RSTART, RLENGTH - 2)
		rest = substr(rest, RSTART)
		if (name ~ /^[EM]/) {
			put_step(rest, body, call, group)
			between(rest)
			rest = substr(rest, name == "MUST" ? 6 : past)
			continue
		}
		sub(/^\n */, "", name)
		sub(/^\n */, "", rest)
		i = ((name, group) in at) ? at[name, group] : 0
		if (i && !deep && code[i] ~ /EXPECT/)
			find_steps(body_with(i, rest), call, group, 1)
		rest = substr(rest, length(name) + 1)
	}
}

function put_step(check, body, call, group,   subject) {
	subject = check_of(check)
	nsteps++
	step_kind[nsteps] = kind
	step_raw[nsteps] = subject
	step_text[nsteps] = subject = given_to(subject, body)
	step_value[nsteps] = kind ~ /(EQ|RET)(_FIXED)?$/ ? wanted(words[2], subject, body) : \
		words[2]
	step_more[nsteps] = words[3]
	step_own[nsteps] = kind != "EXPECT" && is_own(subject, call, group)
	step_error[nsteps] = kind == "EXPECT_ERR" || words[2] ~ /^-E[A-Z]/
	step_answer[nsteps] = kind ~ /(ERR|RET|RET_FIXED|RANGE)$/ && subject ~ /\)$/ || \
		subject ~ /^signals_seen/
}

# A name or a number unchanged, other text as code.
function as_value(value) {
	if (value ~ /^-E[A-Z0-9]+$/)
		value = substr(value, 2)
	return value ~ /^-?[A-Z_0-9]+$/ ? value : "`" value "`"
}

# Step I in words; BY_RUN is the value from a run, if that determines it.
function describe_step(i, by_run,   is) {
	is = "`" step_text[i] "`"
	if (step_kind[i] == "MUST")
		return is " succeeds"
	if (step_kind[i] == "EXPECT")
		return is
	if (step_kind[i] == "EXPECT_RANGE")
		return is " = " as_value(step_value[i]) " to " as_value(step_more[i])
	if (step_kind[i] == "EXPECT_UNTOUCHED")
		return is " untouched"
	if (step_kind[i] == "EXPECT_FLAGS")
		return is (step_value[i] == "0" ? "" : " has " as_value(step_value[i])) \
			(step_value[i] != "0" && step_more[i] != "0" ? " and" : "") \
			(step_more[i] == "0" ? "" : \
			(step_value[i] == "0" ? " has no " : " no ") as_value(step_more[i]))
	if (step_value[i] == "before")
		return is " as before"
	return is " = " (by_run != "" ? by_run : as_value(step_value[i]))
}

# Sets chosen[] to the steps of case ID that show its result; returns their number.
# From the first step of its own call on: all that check results if one of those is
# an error, else all; and the steps of TOPIC, the call of the page.
function choose_steps(id, topic,   i, n, first, call, error) {
	call = id
	sub(/\/.*/, "", call)
	nsteps = 0
	split("", chosen)
	find_steps(text[case_of[id]], call, of_group[case_of[id]], 0)
	for (i = 1; i <= nsteps; i++)
		if (step_own[i] && step_kind[i] != "MUST") {
			first = first ? first : i
			error += step_error[i]
		}
	for (i = 1; i <= nsteps && !first; i++)
		if (step_own[i])
			first = i
	for (i = 1; i <= nsteps && topic != call; i++)
		if (index(step_text[i], topic " (") == 1) {
			chosen[++n] = i
			break
		}
	for (i = first ? first : 1; i <= nsteps && n < 4; i++)
		if (i == first || (step_kind[i] != "MUST" && \
		    i != chosen[1] && (error ? step_answer[i] || step_own[i] : 1)))
			chosen[++n] = i
	return n
}
