# html-draw.jq - trapgate trace --html: the diagrams.
# SPDX-License-Identifier: MIT
#
# The page is well-formed XML, too, so that a test can check it.

include "html-words" {search: "./"};
include "html-path" {search: "./"};
include "html-align" {search: "./"};

def h: if . == null then "unknown" else tostring end | @html;
def code: "<code>\(h)</code>";
# Lists of cells, and of rows.
def cells($tag): map("<\($tag)>\(.)</\($tag | split(" ")[0])>") | join("");
def rows: map("<tr>\(.)</tr>") | join("\n");
# A wide one scrolls: it is reached by the keyboard, and has a name.
def scrolling($name): sub("<div class=\"wide\">"; "<div class=\"wide\" role=\"region\" "
	+ "tabindex=\"0\" aria-label=\"\($name)\">");
def table($class; $columns):
	"<div class=\"wide\"><table class=\"\($class)\">\n<thead><tr>"
	+ ($columns | cells("th scope=\"col\"")) + "</tr></thead>\n<tbody>\(rows)</tbody>"
	+ "</table></div>";

# A name with its value.
def chip:
	"<code\(if .set then " class=\"set\"" else "" end)>\(.part // .name | h)=<b>"
	+ (if .part and .value == null then "unread" elif .part == "bytes" then .value | tojson
		else .value end | h) + "</b></code>";
def chips: [foreach .[] as $one ({}; {now: $one, before: .now};
		if .now.part and (.before.part | not)
		then "<span class=\"to\">→</span> " else "" end
		+ (.now | chip))] | join(" ");

# A table of instructions with the registers that each one changes.
def steps_table($place; $open):
	"<details\(if $open then " open=\"open\"" else "" end)><summary><i>\($place):</i> "
	+ "<b>\(plural(length; "instruction"))</b> that set\(if length == 1 then "s" else "" end) "
	+ ([.[].registers // {} | keys_unsorted[]] | distinct
		| if length == 0 then "no register" else listed end | h) + "</summary>"
	+ (map("<td><code title=\"\(.at | h)\">\(.where // .at | h)</code></td>"
		+ "<td>\(.instruction // .bytes | code)</td>"
		+ "<td>\(.registers // {} | fields | chips)</td>")
		| table("steps"; ["at", "instruction", "registers it changes"])) + "</details>";

# The words of the argument block, and the arguments of the call that they are.
def block_table($hop):
	[range(length) | $hop.names[.] // null] as $names
	| "<div class=\"wide\"><table class=\"block\"><caption>Argument block in user memory"
	+ (if $hop.at then ", at \($hop.at | code)" else "" end) + "</caption>\n"
	+ ([("<th scope=\"row\">word</th>" + (to_entries | map(.key + 1) | cells("td"))),
		("<th scope=\"row\">value</th>" + (map(code) | cells("td"))),
		("<th scope=\"row\">argument</th>" + ($names
			| map("<span class=\"down\" aria-hidden=\"true\">↓</span>"
			+ (if . then code else "unknown" end)) | cells("td")))] | rows)
	+ "</table></div>";

def place: (.to | lanes[.]) as $lane
	| {note: $lane, in: "into \($lane)", out: "back to \($lane)"}[.kind];

def hop_class($only):
	[.kind, (if .bad then "bad" else empty end), (if $only then "only" else empty end),
	(if .key[:5] == "trap:" or .key == "exit" then "cross" else empty end),
	(if .kind != "note" and .from == .to then "self" else empty end)] | join(" ");

def style($a; $b): " style=\"--a:\($a);--b:\($b)\"";
def words($only):
	"<p><i>\(place):</i> "
	+ (if .name then "<b>\(.name | h)</b>" else "" end)
	+ (if .text then " \(.text | h)" else "" end)
	+ (if .fields // [] | length > 0 then " <span class=\"r\">\(.fields | chips)</span>"
		else "" end)
	+ (if .caller then " <small>from \(.caller | h)</small>" else "" end)
	+ (if $only then " <em>only in \($only)</em>" else "" end) + "</p>";

def hop_item($only; $open):
	"<li class=\"\(hop_class($only))\"\(style([.from, .to] | min; [.from, .to] | max))>"
	+ (place as $place | if .steps then .steps | steps_table($place; $open)
		else words($only) end)
	+ (. as $hop | if .block then .block | block_table($hop) else "" end) + "</li>";
# In place of a hop that only other runs have; $lane is active.
def gap_item($lane): "<li class=\"gap\" aria-hidden=\"true\"\(style(0; $lane))></li>";

def header: "<div class=\"lanes\" aria-hidden=\"true\">" + (lanes | cells("span")) + "</div>";

# The functions of each layer, and the number of times that each run enters them.
def entered($lane): [.calls[].system_calls[] |
	if $lane == 2 then .entered[] elif $lane == 3 then .dispatch.function | strings
	else .functions[] | select(.layer | lane_of == $lane) | .function end];
def layers_table($titles):
	def count($name; $blind):
		map(select(. == $name)) | length as $n
		| if $n > 0 then "<td class=\"n\">\($n)</td>"
		elif $blind then "<td class=\"n other\">no probe</td>"
		else "<td class=\"n mark\">0</td>" end;
	. as $runs
	| [range(2; lanes | length) as $lane
		| [$runs[] | entered($lane)] as $of
		| ($of | add // [] | distinct) as $names
		| range($names | length) as $i | $names[$i] as $name
		| (if $i == 0 then "<th scope=\"rowgroup\" rowspan=\"\($names | length)\">"
			+ "\(lanes[$lane])</th>" else "" end)
		+ "<th scope=\"row\">\($name | code)</th>" + ([range($of | length) as $r
			| $of[$r] | count($name; $runs[$r].lacks | index([$name]))] | join(""))]
	| table("list layers"; ["layer", "function", ($titles[] | "run \(.letter)")])
	| scrolling("Layers");

# One run's diagram of a call.  $rows are its hops in the rows that all runs share.
def diagram($title; $name; $id; $only; $open):
	. as $rows
	| "<figure class=\"run\" id=\"\($id)\" style=\"--rows:\($rows | length + 2)\">"
	+ "<figcaption><b class=\"letter\">\($title.letter)</b> \($title.title | h)</figcaption>"
	+ header + "<ol role=\"list\" aria-label=\"Path of \($name | h), run \($title.letter)\">\n"
	+ ([foreach range($rows | length) as $i ({lane: 0};
			.lane = ($rows[$i].to // .lane);
			.lane as $lane | $rows[$i]
			| if . then hop_item($only[$i]; $open) else gap_item($lane) end)]
		| join("\n"))
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
	| "<section id=\"c\($n)\"><h3>\($n). \($name | code) in the \($role | h)"
	+ " <small><a href=\"#calls\">all calls</a></small></h3>\n"
	+ "<div class=\"runs\(if $calls | length > 1 then " many" else "" end)\">\n"
	+ ([range($all | length) as $i | $titles[$i] as $title | "c\($n)-\($title.letter)" as $id
		| $all[$i]
		| if . then diagram($title; $name; $id; $only; $open)
		else "<p class=\"run\" id=\"\($id)\">Run \($title.letter) has no such call.</p>"
		end]
		| join("\n")) + "</div></section>";
