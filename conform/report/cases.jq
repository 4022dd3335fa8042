# cases.jq - the cases of trapgate conform --json, one a line, for cases.sh.
# SPDX-License-Identifier: MIT
#
# With -s -r: the input is all objects of the file, which must be exactly one,
# complete.

def column: (. // "") | split("\t") | join(" ");

def whole:
  if length == 0 then error("it is empty")
  elif length > 1 then error("it has \(length) objects")
  else .[0] end
  | if .ended_by then error("it ends early, by \(.ended_by)") else . end
  | ([.counts[]] | add) as $sum
  | if (.cases | length) != $sum
    then error("it has \(.cases | length) cases, and counts \($sum)") else . end
  | if all(.cases[]; .id and .result and .route and .entry) then .
    else error("it has a case without id, result, route or entry") end;

def path: if .route == "libc" then .route else "\(.route)-\(.entry)" end;

whole
| "kernel\t\(.kernel)", "environment\t\(.environment)",
  (.cases[] | [.id, path, .result, .expected, .got, .why, .check, .source, .since, .at]
    | map(column) | join("\t"))
