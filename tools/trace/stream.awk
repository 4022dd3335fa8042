# stream.awk - trapgate trace: the stream of record, as lines of JSON.
# SPDX-License-Identifier: MIT
#
# After tables.awk.  Prints a line KEY<TAB>JSON for each fact, and then one for each call,
# in order of start.  All is by process, p, since the lines of several interleave; what a
# call has so far is text in arrays by its number, c.

BEGIN {
	# TASK-PID [CPU] FLAGS TIME: EVENT: TEXT
	event = "-[0-9]+ +[[][0-9]+[]] [^ ]+ +[0-9]+[.][0-9]+: "
	pair = "^[A-Za-z_][A-Za-z_0-9]*="
}
table == "stream" { take_line($0) }

function take_line(text) {
	if (match(text, event)) {
		if (substr(text, RSTART + RLENGTH) ~ event)	# Two lines in one.
			fact("lost", string(text))
		take_event(substr(text, RSTART + 1, RLENGTH - 1), \
			substr(text, RSTART + RLENGTH))
	} else if (text ~ /^ => /)
		take_stack(substr(text, 5))
	else
		take_fact(text)
}

function take_event(head, text,   part, name, p) {
	p = head
	sub(/ .*/, "", p)
	split(head, part, /: */)
	sub(/.* /, "", part[1])
	now = part[1]
	stack_of = text == "<stack trace>" ? p : ""
	name = text
	sub(/: .*/, "", name)
	text = substr(text, length(name) + 3)
	if (name == "tracing_mark_write")
		take_mark(text)
	else if (name == "sys_enter")
		take_sys_enter(p, text)
	else if (name == "sys_exit")
		take_sys_exit(p, text)
	else if (text ~ /^[(]/)
		take_probe(p, text)
}

function take_mark(text,   part, n) {
	n = split(text, part, " ")
	if (part[1] == "enter")
		enter_stub(part[2], part, n)
	else if (part[1] == "step")
		step(part[2], part, n)
	else if (part[1] == "leave")
		leave_stub(part[2], part, n)
	else
		take_fact(text)
}

# --- The stub.

function begin(p, name) {
	outer[++calls] = call_of[p]
	call_of[p] = calls
	call_name[calls] = name
	process_of[calls] = p
	returned[calls] = errno[calls] = stub[calls] = "null"
	return calls
}

# A call within another one is that of a signal handler.
function enter_stub(p, part, n,   i, c, args) {
	if (call_of[p] && stub[call_of[p]] == "null")
		end_call(p)
	c = begin(p, part[3])
	for (i = 6; i <= n; i++)
		args = args "," argument(part[3], i - 5, part[i])
	stub[c] = list(args)
}

function argument(call, i, value,   name) {
	name = argument_name[call, i]
	return "{\"name\":" string(name == "" ? "argument " i : name) ",\"value\":" \
		string(value) "}"
}

# Ends the last step of a stub, with the registers that its instruction changed, which are
# the fields from FIRST on.  Returns the call, 0 outside a stub.
function stepped(p, part, first, n,   c) {
	c = call_of[p]
	if (!c || stub[c] == "null")
		return 0
	take_store(c)
	end_step(c, changes(c, part, first, n))
	return c
}

function step(p, part, n,   c) {
	c = stepped(p, part, 5, n)
	if (!c)
		return
	step_at[c] = part[3]
	step_bytes[c] = part[4]
	if (step_count[c]++ == 0) {
		stub_start[c] = part[3]
		if (!(p in whose))
			whose[p] = where["partner", part[3]] == call_name[c] "+0x0" ? \
				"partner" : "program"
	}
}

# A handler's call begins with the registers that the handler left, and changes none of
# those of the call that it interrupted.
function changes(c, part, i, n,   p, at, name, value, all) {
	p = process_of[c]
	for (; i <= n; i++) {
		at = index(part[i], "=")
		name = substr(part[i], 1, at - 1)
		value = substr(part[i], at + 1)
		if (!((p, name) in register))
			registers[p] = registers[p] " " name
		register[p, name] = own_register[c, name] = value
		all = all "," string(name) ":" string(value)
	}
	return "{" substr(all, 2) "}"
}

function value_of(c, name) {
	return (c, name) in own_register ? own_register[c, name] : register[process_of[c], name]
}

# errno is what the stub stored after its last trap, which need not be the error of that
# trap: a fallback may have tried whether a call exists.  The stack holds other numbers.
function take_store(c,   text, source, n) {
	text = instruction[whose[process_of[c]], step_at[c]]
	if (step_at[c] == "" || text !~ /^mov[lq]? [%$][^,(]*,.*([(]|%[fg]s:)/ || \
	    text ~ /[er][sb]p[,)]/)
		return
	source = substr(text, index(text, " ") + 2)
	sub(/,.*/, "", source)
	n = from_hex(text ~ / [%]/ ? low_half(c, source) : source)
	if (n > 0 && n < 4096 && n in error_name)
		stored[c] = error_name[n]
}

# Of a register by a name of 32 or of 64 bits, the lower 32 bits.
function low_half(c, name,   value) {
	if (registers[process_of[c]] ~ / rax/) {
		sub(/^e/, "r", name)
		sub(/d$/, "", name)
	}
	value = value_of(c, name)
	return substr(value, length(value) > 10 ? length(value) - 7 : 3)
}

function end_step(c, changed,   at) {
	at = step_at[c]
	if (at == "")
		return
	steps[c] = steps[c] ",{" place(c, at) ",\"bytes\":" \
		string(own_bytes(c, at, step_bytes[c])) ",\"registers\":" changed "}"
	step_at[c] = ""
}

# Of the bytes that could be read, those of the instruction.
function own_bytes(c, at, bytes,   size) {
	size = instruction_size[whose[process_of[c]], at]
	return size ? substr(bytes, 1, 2 * size) : bytes
}

function place(c, at,   key) {
	key = whose[process_of[c]] SUBSEP at
	return "\"at\":" string(at) ",\"where\":" or_null(where[key]) ",\"instruction\":" \
		or_null(instruction[key])
}

function leave_stub(p, part, n,   c) {
	c = stepped(p, part, 4, n)
	if (!c)
		return
	returned[c] = signed(part[3], returns_long[call_name[c]])
	if (returned[c] < 0)
		errno[c] = or_null(stored[c] == "" ? last_error[c] : stored[c])
	end_call(p)
}

function end_call(p,   c) {
	c = call_of[p]
	if (p in number)
		end_system_call(p, "")
	end_step(c, "{}")
	if (stub[c] != "null")
		stub[c] = "{\"at\":" or_null(stub_start[c]) ",\"arguments\":" stub[c] \
			",\"steps\":" list(steps[c]) "}"
	delete steps[c]
	call_of[p] = outer[c]
}

# --- The system call.

function take_sys_enter(p, text,   part, n, i, args) {
	n = split(text, part, /[ (),=]+/)
	if (p in number)
		end_system_call(p, "")
	if (call_of[p] && stub[call_of[p]] == "null" && \
	    !(restarts[p] && number_of[p] == part[2]))
		end_call(p)
	if (!call_of[p])
		begin(p, "")
	number[p] = number_of[p] = part[2]
	for (i = 3; i <= n; i++)
		if (part[i] != "")
			args = args ",\"0x" part[i] "\""
	kernel_arguments[p] = list(args)
	started[p] = now
	delete stored[call_of[p]]
	trap[p] = the_trap(p)
	functions[p] = level[p] = 0
	block[p] = stack[p] = switch_of[p] = ""
}

function the_trap(p,   c, i, n, name, all) {
	c = call_of[p]
	if (step_at[c] == "")
		return "null"
	n = split(registers[p], name, " ")
	for (i = 1; i <= n; i++)
		all = all "," string(name[i]) ":" string(value_of(c, name[i]))
	trap_text[p] = instruction[whose[p], step_at[c]]
	return "{\"step\":" step_count[c] - 1 "," place(c, step_at[c]) ",\"registers\":{" \
		substr(all, 2) "}}"
}

function take_sys_exit(p, text,   part) {
	if (!(p in number))
		return
	split(text, part, /[ =]+/)
	end_system_call(p, part[3])
}

# One of the results by which the kernel repeats a call after a signal.
function is_restart(result) { return result <= -512 && result >= -516 }

function end_system_call(p, result,   c, name, error) {
	c = call_of[p]
	error = named(result)
	restarts[p] = result != "" && is_restart(result)
	last_error[c] = restarts[p] ? "EINTR" : error
	name = number_name[number[p]]
	if (call_name[c] == "")
		call_name[c] = operation_name(p) == "" ? name : operation_name(p)
	if (stub[c] == "null" && result != "") {
		returned[c] = error == "" ? result : -1
		errno[c] = or_null(last_error[c])
	}
	system_calls[c] = system_calls[c] ",{\"trap\":" trap[p] ",\"entry\":" or_null(entry(p)) \
		",\"entered\":" entered(p) ",\"dispatch\":" dispatch(p) \
		",\"number\":" number[p] ",\"name\":" or_null(name) \
		",\"arguments\":" kernel_arguments[p] ",\"operation\":" \
		the_operation(p) ",\"functions\":" the_functions(p) ",\"result\":" \
		(result == "" ? "null" : result) ",\"error\":" or_null(error) \
		",\"microseconds\":" microseconds(p, result) "}"
	delete number[p]
}

function microseconds(p, result) {
	return result == "" ? "null" : sprintf("%.0f", (now - started[p]) * 1000000)
}
