# html-draw.jq - trapgate trace --html: the diagrams.
# SPDX-License-Identifier: MIT
#
# The page is well-formed XML, too, so that a test can check it.

include "html-words" {search: "./"};
include "html-path" {search: "./"};
include "html-align" {search: "./"};

def h: tostring | @html;
def code: "<code>\(h)</code>";
# Lists of cells, and of rows.
def cells($tag): map("<\($tag)>\(.)</\($tag | split(" ")[0])>") | join("");
def rows: map("<tr>\(.)</tr>") | join("\n");
def table($class; $columns): "<div class=\"wide\"><table class=\"\($class)\">\n<thead><tr>"
	+ ($columns | cells("th scope=\"col\"")) + "</tr></thead>\n<tbody>\(rows)</tbody></table></div>";

def chips: map("<code>\(.name | h)=<b>\(.value | h)</b></code>") | join(" ");

# A table of instructions with the registers that each one changes.
def steps_table($open):
	"<details\(if $open then " open=\"open\"" else "" end)><summary>"
	+ "sets \([.[].registers // {} | keys_unsorted[]] | distinct
		| if length == 0 then "no register" else listed end | h)</summary>"
	+ (map("<td><code title=\"\(.at | h)\">\(.where // .at | h)</code></td>"
		+ "<td>\(.instruction // .bytes | code)</td>"
		+ "<td>\(.registers // {} | fields | chips)</td>")
		| table("steps"; ["at", "instruction", "registers it changes"])) + "</details>";

# The words of the argument block, each above the argument that it becomes.
def block_table($hop):
	[length as $n | range($n) | . as $i | $hop.into[$i].name // null] as $names
	| "<div class=\"wide\"><table class=\"block\"><caption>Argument block in user memory"
	+ (if $hop.at then ", at \($hop.at | code)" else "" end) + "</caption>\n"
	+ ([("<th scope=\"row\">word</th>" + (to_entries | map(.key + 1) | cells("td"))),
		("<th scope=\"row\">value</th>" + (map(code) | cells("td"))),
		("<th scope=\"row\">becomes</th>" + ($names
			| map("<span class=\"down\" aria-hidden=\"true\">↓</span>"
			+ (if . then code else "an argument" end)) | cells("td")))] | rows)
	+ "</table></div>";

def place: (.to | lanes[.]) as $lane
	| {note: $lane, in: "into \($lane)", out: "back to \($lane)"}[.kind];

def hop_class($only):
	[.kind, (if .bad then "bad" else empty end), (if $only then "only" else empty end),
	(if .key[:5] == "trap:" or .key == "exit" then "cross" else empty end),
	(if .kind != "note" and .from == .to then "self" else empty end),
	(if [.from, .to] | min > 3 then "right" else empty end)] | join(" ");

def hop_item($only; $open):
	"<li class=\"\(hop_class($only))\" style=\"--a:\([.from, .to] | min);--b:\([.from, .to]
		| max)\"><p><i>\(place):</i> <b>\(.name | h)</b>"
	+ (if .text then " \(.text | h)" else "" end)
	+ (if .fields // [] | length > 0 then " <span class=\"r\">\(.fields | chips)</span>"
		else "" end)
	+ (if .caller then " <small>called at \(.caller | h)</small>" else "" end)
	+ (if $only then " <em>only in \($only)</em>" else "" end) + "</p>"
	+ (. as $hop | if .block then .block | block_table($hop) else "" end)
	+ (if .steps then .steps | steps_table($open) else "" end) + "</li>";

def header: "<div class=\"lanes\" aria-hidden=\"true\">" + (lanes | cells("span")) + "</div>";

# One run's diagram of a call.  $rows are its hops in the rows that all runs share.
def diagram($title; $name; $id; $only; $open):
	. as $rows
	| "<figure class=\"run\" id=\"\($id)\" style=\"--rows:\($rows | length + 2)\">"
	+ "<figcaption><b class=\"letter\">\($title.letter)</b> \($title.title | h)</figcaption>"
	+ header + "<ol aria-label=\"Path of \($name | h), run \($title.letter)\">\n"
	+ ([range($rows | length) as $i | $rows[$i]
		| if . then hop_item($only[$i]; $open)
		else "<li class=\"gap\" aria-hidden=\"true\"></li>" end] | join("\n"))
	+ "\n</ol></figure>";

# A call in all runs, from paired_calls.  $n: its number.
def call_section($titles; $n; $open):
	. as {$name, $role, $calls}
	| [$calls[] | if . then path else null end] as $paths
	| ([$paths[] | select(.) | map(.key)] | merged) as $keys
	| [$paths[] | if . then in_rows($keys) else null end] as $all
	| ($all | map(select(.)) | length) as $with
	| [range($keys | length) as $i
		| [range($all | length) | select($all[.] and $all[.][$i]) | $titles[.].letter]
		| if length < $with then listed else null end] as $only
	| "<section id=\"c\($n)\"><h3>\($n). \($name | code) in the \($role | h)</h3>\n"
	+ "<div class=\"runs\(if $calls | length > 1 then " many" else "" end)\">\n"
	+ ([range($all | length) as $i | $titles[$i] as $title | "c\($n)-\($title.letter)" as $id
		| $all[$i]
		| if . then diagram($title; $name; $id; $only; $open)
		else "<p class=\"run\" id=\"\($id)\">Run \($title.letter) has no such call.</p>" end]
		| join("\n")) + "</div></section>";
