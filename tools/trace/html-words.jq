# html-words.jq - trapgate trace --html: text, names of runs and results.
# SPDX-License-Identifier: MIT

# Strings without control characters, and without those that change the direction of a
# text: both come from programs.
def harmless:
	def bad: . < 32 or (. > 126 and . < 160) or (. >= 8234 and . <= 8238)
		or (. >= 8294 and . <= 8297);
	def clean: if type == "string" then
		explode | map(if bad and . != 9 and . != 10 then 65533 else . end) | implode
		else . end;
	# walk of jq 1.6 sorts the keys, but registers have an order.
	def all: if type == "object" then with_entries(.key |= clean | .value |= all)
		elif type == "array" then map(all) else clean end;
	if tojson | test("\\\\u00[017]|[\u007f-\u009f\u202a-\u202e\u2066-\u2069]") then all
	else . end;

# A trace with each list, and a name wherever one is shown: a program may end anywhere.
def complete:
	def named(name): name = (name // "unknown");
	.runs = [.runs[]? | .lacks = [.lacks[]?] | .processes = [.processes[]? | named(.role)]
		| .calls = [.calls[]? | named(.call) | named(.process)
			| .stub |= (if . then named(.at) | .steps = [.steps[]?]
				| .arguments = [.arguments[]? | named(.name)] else . end)
			| .system_calls = [.system_calls[]? | .entered = [.entered[]?]
				| named(.number) | named(.name)
				| .operation |= (if . then named(.number) else . end)
				| .arguments = [.arguments[]?]
				| .functions = [.functions[]? | named(.function) | named(.layer)
					| .arguments = [.arguments[]? | named(.name)]]]]];

def plural($n; $one): if $n == 1 then "1 \($one)" else "\($n) \($one)s" end;
def listed: if length < 2 then join("")
	else (.[:-1] | join(", ")) + " and " + last end;
# The distinct values of a list, in the order in which they first occur.
def distinct: reduce .[] as $x ([]; if index([$x]) then . else . + [$x] end);

# Runs are named by a letter, and by what differs between them.
def letter($i): if $i < 26 then [65 + $i] | implode else "R\($i + 1)" end;
def titles:
	def variant: [.route, .entry] | map(strings) | join("-");
	def parts: [(.kernel.name // .kernel.release // "unknown kernel"),
		.arch, (.libc // "its own libc"), variant];
	map(parts) as $all
	| [range($all[0] // [] | length) as $i
		| select($i == 0 or ($all | map(.[$i]) | unique | length > 1) or $i == 3) | $i]
		as $shown
	| $all | map(. as $p | [$shown[] | $p[.] | select(. != null and . != "")] | join(", "))
	| to_entries | map({letter: letter(.key), title: .value});

# The role of a process, with its number where several have it.
def role($run; $process):
	([$run.processes[]? | select(.process == $process) | .role] | first // "process") as $role
	| if $role == "process" or ([$run.processes[] | select(.role == $role)] | length > 1)
	then "\($role) \($process)" else $role end;

# What makes a call: the process, and its thread if there are several.
def caller($run): role($run; .process) + (if .thread then ", thread \(.thread)" else "" end);

# A value of the kernel as a call's result.
def failed: type == "number" and . < 0 and . >= -4095;
def kernel_result($result; $error): if . == null then "does not return"
	else tostring + (if failed and . == $result and $error then " \($error)" else "" end) end;
def c_result: if .returned == null then "does not return"
	elif .errno then "\(.returned), errno \(.errno)" else .returned | tostring end;
def c_failed: .returned == null or .errno != null;
# The system call behind a call: "361", or "102, operation 2".
def way: if .operation then "\(.number), operation \(.operation.number)"
	else .number | tostring end;
def times: if length > 1 and (distinct | length) == 1 then "\(.[0]), \(length) times"
	else join("; ") end;
def ended: if .timed_out then "stopped by the time limit"
	elif .complete == false then "events were lost"
	elif .signal then "ended by \(.signal)"
	elif .exit_status == null then "no exit status" else "exit status \(.exit_status)" end;

# Arguments of a function, where NAME_family, NAME_port, NAME_ip and NAME_bytes are a part
# of the memory to which the argument NAME points.
def with_parts: reduce .[]? as $one ({out: [], name: "\n"};
		((.name + "_") as $before | $one.name | ltrimstr($before)) as $rest
		| (["family", "port", "ip", "bytes"] | index($rest)) as $part
		| if $rest == $one.name or $part == null
		then .out += [$one] | .name = $one.name
		else .out += [$one + {part: $rest}] end)
	| .out;
