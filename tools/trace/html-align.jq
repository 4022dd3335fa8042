# html-align.jq - trapgate trace --html: which call, and which hop, of two runs is the same.
# SPDX-License-Identifier: MIT

include "html-words" {search: "./"};

# Two lists of keys as one that contains both in their order.
def merged($x; $y): if $x == $y then $x else
	{i: 0, j: 0, out: []}
	| until(.i == ($x | length) and .j == ($y | length);
		if .i == ($x | length) then .out += $y[.j:] | .j = ($y | length)
		elif .j == ($y | length) then .out += $x[.i:] | .i = ($x | length)
		elif $x[.i] == $y[.j] then .out += [$x[.i]] | .i += 1 | .j += 1
		else
			[$x[.i], $y[.j]] as [$one, $other]
			| ($y[.j:] | index([$one])) as $skip_y
			| ($x[.i:] | index([$other])) as $skip_x
			| if $skip_y == null or ($skip_x != null and $skip_x < $skip_y)
			then .out += [$x[.i]] | .i += 1
			else .out += [$y[.j]] | .j += 1 end
		end)
	| .out end;
def merged: reduce .[] as $one ([]; merged(.; $one));

# The hops of a run in the rows of a merged list of keys; null where it has none.
def in_rows($keys):
	. as $hops
	| reduce $keys[] as $key ({next: 0, rows: []};
		if .next < ($hops | length) and $hops[.next].key == $key
		then .rows += [$hops[.next]] | .next += 1
		else .rows += [null] end)
	| .rows;

def distinct_keys: reduce .[] as $key ({seen: {}, out: []};
	if .seen[$key] then . else .seen[$key] = true | .out += [$key] end) | .out;

# The same call in two runs has the same role, name and position among those calls.
def keyed_calls($run):
	reduce .[] as $call ({seen: {}, out: []};
		($call | caller($run)) as $role | ($role + "\n" + $call.call) as $name
		| .seen[$name] += 1
		| .out += [{key: "\($name)\n\(.seen[$name])", role: $role, call: $call}])
	| .out;

# [{ "key", "name", "role", "calls": one of each run or null }]
def paired_calls:
	[.[] | . as $run | .calls | keyed_calls($run)] as $runs
	| [$runs[] | map({key, value: .}) | from_entries] as $by_key
	| [$runs[] | map(.key)]
	| if length == 1 then .[0] else merged | distinct_keys end
	| map(. as $key | [$by_key[] | .[$key]] as $all
		| ($all | map(select(.)) | first)
		| {name: .call.call, role, calls: [$all[] | .call // null]});
