# html-path.jq - trapgate trace --html: the path of a call as a list of hops.
# SPDX-License-Identifier: MIT
#
# A hop is { "kind": "in"|"out"|"note", "from", "to": lanes, "key": the same in two runs
# where the hop is, "name", and any of "text", "fields": [{"name","value"}], "steps",
# "block", "bad" }.

include "html-words" {search: "./"};

def lanes: ["Program", "Stub", "Entry", "Dispatch", "System call", "Socket layer", "Family",
	"Protocol"];
def lane_of: {"syscall": 4, "socket": 5, "family": 6, "protocol": 7}[.] // 5;

def hop($kind; $from; $to; $key; $name): {kind: $kind, from: $from, to: $to, key: $key,
	name: $name};

# Position of the trap of a system call among the steps from $start on, or null.
def trap_index($steps; $start):
	.trap.at as $at
	| [range($start; $steps | length) | select($steps[.].at == $at)] | first;

def fields: to_entries | map({name: .key, value: .value});

def steps_hop($key; $steps): if ($steps | length) == 0 then empty
	else hop("note"; 1; 1; $key; plural($steps | length; "instruction"))
		+ {steps: $steps} end;

# The registers that the kernel reads: the number and the arguments it has seen.
def seen($call):
	(if .name == $call.call and $call.stub then $call.stub.arguments | length
	elif .operation then 2 else 6 end) as $n
	| hop("note"; 2; 2; "seen"; "number \(.number)")
		+ {text: "\(.name // "unknown"), as the kernel sees it",
		fields: ((.arguments // [])[:$n] | to_entries | map({name: "argument \(.key + 1)",
		value: .value}))};

def dispatch_hop:
	(.dispatch // {}) as $d
	| hop("in"; 2; 3; "dispatch:\($d.by):\($d.function)"; $d.function // "dispatch")
	+ {text: (if $d.by == "table" then "reads entry \(.number) of the table of calls"
		elif $d.by == "switch" then "is a compiled switch on the number"
		else "was not recognised as a table or a switch" end)};

def returned_hop($result; $error; $parent):
	hop("out"; .lane; $parent; "return:\(.function)";
		.returned | kernel_result($result; $error))
	+ {text: "from \(.function)", bad: (.returned == null or (.returned | failed))};

# The functions with their returns, by the depth at which they were entered.
def function_hops:
	. as $sys
	| ($sys.functions // []) as $f
	| {stack: [{lane: 3, depth: -9}], out: []}
	| def leave($depth): until(.stack[-1].depth < $depth;
		.stack[-2].lane as $parent
		| .out += [.stack[-1] | returned_hop($sys.result; $sys.error; $parent)]
		| .stack |= .[:-1]);
	reduce range($f | length) as $i (.;
		$f[$i] as $one
		| leave($one.depth // 0)
		| ($one.layer | lane_of) as $lane
		| .out += [hop("in"; .stack[-1].lane; $lane; "call:\($one.function)";
			$one.function) + {fields: $one.arguments, caller: $one.caller}]
		| .stack += [$one + {lane: $lane, depth: ($one.depth // 0)}]
		| if $i == 0 and $sys.operation then
			.out += [hop("note"; $lane; $lane; "block";
				"operation \($sys.operation.number)")
				+ {text: ($sys.operation.name // "unknown"),
				block: $sys.operation.block, at: $sys.arguments[1],
				into: ($f[1].arguments // [])}]
		else . end)
	| leave(-8) | .out;

# $changed: the registers that the trap changed.
def system_call_hops($call; $from; $changed):
	. as $sys
	| (hop("in"; $from; 2; "trap:\(.entry)"; .trap.instruction // .entry // "trap")
		+ {text: (if .trap then "at \(.trap.where // .trap.at)" else null end),
		fields: (.trap.registers // {} | fields)}),
	((.entered // [])[] | hop("note"; 2; 2; "entry:\(.)"; .)),
	seen($call),
	dispatch_hop,
	function_hops[],
	(if .result == null then empty else
		hop("out"; 3; 2; "result"; .result | kernel_result($sys.result; $sys.error))
			+ {text: "is the result", bad: (.result | failed)},
		hop("out"; 2; $from; "exit"; .result | kernel_result($sys.result; $sys.error))
			+ {text: ("in user mode" + (if .microseconds then
			", after \(.microseconds) µs" else "" end)),
			bad: (.result | failed), fields: ($changed | fields)} end);

# The steps divided at the traps: for each system call those before it, its trap, and at
# the end the rest.
def divided($steps):
	reduce .[] as $sys ({next: 0, parts: []};
		(if $sys.trap then .next as $next | $sys | trap_index($steps; $next)
			else null end) as $where
		| if $where == null then .parts += [{sys: $sys, steps: []}]
		else .parts += [{sys: $sys, steps: $steps[.next:$where], trap: $steps[$where]}]
			| .next = $where + 1 end)
	| .parts + [{steps: $steps[.next:]}];

def path:
	. as $call
	| (if .stub then 1 else 0 end) as $from
	| [(if .stub then hop("in"; 0; 1; "stub"; .call) + {fields: .stub.arguments,
		text: "at \(.stub.at)"} else empty end),
	((.system_calls // []) | divided($call.stub.steps // [])[]
		| steps_hop(if .sys then "steps" else "last steps" end; .steps),
		(.trap.registers as $changed | .sys // empty
		| system_call_hops($call; $from; $changed // {}))),
	(hop("out"; $from; 0; "end"; c_result) + {bad: c_failed,
		text: (if .returned == null then null else "from \(.call)" end)})];
