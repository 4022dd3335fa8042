# findings.jq - the findings of trapgate conform --json, one a line, for page.awk.
# SPDX-License-Identifier: MIT
#
# With -r.  Columns, tabs between: name, summary, results, promised, kernel only,
# example, expected, got, source, cases.

def column: tostring | split("\t") | join(" ");

(.findings // [])[]
| [.name, .summary, .results, .promised, .kernel_only, .example, .expected, .got,
   .source, (.cases | join(" "))]
| map(column) | join("\t")
