# html.jq - trapgate trace --html: the JSON of a trace as one self-contained page.
# SPDX-License-Identifier: MIT
#
# usage: jq -r --rawfile css ../compare/page.css --rawfile path_css page.css -f html.jq

include "html-words" {search: "./"};
include "html-align" {search: "./"};
include "html-draw" {search: "./"};
include "html-differences" {search: "./"};

def head($title):
	"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>"
	+ "\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>"
	+ "\n<title>\($title | h)</title>\n<style>\n\($css)\($path_css)</style>\n</head>\n<body>"
	+ "\n<h1>\($title | h)</h1>";

def runs_table($titles):
	[range(length) as $i | .[$i] | "<th scope=\"row\">\($titles[$i].letter)</th>"
		+ "<td>\(.kernel.release // "unknown" | h)<br/><small>\(.kernel.arch // "" | h)"
		+ "</small></td><td>\([.arch, .libc // "its own libc",
			([.route, .entry] | map(strings) | join("-"))]
			| map(select(. != "" and . != null)) | join(", ") | h)</td>"
		+ "<td class=\"n\">\(.calls | length)</td>"
		+ "<td class=\"n\">\([.calls[] | select(c_failed)] | length)</td>"
		+ "<td>\([ended, (.processes[] | select(.role != "program")
			| "\(.role): \(ended)")] | join("; ") | h)</td>"]
	| table("list"; ["run", "kernel", "program", "calls", "that fail", "end"])
	| scrolling("Runs");

# The calls with their results, each a link to its diagram.
def result_cell($id; $first):
	if . == null then "<td>no call</td>" else
	"<td class=\"\(if c_failed then "bad" elif $first and c_result != ($first | c_result)
		then "other" else "" end)\"><a href=\"#\($id)\">\(c_result | h)</a>"
	+ " <small>\([.system_calls[] | way] | times | h)</small></td>" end;

def index_table($titles):
	[to_entries[] | (.key + 1) as $n | .value as $pair
		| "<td class=\"n\">\($n)</td><th scope=\"row\"><a href=\"#c\($n)\">"
		+ "\($pair.name | code)</a></th><td>\($pair.role | h)</td>"
		+ ([range($titles | length) as $i | $pair.calls[$i]
			| result_cell("c\($n)-\($titles[$i].letter)"; $pair.calls[0])] | join(""))]
	| table("list"; ["number", "call", "process",
		($titles[] | if $titles | length > 1 then "run \(.letter)" else "result" end)])
	| scrolling("Calls");

def key: "<p>Each diagram is read downwards. A solid arrow enters a layer, a dashed one returns"
	+ " from it with a result, and a bar shows that a layer is active. Left of the thick line"
	+ " is user mode, right of it the kernel. Before the trap, the registers that the stub set"
	+ " are bold; after the return, those that changed are shown. A hop that not all runs have"
	+ " is <em class=\"mark\">marked</em>. Instructions open at the triangle.</p>";

harmless | complete
| .runs as $runs
| ($runs | titles) as $titles
| ($runs | paired_calls) as $pairs
| ((.program // "a program") | split("/") | last) as $program
| (.partner // "" | split("/") | last // "") as $partner
| head("The system calls of \($program)" + (if $partner != "" then " and \($partner)" else "" end)),
"<p>\([.program // "a program", .arguments[]?] | map(code) | join(" "))"
	+ (if .partner then ", with the partner \(.partner | code)" else "" end)
	+ ", traced by trapgate \(.trapgate // "" | h).</p>",
"<h2 id=\"runs\">Runs</h2>", ($runs | runs_table($titles)),
"<h2 id=\"words\">\(if $runs | length > 1 then "Differences" else "In short" end)</h2>",
($runs | differences($titles; $pairs)),
"<h2 id=\"calls\">Calls</h2>", ($pairs | index_table($titles)),
"<p>After a result comes the number of the system call, with its operation if it is"
	+ " <code>socketcall</code>.</p>",
"<h2 id=\"layers\">Layers</h2>", ($runs | layers_table($titles)),
"<p>The functions of the kernel that the calls enter, with the number of times. A kernel"
	+ " without a probe of a function may enter it unseen.</p>",
"<h2 id=\"paths\">Paths</h2>", key,
($pairs | to_entries[] | .key as $i | .value
	| call_section($titles; $i + 1; $i == 0)),
"</body>\n</html>"
