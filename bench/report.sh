#!/bin/sh
# report.sh - makes one HTML page of the results of make bench.
# SPDX-License-Identifier: MIT
#
# usage: report.sh RESULTS PAGE [MATRIX-RESULTS]
# RESULTS is results.tsv, PAGE what is written.  Without the results of make
# matrix the page has the expected matrix, and says so.

set -u
here=$(cd "$(dirname "$0")/report" && pwd) || exit 2
top=$here/../..

die () {
	printf '%s\n' "trapgate report: $1; $2" >&2
	exit 2
}

[ $# -ge 2 ] || die "too few arguments" "usage: report.sh RESULTS PAGE [MATRIX-RESULTS]"
results=$1 page=$2 matrix=${3-}
command -v gnuplot >/dev/null ||
	die "gnuplot is missing" "apt-get install gnuplot-nox"
[ -r "$results" ] || die "cannot read $results" "make bench writes it"

work=$(mktemp -d) || die "cannot make a temporary folder" "see TMPDIR"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
# All of these scripts together, but the main one.
LC_ALL=C
export LC_ALL

# What trapgate cc takes unasked, of each machine.
defaults=$(for file in "$top"/sysdeps/*/machine.sh; do
	machine_routes='' machine_entries=''
	. "$file"
	name=${file%/machine.sh}
	[ -z "$machine_routes" ] ||
		printf '%s\n' "${name##*/}=${machine_routes%% *}-${machine_entries%% *}"
done | tr '\n' ' ')

with_data () {
	awk -v defaults="$defaults" -v work="$work" -v here="$here" \
		-v sections="$here/sections.txt" "$@" "$results"
}

with_data -f "$here/palette.awk" -f "$here/data.awk" -f "$here/html.awk" \
	-f "$here/plot.awk" -f "$here/dots.awk" \
	-f "$here/lines.awk" -f "$here/charts.awk" || exit

# ID, section, machine, caption, note, told
tab=$(printf '\t')
while IFS= read -r line; do
	id=${line%%"$tab"*}
	if ! gnuplot "$work/$id.gp" >"$work/log" 2>&1 || [ ! -s "$work/$id.svg" ]; then
		cat "$work/log" >&2
		die "gnuplot cannot draw $id" "is it gnuplot 5 or later?"
	fi
	awk -v id="$id" -v title="$(printf '%s\n' "$line" | cut -f 4)" \
		-v desc="$(printf '%s\n' "$line" | cut -f 6)" -f "$here/palette.awk" \
		-f "$here/html.awk" -f "$here/svg.awk" "$work/$id.svg" >"$work/$id.html" || exit
done <"$work/figures"

if [ -n "$matrix" ] && [ -s "$matrix" ]; then
	awk -f "$top/scripts/matrix.awk" "$matrix" |
		awk -f "$here/html.awk" -f "$here/matrix.awk" >"$work/matrix.html" || exit
else
	awk -v expected=1 -f "$here/html.awk" -f "$here/matrix.awk" \
		"$top/tests/matrix.txt" >"$work/matrix.html" || exit
fi

with_data -f "$here/palette.awk" -f "$here/data.awk" -f "$here/html.awk" \
	-f "$here/tables.awk" -f "$here/summary.awk" -f "$here/page.awk" \
	>"$work/page.html" || exit
cp "$work/page.html" "$page" || die "cannot write $page" "is its folder there?"
