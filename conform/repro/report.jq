# report.jq - one finding of trapgate conform --json as a text to send.
# SPDX-License-Identifier: MIT
#
# $name is that of the finding, $of what was tested, $option that of the architecture,
# $compiler the command that compiles for it.

def count($n; $what): "\($n) \($what)" + (if $n == 1 then "" else "s" end);
def code: "    " + .;
# The name of a path; that of a libc is its own.
def path: if .route == "libc" then .entry else "\(.route)-\(.entry)" end;
# The release is no kernel's if there is an emulator or a sandbox in between.
def place: "Linux \(.kernel), as `uname` has it"
  + (if (.environment // "") == "" then "" else " (\(.environment))" end);

. as $run
| (.findings[] | select(.name == $name)) as $f
| [$run.cases[] | select(.expected != "" and .got != "")
    | select(.id as $id | $f.cases | index($id))
    | select(path as $p | $f.paths | index($p))] as $results
| (first($results[] | select(.id == $f.example and path == $f.path)) // $results[0]) as $e
| (if $e.route == "libc" then "" else " --route=\($e.route) --entry=\($e.entry)" end) as $by
| "# \($f.summary)",
  "",
  "Seen in \(if $of == "" then $run | place else $of end), "
    + "architecture \($run.arch), in \(count($f.cases | length; "case")), on "
    + "\($f.paths | join(", ")). Finding `\($f.name)` of \($run.program).",
  "",
  "## To reproduce",
  "",
  ("trapgate conform \($option) --repro=\($f.example)\($by) >a.c" | code),
  ("\($compiler) -static -o a a.c" | code),
  ("./a; echo $?" | code),
  "",
  "The program needs a C compiler with a libc. It ends with 0 if the result is the",
  "expected one, and with 1 after a line with the expected and the actual result.",
  "",
  "- call: `\($e.arguments // $f.call)`",
  (if $e.check then "- check: `\($e.check)`" else empty end),
  "- expected: \($f.expected)",
  "- got: \($f.got)",
  "- source: \($f.source), since Linux \($e.since)"
    + (if $f.promised == 0 then " (the behaviour of the kernel; no page promises it)" else "" end),
  (if ($f.cases | length) == 1 then empty else
    "",
    "## All cases",
    "",
    "| case | call | expected | got | source |",
    "| --- | --- | --- | --- | --- |",
    ($results | unique_by(.id)[]
      | "| \(.id) | \(.last_call // .call) | \(.expected) | \(.got) | \(.source) |")
  end)
