#!/bin/sh
# report.sh - makes one HTML page of the results of make bench.
# SPDX-License-Identifier: MIT
#
# usage: report.sh RESULTS PAGE [MATRIX-RESULTS]
# RESULTS is results.tsv, PAGE the output file.  Without the results of make matrix
# the page has the expected matrix, marked as such.

set -u
here=$(cd "$(dirname "$0")/report" && pwd) || exit 2
top=$here/../..

die () {
	printf '%s\n' "trapgate report: $1; $2" >&2
	exit 2
}

[ $# -ge 2 ] || die "too few arguments" "see the head of report.sh"
results=$1 page=$2 matrix=${3-} expected=
command -v gnuplot >/dev/null ||
	die "gnuplot is missing" "apt-get install gnuplot-nox"
[ -r "$results" ] || die "cannot read $results" "make bench writes it"

work=$(mktemp -d) || die "cannot make a temporary directory" "see TMPDIR"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
export LC_ALL=C

# The default variant of trapgate cc on each architecture.
defaults=$(for file in "$top"/sysdeps/*/arch.sh; do
	arch_routes='' arch_entries=''
	. "$file"
	name=${file%/arch.sh}
	[ -z "$arch_routes" ] ||
		printf '%s\n' "${name##*/}=${arch_routes%% *}-${arch_entries%% *}"
done | tr '\n' ' ')

with_data () {
	awk -v defaults="$defaults" -v work="$work" -v here="$here" \
		-v contents="$here/contents.txt" -f "$here/data.awk" "$@" "$results"
}

with_data -f "$here/plots.awk" || exit
for plot in "$work"/*.gp; do
	[ -f "$plot" ] || continue
	{ gnuplot "$plot" "$here/plot.gp" && [ -s "${plot%.gp}.svg" ]; } ||
		die "gnuplot cannot draw ${plot##*/}" "is it gnuplot 5 or later?"
done

# By tabs, the names of the columns first.
if [ -n "$matrix" ] && [ -s "$matrix" ]; then
	awk -f "$top/tests/matrix-table.awk" "$matrix" |
		sed -n '/^| --- /d; s/^| //; s/ |$//; s/ | /	/gp'
else
	expected=1
	sed -n 's/^# \(route	\)/\1/; /^[^#]/p' "$top/tests/matrix.txt" | tr -s '\t'
fi >"$work/matrix.tsv"
[ -s "$work/matrix.tsv" ] || die "there is no matrix in $matrix" "make matrix again"

with_data -v expected="$expected" -f "$here/html.awk" -f "$here/page.awk" \
	>"$work/page.html" || exit
cp "$work/page.html" "$page" || die "cannot write $page" "is its directory there?"
