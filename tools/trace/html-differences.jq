# html-differences.jq - trapgate trace --html: the differences between the runs, in words.
# SPDX-License-Identifier: MIT

include "html-words" {search: "./"};

# Words that begin a sentence on some of the runs, with a verb as "makes|make".
def subject($titles; $some; $verb):
	($verb | split("|")) as [$one, $more]
	| if $titles | length == 1 then "The run \($one)"
	elif $some | length == 1 then "Run \($titles[$some[0]].letter) \($one)"
	elif $some | length == ($titles | length) then "All runs \($more)"
	else "Runs \([$some[] | $titles[.].letter] | listed) \($more)" end;

# Of one value for each run: [{ "value", "some": the indices of the runs that have it }]
def groups: . as $all | distinct
	| map(. as $value | {value: $value,
		some: [range($all | length) | select($all[.] == $value)]});

# An aspect: its name, sentences on it, and whether it differs.
def aspect($name; $titles; $verb): groups | map(select(.value))
	| {name: $name, differs: (length > 1 or (.[0].some // [] | length < ($titles | length))),
		sentences: map(subject($titles; .some; $verb) + " \(.value).")};

def system_calls: [.[].system_calls[]];

def numbers:
	[.calls[] | .call as $call | .system_calls[] | {call: $call, number, name,
		operation: .operation.number}]
	| unique_by(.number, .operation, .call)
	| (map(select(.operation)) | group_by(.number) | map("\(.[0].number) (\(.[0].name)) with "
		+ (map("operation \(.operation) for \(.call)") | listed))) as $by_operation
	| (map(select(.operation | not)) | map("\(.number) (\(.name)) for \(.call)"
		| sub(" \\((?<a>.*)\\) for \\k<a>$"; " (\(.a))"))) as $direct
	| [if $direct | length > 0 then "the system call" + (if $direct | length > 1 then "s "
		else " " end) + ($direct | listed) else empty end,
		if $by_operation | length > 0 then "the system call \($by_operation | listed)"
		else empty end]
	| if length == 0 then "no system call" else join("; and ") end;

def entries: [.calls | system_calls[] | (.entry // "an unknown entry")
		+ (if .entered | length > 0 then ", through \(.entered | join(" > "))" else "" end)]
	| distinct | if length == 0 then null else join("; and by ") end;

def dispatches:
	[.calls | system_calls[] | .dispatch // {}
		| (.function // "an unknown function") as $in
		| if .by == "table" then "the table of calls, which \($in) reads"
		elif .by == "switch" then "a compiled switch, in \($in)"
		else "a way that was not recognised" end]
	| distinct | if length == 0 then null else join("; and by ") end;

def instructions: [.calls[] | select(.stub and .returned != null) | .stub.steps | length]
	| if length == 0 then null
	elif min == max then "\(min) instructions of user code in each call"
	else "from \(min) to \(max) instructions of user code in a call" end;

# Functions that not all runs enter, by the runs that do.  A run that lacks the probe
# proves nothing.
def functions($titles):
	. as $runs
	| [$runs[] | [.calls | system_calls[] | .functions[].function] | unique] as $of
	| [$of[][]] | unique
	| map(. as $f | {f: $f, some: [range($of | length) | select($of[.] | index([$f]))],
		blind: [range($of | length) | select($runs[.].lacks | index([$f]))]}
		| select((.some + .blind | unique | length) < ($of | length)))
	| group_by(.some)
	| map("Only " + (subject($titles; .[0].some; "enters|enter")
			| (.[:1] | ascii_downcase) + .[1:])
		+ " \(map(.f) | listed).");

def lacks: .lacks | if length > 0 then listed else null end;

def results($titles):
	[to_entries[] | .key as $n | .value | . as $pair
	| [.calls[] | if . then c_result else "no such call" end] | groups
	| select(length > 1)
	| "The result of call \($n + 1), \($pair.name), is "
		+ (map("\(.value) in \([.some[] | $titles[.].letter] | listed)") | join("; "))
		+ "."];

def list: map(select(.sentences | length > 0)) | if length == 0 then "<p>Nothing.</p>" else
	"<dl>\n" + (map("<dt>\(.name)</dt>" + (.sentences | map("<dd>\(@html)</dd>") | join("\n")))
	| join("\n")) + "\n</dl>" end;

def differences($titles; $pairs):
	($pairs | results($titles)) as $results
	| [([.[] | numbers] | aspect("System calls"; $titles; "makes|make")),
	([.[] | entries] | aspect("Entry"; $titles; "traps by|trap by")),
	([.[] | dispatches] | aspect("Dispatch"; $titles; "dispatches by|dispatch by")),
	{name: "Functions", differs: true, sentences: functions($titles)},
	([.[] | instructions] | aspect("Instructions"; $titles; "executes|execute")),
	{name: "Results", differs: ($results != []), sentences: (if length < 2 then []
		elif $results == [] then ["Each call has the same result in all runs."]
		elif $results | length <= 20 then $results
		else $results[:20] + ["\($results | length - 20) more results differ."] end)},
	([.[] | lacks] | aspect("Probes"; $titles; "has no probe of|have no probe of"))]
	| if $titles | length == 1 then list
	else (map(select(.differs)) | list) + "<h3>In all runs</h3>"
		+ (map(select(.differs | not)) | list) end;
