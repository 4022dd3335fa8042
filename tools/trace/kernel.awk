# kernel.awk - trapgate trace: what a stream has of a call inside the kernel.
# SPDX-License-Identifier: MIT
#
# With stream.awk.  Functions nest by their probes: one at the entry, one at the return.

# (FUNCTION+0x0/0x20) NAME=VALUE ... or (CALLER+0x13/0x20 <- FUNCTION) ret=VALUE
function take_probe(p, text,   at, name, rest) {
	at = index(text, ") ")
	if (at == 0) {
		at = length(text)
		if (text !~ /[)]$/)
			return
	}
	name = substr(text, 2, at - 2)
	rest = substr(text, at + 2)
	if (!(p in number))	# Of a call that is not traced.
		return
	if (name ~ / <- /)
		leave_function(p, name, rest)
	else {
		sub(/[+].*/, "", name)
		enter_function(p, name, rest)
	}
}

function enter_function(p, name, fields,   f) {
	if (is_switch(name)) {
		switch_of[p] = name
		return
	}
	f = ++functions[p]
	function_name[p, f] = name
	function_depth[p, f] = ++level[p]
	inside[p, level[p]] = f
	function_arguments[p, f] = take_fields(p, fields, name ~ /_sys_socketcall$/)
	function_result[p, f] = function_error[p, f] = "null"
	function_caller[p, f] = ""
}

# Functions within it whose return was not seen have ended as well.
function leave_function(p, text, fields,   name, caller, l) {
	name = text
	sub(/.* <- /, "", name)
	caller = text
	sub(/ <- .*/, "", caller)
	sub(/\/0x[0-9a-f]+$/, "", caller)
	if (caller ~ /^[[]/)	# A probed function has jumped to this one.
		caller = ""
	for (l = level[p]; l > 0 && function_name[p, inside[p, l]] != name; l--)
		;
	if (l == 0)
		return
	level[p] = l - 1
	sub(/^[^=]*=/, "", fields)
	function_result[p, inside[p, l]] = fields ~ /^-?[0-9]+$/ ? fields : string(fields)
	fields = fields ~ /^0x/ ? signed(fields, 1) : fields + 0
	function_error[p, inside[p, l]] = or_null(named(fields))
	function_caller[p, inside[p, l]] = caller
}

# The names above the first probed function, which called it, innermost first.
function take_stack(name,   p) {
	p = stack_of
	if (name ~ /^[[]/)	# Where a return is probed: [unknown/kretprobe'd].
		return
	sub(/[+].*/, "", name)
	if (name in real_name)
		name = real_name[name]
	stack[p] = stack[p] " " name
}

function callers(p, name,   n, i, c, first) {
	n = split(stack[p], name, " ")
	first = function_name[p, 1]
	for (i = 1; i <= n && name[i] != first; i++)
		;
	for (c = 0; ++i <= n;)
		name[++c] = name[i]
	return c
}

# A switch over the numbers is a function of its own; where it ends with jumps, as on
# x86_64, only its own probe shows it.  Where that is refused, there is one.
function is_switch(name) { return leads[name] == "switch" }

# The caller is where the function returned to: a stack by frame pointers, as on i386, lacks
# it, since a probed function has no frame yet.
function dispatch(p,   name, n, called) {
	called = functions[p] ? function_caller[p, 1] : ""
	sub(/[+].*/, "", called)
	n = callers(p, name)
	if (called == "" && n && machine != "i386")
		called = name[1]
	if (switch_of[p] != "" || found_switch != "")
		called = switch_of[p] == "" ? found_switch : switch_of[p]
	return "{\"by\":\"" (is_switch(called) ? "switch" : lacks_switch && had_table ? "table" : \
		"unknown") "\",\"function\":" or_null(called) "}"
}

function entered(p,   name, n, last, all) {
	for (n = callers(p, name); n > 0; n--)
		if (!is_switch(name[n])) {
			last = name[n]
			all = all "," string(last)
		}
	n = function_caller[p, 1]
	sub(/[+].*/, "", n)
	if (all != "" && n != "" && n != last && !is_switch(n))
		all = all "," string(n)
	return list(all)
}

# The kernel's functions show it; if they serve several, the instruction that trapped.
function entry(p,   name, n, i, word) {
	n = callers(p, name)
	for (i = n; i > 0; i--)
		if (leads[name[i]] ~ /^sys|^int/)
			return leads[name[i]]
	if (trap[p] == "null")
		return ""
	word = trap_text[p]
	if (word ~ /^int /)
		return "int80"
	if (word ~ /^sysenter/)
		return "sysenter"
	if (word ~ /^syscall/)
		return "syscall32"
	return ""
}

# --- socketcall.

function operation_name(p,   part) {
	if (number_name[number[p]] != "socketcall")
		return ""
	split(kernel_arguments[p], part, /"/)
	return operation[from_hex(part[2])]
}

function the_operation(p,   part, name, word, n, i, all, any, noted, op) {
	if (number_name[number[p]] != "socketcall")
		return "null"
	split(kernel_arguments[p], part, /"/)
	op = from_hex(part[2])
	name = operation[op]
	n = split(block[p], word, " ")
	for (i = 1; i <= n && i <= arguments[name]; i++) {
		all = all "," string(word[i])
		any = any || word[i] !~ /^0x0*$/
		noted = noted || is_noted(p, part[4], 4 * (i - 1))
	}
	return "{\"number\":" op ",\"name\":" or_null(name) ",\"block\":" \
		(!n || noted || is_unread(p, part[4], all != "" && !any) ? "null" : list(all)) "}"
}

function the_functions(p,   f, all) {
	for (f = 1; f <= functions[p]; f++)
		all = all ",{\"function\":" string(function_name[p, f]) \
			",\"layer\":" or_null(layer_of(function_name[p, f])) \
			",\"depth\":" function_depth[p, f] \
			",\"arguments\":" function_arguments[p, f] \
			",\"returned\":" function_result[p, f] \
			",\"error\":" function_error[p, f] \
			",\"caller\":" or_null(function_caller[p, f]) "}"
	return list(all)
}

# The functions of system calls are in no table, since each call has one.
function layer_of(name) {
	if (name in layer)
		return layer[name]
	return name ~ /^__(ia32|x64|x32)_(compat_)?sys_/ ? "syscall" : ""
}
