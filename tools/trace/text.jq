# text.jq - trapgate trace: a trace as text, a block for each call.
# SPDX-License-Identifier: MIT
#
# usage: jq -r -f text.jq OBJECT
# A line has a label of 10 columns: the layer of what follows it.

def pad($width): . + " " * ([$width - length, 0] | max);
def pad: pad(10);
def column($width): . + " " * ([$width - length, 2] | max);
def or_dash: if . == null then "-" else tostring end;

# Words, in lines of up to 100 columns, each after an indentation.
def wrapped($first; $indent):
	reduce .[] as $word ([$first];
		if (.[-1] | length) + ($word | length) >= 100 and .[-1] != $first
		then . + [$indent + $word]
		else .[-1] += (if .[-1] == $first then "" else " " end) + $word end)
	| .[];

def registers: to_entries | map("\(.key)=\(.value)");
def pairs: map("\(.name)=\(.value)");

# NAME_family, NAME_port and NAME_ip are of the address NAME, NAME_bytes are its data.
def fields:
	map(if .value == null then "unread"
		elif .name | endswith("_bytes") then "\"\(.value)\""
		elif .name | endswith("_ip") then .value
		else "\(.name | sub("^.*_(?<part>family|port)$"; .part))=\(.value)" end);

def instruction:
	"\(.where // .at | column(17))\(.instruction // .bytes | column(34))"
	+ (.registers | registers | join(" ")) | sub(" +$"; "");
def steps($title): [.[] | instruction]
	| to_entries[] | (if .key == 0 then $title else "" end | pad) + .value;

# A function that returns nothing has no result, and neither has one in a call that never
# returned.
def returned($call):
	if .returned == null then (if $call.result == null then ["(no return)"] else [] end)
	else ["= \(.returned)" + (if .error then " \(.error)" else "" end)] end;

# The caller, where it is not the function above: one that has no probe, or a part of it
# that the compiler has made a function.
def from($above): (.caller // "" | sub("[+].*"; "")) as $caller
	| if $above == null or $caller == "" or $caller == $above then []
	else ["from", .caller] end;

def functions($call):
	foreach .[] as $f ({above: [null]};
		{above: (.above[:$f.depth] + [$f.function]), f: $f,
			heading: (if .f.layer == $f.layer then "" else $f.layer end)};
		"\(.heading // "kernel" | pad)\([range(1; $f.depth) | "  "] | add // "")" as $first
		| .above[-2] as $above
		| [$f.function] + ($f.arguments | fields) + ($f | returned($call) + from($above))
		| wrapped($first; " " * ($first | length + 4)));

def dispatch:
	[(if .operation
		then "\(.number) \(.name), operation \(.operation.number) "
			+ "\(.operation.name // "which is none") "
			+ "(\(.operation.block // ["unread"] | join(", ")))"
		else "\(.number) \(.name | or_dash) (\(.arguments | join(", ")))" end) + ","]
	+ (if .dispatch.by == "switch" then ["by the switch in \(.dispatch.function)"]
		elif .dispatch.by == "table"
		then ["by the table, in \(.dispatch.function | or_dash)"]
		else ["from \(.dispatch.function | or_dash)"] end)
	| wrapped("dispatch" | pad; "" | pad);

def result:
	if .result == null then "no return" else
	"\(.result)\(if .error then " \(.error)" else "" end), after \(.microseconds) us" end;

# A system call: the trap, the way in, the functions, the result.
def system_call:
	(.trap // empty | "\("trap" | pad)\(.where // .at | column(17))\(.instruction | or_dash)",
		(.registers | registers | wrapped("" | pad; "" | pad))),
	([.entry | or_dash] + (if .entered == [] then [] else [": \(.entered[0])"]
		+ (.entered[1:] | map("> \(.)")) end) | wrapped("entry" | pad; "" | pad)
		| sub(" : "; ": ")),
	dispatch,
	(. as $call | .functions | functions($call)),
	"\("result" | pad)\(result)";

# The registers that a trap changed.
def back: .registers // {} | select(. != {}) | registers | wrapped("back" | pad; "" | pad);

def arguments:
	if .stub then "(\(.stub.arguments | pairs | join(", ")))"
	else "(\(.system_calls[0] | if .operation then .operation.block // ["unread"]
		else .arguments end | join(", ")))" end;

# The steps of a stub, between its traps.
def path:
	(.stub.steps // []) as $steps
	| [.system_calls[] | .trap.step // 0] as $traps
	| ($steps[:($traps[0] // ($steps | length))] | steps("stub")),
	(.system_calls | to_entries[] | (.value | system_call,
			($steps[.trap.step // empty] | back)),
		($steps[$traps[.key] + 1:($traps[.key + 1] // ($steps | length))]
			| steps("stub")));

def outcome: if .returned == null then "no return"
	else "= \(.returned)\(if .errno then " \(.errno)" else "" end)" end;
def call($number):
	"", "--- \($number). \(.call | or_dash) \(arguments) \(outcome)"
		+ "\([if .process == 1 then empty else "process \(.process)" end,
			if .thread then "thread \(.thread)" else empty end]
			| if . == [] then "" else "  [\(join(", "))]" end)", path;

def ended: if .signal then "ended by \(.signal)"
	elif .exit_status == null then "did not end" else "exit status \(.exit_status)" end;
def run($program; $partner):
	"=== \($program)\(if $partner then " with \($partner)" else "" end)"
		+ " on \(.kernel.name), Linux \(.kernel.release) of \(.kernel.arch)",
	"\(.arch)\(if .libc then ", \(.libc)" else "" end)"
		+ "\(if .route then ", route \(.route), entry \(.entry)" else "" end)",
	(.processes[] | "process \(.process), \(.role): \(ended)"),
	(if $partner and all(.processes[]; .role != "partner") then
		"\($partner) was not started: \($program) did not wait" else empty end),
	(if .timed_out then "stopped by --timeout" else empty end),
	(if .complete then empty else "some events were lost" end),
	(if .lacks == [] then empty
		else .lacks | wrapped("without a probe here: "; "    ") end),
	(.calls | to_entries[] | .key as $key | .value | call($key + 1)), "";

.program as $program | .partner as $partner | .runs[] | run($program; $partner)
