#!/bin/sh
# cases.sh - the cases of one result of trapgate conform --json, one a line.
# SPDX-License-Identifier: MIT
#
# usage: cases.sh FILE
# Columns, tabs between: id, path, result, expected, got, why, check, source,
# since, at.  The first lines have a name and a value: kernel, environment.  If FILE
# is not one complete object, the status is 1 and a line on standard error gives the
# reason.

set -u
conform=$(cd "$(dirname "$0")/.." && pwd)
command -v jq >/dev/null || {
	echo 'trapgate conform-results: there is no jq; apt-get install jq' >&2
	exit 2
}
rows=$(jq -r -s -f "$conform/report/cases.jq" "$1" 2>&1) || {
	printf '%s\n' "$rows" |
		sed -n -e 's/^jq: //' -e 's/^error (at [^)]*): //' -e '$p' >&2
	exit 1
}
printf '%s\n' "$rows" | awk -F '\t' -v OFS='\t' -v conform="$conform" \
	-f "$conform/repro/text.awk" -f "$conform/repro/items.awk" \
	-f "$conform/report/checks.awk"
