# html-path.jq - trapgate trace --html: the path of a call as a list of hops.
# SPDX-License-Identifier: MIT
#
# A hop is { "kind": "in"|"out"|"note", "from", "to": lanes, "key": the same in two runs
# where the hop is, "name", and any of "text", "fields": [{"name","value"}], "steps",
# "block", "bad" }.

include "html-words" {search: "./"};

def lanes: ["Program", "Stub", "Entry", "Dispatch", "System call", "Socket", "Family", "Protocol"];
def lane_of: {"syscall": 4, "socket": 5, "family": 6, "protocol": 7}[.] // 5;

def hop($kind; $from; $to; $key; $name): {kind: $kind, from: $from, to: $to, key: $key,
	name: $name};

def fields: to_entries | map({name: .key, value: .value});

def steps_hop($key; $steps): if ($steps | length) == 0 then empty
	else hop("note"; 1; 1; $key; null) + {steps: $steps} end;

# The number and the arguments that reach the kernel, with the names of the function of the
# system call.
def received:
	[.functions[0].arguments | with_parts[] | select(.part or .name == "nr" or .name == "ip"
		| not) | .name] as $known
	| (if $known | length > 0 then $known
	else [range(.arguments | length) | "argument \(. + 1)"] end) as $names
	| .arguments as $values
	| hop("note"; 2; 2; "received"; "number \(.number)") + {text: "(\(.name // "unknown"))",
		fields: [range($names | length)
			| {name: $names[.], value: ($values[.] // "unknown")}]};

def dispatch_hop:
	(.dispatch // {}) as $d
	| hop("in"; 2; 3; "dispatch:\($d.by):\($d.function)"; $d.function // "dispatch")
	+ {text: (if $d.by == "table" then "reads entry \(.number) of the table of calls"
		elif $d.by == "switch" then "is a compiled switch on the number"
		else "was not recognised as a table or a switch" end)};

def returned_hop($result; $error; $parent):
	# One without a value, as of a function of type void, in a call that has a result.
	(if .returned == null and $result != null then "no value"
	elif .error then "\(.returned) \(.error)"
	else .returned | kernel_result($result; $error) end) as $value
	| hop("out"; .lane; $parent; "return:\(.function)"; $value) + {text: "from \(.function)",
		bad: ($value == "does not return" or (.returned | failed) or .error != null)};

# The return address, without the function that the hop before shows.
def caller_in($parent): if . and startswith($parent + "+") then .[$parent | length:]
	else . end;

# The functions with their returns, by the depth at which they were entered.  $names:
# those of the call's arguments.
def function_hops($names):
	. as $sys
	| ($sys.functions) as $f
	| {stack: [{lane: 3, depth: -9, function: $sys.dispatch.function}], out: []}
	| def leave($depth): until(.stack[-1].depth < $depth;
		.stack[-2].lane as $parent
		| .out += [.stack[-1] | returned_hop($sys.result; $sys.error; $parent)]
		| .stack |= .[:-1]);
	reduce range($f | length) as $i (.;
		$f[$i] as $one
		| leave($one.depth // 0)
		| ($one.layer | lane_of) as $lane
		| (.stack[-1].function // "") as $parent
		| .out += [hop("in"; .stack[-1].lane; $lane; "call:\($one.function)";
			$one.function) + {fields: ($one.arguments | with_parts),
			caller: ($one.caller | caller_in($parent))}]
		| .stack += [$one + {lane: $lane, depth: ($one.depth // 0)}]
		| if $i == 0 and $sys.operation then
			.out += [hop("note"; $lane; $lane; "block";
				"operation \($sys.operation.number)")
				+ {text: ($sys.operation.name // "unknown"),
				block: $sys.operation.block, at: $sys.arguments[1],
				names: $names}]
		else . end)
	| leave(-8) | .out;

# Results that no program sees, ERESTART... in include/linux/errno.h:
# the kernel restarts the call, or makes it fail with EINTR.
def interrupted: .result as $r | [-512, -513, -514, -516] | index([$r]) != null;

# $set: the registers that the stub set before the trap; $changed: those that the trap
# changed.
def system_call_hops($call; $from; $set; $changed):
	. as $sys
	| (hop("in"; $from; 2; "trap:\(.entry)"; .trap.instruction // .entry // "trap")
		+ {text: (if .trap then "at \(.trap.where // .trap.at)" else null end),
		fields: (.trap.registers // {} | fields | map(.name as $n
			| .set = ($set | index([$n]) != null)))}),
	(.entered[] | hop("note"; 2; 2; "entry:\(.)"; .)),
	received,
	dispatch_hop,
	function_hops([$call.stub.arguments[]?.name])[],
	(if .result == null then empty else
		hop("out"; 3; 2; "result"; .result | kernel_result($sys.result; $sys.error))
			+ {text: "is the result", bad: (.result | failed)},
		hop("out"; 2; $from; "exit"; if interrupted then "a signal" else
			.result | kernel_result($sys.result; $sys.error) end)
			+ {text: ((if interrupted then "is handled" else "in user mode" end)
			+ (if .microseconds then ", after \(.microseconds) µs" else "" end)),
			bad: (.result | failed), fields: ($changed | fields)} end);

# The steps divided at the traps: for each system call those before it, its trap, and at
# the end the rest.
def divided($steps):
	reduce .[] as $sys ({next: 0, parts: []};
		$sys.trap.step as $at
		| if $at == null then .parts += [{sys: $sys, steps: []}]
		else .parts += [{sys: $sys, steps: $steps[.next:$at], trap: $steps[$at]}]
			| .next = $at + 1 end)
	| .parts + [{steps: $steps[.next:]}];

def path:
	. as $call
	| (if .stub then 1 else 0 end) as $from
	| [(if .stub then hop("in"; 0; 1; "stub"; .call) + {fields: .stub.arguments,
		text: "at \(.stub.at)"} else empty end),
	(.system_calls | divided($call.stub.steps // [])[]
		| steps_hop(if .sys then "steps" else "last steps" end; .steps),
		([.steps[].registers // {} | keys_unsorted[]] as $set
		| .trap.registers as $changed | .sys // empty
		| system_call_hops($call; $from; $set; $changed // {}))),
	(hop("out"; $from; 0; "end"; c_result) + {bad: c_failed,
		text: (if .returned == null then null else "from \(.call)" end)})];
