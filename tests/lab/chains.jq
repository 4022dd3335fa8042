# chains.jq - the calls of trapgate trace --json, one a line, for chains.awk.
# SPDX-License-Identifier: MIT
#
# A run begins with the line "run": program, kernel, its release and architecture, the
# program's architecture, route, entry, and how it ended.  A line "call" has the role of
# the process, the call, its result, its chain, and its faults.  Tabs are between.

# A result: null if the function returns none, and an address that is an error as number.
def value:
	if . == null then "?"
	elif type == "number" then "\(.)"
	elif . == "0x0" then "0"
	elif test("^0x(f{8})?f{5}...$") then
		reduce (.[-3:] | explode[]) as $digit (0; . * 16 + $digit
			- if $digit > 96 then 87 else 48 end) | "\(. - 4096)"
	else "pointer" end;

# The functions as a tree: ">" is entered inside the one before, "+" follows it, and each
# "<" goes back to an outer one first.  "=N" is a result other than RESULT.
def tree($result):
	reduce .[] as $f ({text: "", depth: null};
		.text += (if .depth == null then ""
			elif $f.depth > .depth then " > "
			elif $f.depth == .depth then " + "
			else (" <" * (.depth - $f.depth)) + " " end)
			+ $f.function
			+ ($f.returned | value | if . == "\($result)" then "" else "=" + . end)
		| .depth = $f.depth)
	| .text;

def operation: if . == null then "" else " operation \(.number) \(.name)" end;

def system_call:
	"\(.entry) \(.number) \(.name)\(.operation | operation): \(.entered | join(" > ")), "
	+ "\(.dispatch.by) in \(.dispatch.function), "
	+ (.result as $result | .functions | tree($result))
	+ " = \(.result)\(if .error then " " + .error else "" end)";

# The place of the trap: in the stub itself, or in the vDSO.
def place($call; $entry):
	(.where // "nowhere" | sub("\\+0x.*"; "")) as $place
	| if $entry == "vsyscall" and $place != "vdso" then "the trap is in \($place)"
	elif $entry != "vsyscall" and $place != $call then "the trap is in \($place)"
	else empty end;

# Whether the kernel got the arguments that C passed: in registers or in the block.
def passed($stub; $call):
	[$stub.arguments[].value] as $from
	| (if .operation then .operation.block // [] else .arguments end)[:$from | length] as $to
	| select($from != $to)
	| "C passed \($from | join(" ")), the kernel got \($to | join(" "))";

def faults($entry):
	. as $call
	| if .stub == null then "no step of its stub" else
		($call.system_calls[]
			| (.trap // {} | place($call.call; $entry)),
				passed($call.stub; $call.call),
				if $call.stub.steps | length < 2 then "no steps" else empty end)
	end;

.program as $program
| .runs[] | .entry as $entry
| (.processes | map({key: "\(.process)", value: .role}) | from_entries) as $roles
| (["run", $program, .kernel.name, .kernel.release, .kernel.arch, .arch, .route // "-",
	.entry // "-", if .timed_out then "timed out" elif .complete then .signal // .exit_status
	else "lost events" end]),
(.calls[] | ["call", $roles["\(.process)"] // "unknown", .call, .returned // "none",
	([.system_calls[] | system_call] | join(" and "))
		+ " -> \(.returned)\(if .errno then " " + .errno else "" end)",
	([faults($entry)] | unique | join("; "))])
| @tsv
