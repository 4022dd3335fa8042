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
	function_result[p, f] = "null"
	function_caller[p, f] = ""
}

# Of socketcall, a0 to a5 are the words of its block.
function take_fields(p, text, blocks,   field, value, all) {
	absent = ""
	limit = match(text, / (len|size)=[0-9]+/) ? substr(text, RSTART, RLENGTH) : ""
	sub(/.*=/, "", limit)
	while (match(text, pair)) {
		field = substr(text, 1, RLENGTH - 1)
		text = substr(text, RLENGTH + 1)
		value = text
		sub(/ .*/, "", value)
		text = substr(text, length(value) + 2)
		if (blocks && field ~ /^a[0-5]$/)
			block[p] = block[p] " " value
		else
			all = all readable(field, value)
	}
	return list(all)
}

# As they are in memory, in the order of the network: NAME_port and NAME_ip of an Internet
# address, and NAME_0 and NAME_8 of data, which has LIMIT bytes.  What cannot be read is
# "(fault)"; of a null pointer, nothing is shown.
function readable(name, value,   n) {
	if (value ~ /^0x0*$/)
		absent = name
	if (absent != "" && index(name, absent "_") == 1)
		return ""
	if (name ~ /_family$/)
		internet = value
	if (name ~ /_0$/) {
		held = bytes_of(value)
		return ""
	} else if (name ~ /_8$/) {
		sub(/8$/, "bytes", name)
		return member(name, "\"" data(held bytes_of(value)) "\"")
	} else if (name ~ /_port$/ && value ~ /^0x/) {
		if (internet != 2 && internet != 10)
			return ""
		n = from_hex(value)
		value = n % 256 * 256 + int(n / 256)
	} else if (name ~ /_ip$/ && value ~ /^0x/) {
		if (internet != 2)
			return ""
		n = from_hex(value)
		value = n % 256 "." int(n / 256) % 256 "." int(n / 65536) % 256 "." \
			int(n / 16777216)
	}
	return member(name, string(value))
}

function member(name, json) {
	return ",{\"name\":" string(name) ",\"value\":" json "}"
}

# The bytes of a number, the lowest first.
function bytes_of(value,   bytes) {
	if (!sub(/^0x/, "", value))
		return ""
	while (length(value) < 16)
		value = "0" value
	for (; value != ""; value = substr(value, 1, length(value) - 2))
		bytes = bytes substr(value, length(value) - 1)
	return bytes
}

function data(bytes,   i, text) {
	for (i = 1; i < length(bytes) && (limit == "" || i < 2 * limit); i += 2)
		text = text character[from_hex(substr(bytes, i, 2))]
	return text (2 * limit > length(bytes) ? "..." : "")
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

function the_operation(p,   part, name, word, n, i, all, op) {
	if (number_name[number[p]] != "socketcall")
		return "null"
	split(kernel_arguments[p], part, /"/)
	op = from_hex(part[2])
	name = operation[op]
	n = split(block[p], word, " ")
	for (i = 1; i <= n && i <= arguments[name]; i++)
		all = all "," string(word[i])
	return "{\"number\":" op ",\"name\":" or_null(name) ",\"block\":" list(all) "}"
}

function the_functions(p,   f, all) {
	for (f = 1; f <= functions[p]; f++)
		all = all ",{\"function\":" string(function_name[p, f]) \
			",\"layer\":" or_null(layer_of(function_name[p, f])) \
			",\"depth\":" function_depth[p, f] \
			",\"arguments\":" function_arguments[p, f] \
			",\"returned\":" function_result[p, f] \
			",\"caller\":" or_null(function_caller[p, f]) "}"
	return list(all)
}

# The functions of system calls are in no table, since each call has one.
function layer_of(name) {
	if (name in layer)
		return layer[name]
	return name ~ /^__(ia32|x64|x32)_(compat_)?sys_/ ? "syscall" : ""
}
