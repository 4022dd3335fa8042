# facts.awk - trapgate trace: the lines of a stream outside of calls, and the output.
# SPDX-License-Identifier: MIT
#
# With stream.awk.

function fact(key, json) { print key "\t" json }

# Linux 6.9 replaced the table of calls by a switch, and stable releases before it did
# later; the others have no function of a switch, ENOENT.
function take_fact(text,   part, n) {
	n = split(text, part, " ")
	if (part[1] == "kernel") {
		split(part[2], release, ".")
		machine = part[3]
		had_table = release[1] * 100 + release[2] < 609
		fact("kernel", "{\"release\":" string(part[2]) ",\"machine\":" \
			string(part[3]) "}")
		machine = part[3]
	} else if (part[1] == "lacks") {
		fact("lacks", string(part[2]))
		if (is_switch(part[2])) {
			if (part[3] == 2)
				lacks_switch = 1
			else
				found_switch = part[2]
		}
	} else if (part[1] == "process") {
		role_of[part[2]] = part[4]
		process_number[part[2]] = part[3]
		thread_number[part[2]] = n > 4 ? part[5] : 1
		threads[part[3]]++
		if (part[4] != "thread") {
			processes = part[3]
			pid[processes] = part[2]
			ended[processes] = "\"exit_status\":null,\"signal\":null"
		}
	} else if (part[1] == "image") {
		whose[part[2]] = part[3]
	} else if (part[1] == "end")
		take_end(part[2], part[3], part[4])
	else if (part[1] == "left") {	# A handler has jumped out of the call.
		if (call_name[call_of[part[2]]] == part[3])
			end_call(part[2])
	} else if (part[1] == "unreadable")
		take_unreadable(part, n)
	else if (part[1] == "timeout")
		fact("timeout", string(text))
	else if (n)
		fact("lost", string(text))
}

function take_end(p, how, value) {
	if (!(p in process_number))
		return
	ended[process_number[p]] = how == "exit" ? \
		"\"exit_status\":" value ",\"signal\":null" : \
		"\"exit_status\":null,\"signal\":" \
		string(value in signal_name ? signal_name[value] : value)
}

function the_call(c,   p) {
	p = process_of[c]
	return "{\"call\":" or_null(call_name[c]) ",\"process\":" \
		(p in process_number ? process_number[p] : "null") ",\"thread\":" \
		(threads[process_number[p]] > 1 ? thread_number[p] : "null") \
		",\"stub\":" stub[c] ",\"system_calls\":" list(system_calls[c]) \
		",\"returned\":" returned[c] ",\"errno\":" errno[c] "}"
}

END {
	for (p in call_of)
		while (call_of[p])
			end_call(p)
	for (i = 1; i <= processes; i++)
		fact("process", "{\"process\":" i ",\"pid\":" pid[i] ",\"role\":" \
			string(role_of[pid[i]]) "," ended[i] "}")
	for (c = 1; c <= calls; c++)
		fact("call", the_call(c))
}
