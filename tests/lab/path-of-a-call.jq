# path-of-a-call.jq - the blocks of doc/path-of-a-call.md that come from runs.
# SPDX-License-Identifier: MIT
#
# Reads the JSON of trapgate trace of path.c, prints each block behind its marker.

def pad($width): . + (if length < $width then " " * ($width - length) else "" end);
def cell: gsub("\\|"; "\\|");
def code: "`" + cell + "`";
def row: "| " + join(" | ") + " |";
def table($heads): ($heads | row), ([$heads[] | "---"] | row), (.[] | row);
def indented: "    " + . | sub(" +$"; "");
def block($name; lines): "<!-- block \($name) -->", lines;
def pairs: to_entries | map(.key + "=" + .value) | join(" ");

# The only run of a kernel by a route and an entry; its nth call of a name.
def run($kernel; $route; $entry):
	[.runs[] | select(.kernel.name == $kernel and .route == $route and .entry == $entry)] |
	if length == 1 then .[0]
	else error("\(length) runs of \($kernel) \($route) \($entry)") end;
def call($name; $n):
	[.calls[] | select(.call == $name)][$n] // error("no call \($name) \($n + 1)");
def outcome: if .errno then "\(.returned) \(.errno)" else "\(.returned)" end;

# Without the addresses of targets, which have names.
def step: (.where | pad(26)) + (.instruction | sub(" [0-9a-f]+ <"; " <") | pad(34)) +
	(.registers | pairs) | indented;
def steps($kernel; $route; $entry; $n):
	run($kernel; $route; $entry) | call("bind"; $n) | .stub.steps[] | step;

# The arguments of a function; the parts of an address behind its pointer.
def with_names: . as $all | map(select(.name | test("_(family|port|ip)$") | not) |
	.name as $name | ([("_ip", "_port") as $part | $all[] |
		select(.name == $name + $part) | .value] |
		if . == [] then "" else " (\(join(":")))" end) as $address |
	"\($name) \(.value)\($address)") | join(", ");
def chain($kernel; $route; $entry; $n):
	run($kernel; $route; $entry) | call("bind"; $n) |
	("\($kernel), \($route), \($entry): bind = \(outcome)",
	(.system_calls[] | "  \(.number) \(.name)" +
		(if .operation then ", \(.operation.number) \(.operation.name)" else "" end) +
		" = \(.result)",
		(.functions[0].depth as $top | .functions[] | "  " * (2 + .depth - $top) +
			"\(.function) (\(.arguments | with_names)) = \(.returned)" +
			(if .depth == $top then ", from \(.caller)" else "" end))), "") | indented;

def traps($kernel): [.runs[] | select(.kernel.name == $kernel) | . as $run |
	call("bind"; 0) | .system_calls[0] | .trap.registers as $r |
	[$run.route, $run.entry, (.trap.where | code), (.trap.instruction | code),
	$r.eax, $r.ebx, $r.ecx, $r.edx,
	(if .operation then .operation.block | join(" ") else "" end)]];

# From the first trap to the instruction after the last.
def accepts($kernel; $route; $entry):
	run($kernel; $route; $entry) | call("accept"; 0) |
	("\($kernel), \($route), \($entry): accept = \(outcome)" | indented), "",
	(.stub.steps[.system_calls[0].trap.step:.system_calls[-1].trap.step + 2][] | step), "",
	(.system_calls[] | "by \(.entry | pad(10)) \(.number) \(.name) = \(.result)" |
		indented), "";

block("runs"; [.runs | group_by(.kernel.name)[] | .[0] |
	[.kernel.name, (.kernel.release | code), .kernel.arch]] |
	table(["kernel", "release", "architecture"])),
block("steps-direct"; steps("6.1-i386"; "direct"; "int80"; 0)),
block("steps-socketcall"; steps("6.1-i386"; "socketcall"; "vsyscall"; 2)),
block("traps"; traps("6.1-i386") | table(["route", "entry", "at", "instruction",
	"%eax", "%ebx", "%ecx", "%edx", "block"])),
block("entered"; [.runs[] | . as $run | call("bind"; 0) | .system_calls[0] |
	[$run.kernel.name, $run.entry, (.entered | map(code) | join(", ")),
	.dispatch.by, (.dispatch.function | code)]] | unique |
	table(["kernel", "entry", "entered at", "dispatch", "in"])),
block("chains"; chain("6.1-i386"; "direct"; "int80"; 0, 1, 2),
	chain("6.1-i386"; "socketcall"; "vsyscall"; 2),
	chain("5.10-i386"; "socketcall"; "int80"; 2)),
block("accept"; accepts("6.1-i386"; "direct"; "vsyscall"),
	accepts("6.1-i386"; "socketcall"; "int80"))
