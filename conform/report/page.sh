#!/bin/sh
# page.sh - writes the documents from the results of results.sh.
# SPDX-License-Identifier: MIT
#
# usage: page.sh [DIRECTORY]	in the directory that was configured
# Writes conformance-results.md and man-page-differences.md to DIRECTORY, doc/ of
# the source if none is given, and conformance-architectures.md of the architectures
# that emulators alone run here.  A document without a result is left as it is.
# Except for the date, they depend on the results alone.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
report=$srcdir/conform/report
builddir=$(pwd)/build
to=${1:-$srcdir/doc}
from=${CONFORM_OUT:-$builddir/conform-results}
tab=$(printf '\t')
guests=${CONFORM_KERNELS:-$builddir/check/kernels $builddir/check/ports-conform}
die () {
	printf '%s\n' "trapgate conform-results: $1" >&2
	exit 2
}
[ -f "$from/impls" ] || die "there are no results; make conform-results makes them"
mk () { sed -n "s/^$1 = *//p" config.mk; }
CC=$(mk CC) TRAPGATE=$builddir/bin/trapgate
LC_ALL=C
export srcdir CC TRAPGATE LC_ALL
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT

# bench/facts.sh determines the version of each libc.
sh "$srcdir/bench/facts.sh" >"$work/facts"
fact () { awk -F'\t' -v name="$1" '$4 == name { print $6 }' "$work/facts"; }
# The version of the manual pages that are installed here.
man_pages () {
	dpkg-query -W -f '${Version}\n' manpages-dev manpages 2>/dev/null |
		sed -n '/./{ s/-[^-]*$//; s/^[0-9]*://; p; q; }' | grep . ||
		echo 'of a version that is not known'
}
# The results of make kernels: kernel, package, architecture, ok, not ok, skipped,
# seconds, and what failed.
one_kernel () { # KERNEL ARCH OBJECT
	fault=$(awk -F'\t' -v kernel="$1" -v arch="$2" '$1 == kernel && $2 == arch { print $5 }' \
		"$srcdir/tests/kernels.txt")
	package=$(sed -n '1s/.*	//p' "${TRAPGATE_KERNELS:-$builddir/kernels}/$1/packages" \
		2>/dev/null)
	read -r _ seconds <"${3%.out}.end"
	jq -r --arg name "$1" --arg version "$package" --arg arch "$2" \
		--arg seconds "$seconds" --arg fault "$fault" -f "$report/guest.jq" "$3"
}
kernels () { # DIRECTORY
	[ -f "$1/here" ] || return 0
	while read -r kernel archs; do
		for arch in $(printf '%s\n' "$archs" | tr , ' '); do
			object=$1/$(printf '%s\n' "$kernel" | tr / _),$arch.out
			[ ! -s "$object" ] || one_kernel "$kernel" "$arch" "$object"
		done
	done <"$1/here"
}
# Every implementation that ran, with its version.
cut -f 1-4 "$from/impls" | while IFS=$tab read -r kind impl arch version; do
	[ -s "$from/$impl-$arch.tsv" ] || continue
	case $kind in
	mutated) version=$(sed -n 's/^kernel	//p' "$from/$impl-$arch.tsv") ;;
	libc) version=$(fact "${impl#trapgate-with-}") ;;
	esac
	printf '%s\t%s\t%s\t%s\n' "$kind" "$impl" "$arch" "${version:--}"
done >"$work/impls"
for directory in $guests; do
	kernels "$directory"
done >"$work/kernels"

# of_archs RESULTS-OR-ARCHITECTURES: selects the lines of the architectures of a document.
of_archs () {
	awk -F'\t' -v name="$1" 'NR == FNR { if ($1 == "kernel") here[$3]; next }
		($3 in here) == (name == "results")' "$work/impls" "$2"
}
files () { awk -F'\t' -v from="$from" '{ print from "/" $2 "-" $3 ".tsv" }' "$@"; }
date=$(date -u +%Y-%m-%d)
document () { # RESULTS-OR-ARCHITECTURES SECTIONS
	mkdir "$work/$1"
	of_archs "$1" "$work/impls" >"$work/$1/impls"
	of_archs "$1" "$work/kernels" >"$work/$1/kernels"
	[ -s "$work/$1/impls" ] || return
	# The findings of the runs; those with --mutate have none.
	found=$(awk -F'\t' -v from="$from" '$1 != "mutated" {
		print from "/" $2 "-" $3 ".findings" }' "$work/$1/impls")
	# shellcheck disable=SC2046,SC2086	# One file each.
	awk -v date="$date" -v version="$(fact trapgate)" \
		-v known_new="$work/$1/known.new" -f "$report/page.awk" -f "$report/merge.awk" \
		-f "$report/tables.awk" -f "$report/$2" \
		"$report/known.txt" "$work/$1/impls" "$work/$1/kernels" $found \
		$(files "$work/$1/impls") >"$work/conformance-$1.md" ||
		die "no page of $1 was made"
}
differences () {
	awk -F'\t' '$1 == "mutated"' "$work/results/impls" >"$work/mutated"
	[ -s "$work/mutated" ] || die "nothing has run with --mutate"
	# shellcheck disable=SC2046	# One file each.
	awk -v date="$date" -v version="$(fact trapgate)" \
		-v kernel="$(cut -f 4 "$work/mutated" | sed -n '1s/-.*//p;q')" \
		-v pages="$(man_pages)" -v files="$(printf '%s ' "$srcdir"/conform/cases/*.c)" \
		-v fixtures="$(printf '%s ' "$srcdir"/conform/case/*.c)" \
		-f "$srcdir/conform/repro/text.awk" -f "$srcdir/conform/repro/items.awk" \
		-f "$report/answers.awk" -f "$report/differences.awk" \
		$(files "$work/mutated") \
		>"$work/man-page-differences.md" || die "no page of differences was made"
}
[ -s "$work/impls" ] || die "there are no results; make conform-results makes them"
if document results sections.awk; then
	differences
fi
document architectures architectures.awk
for new in "$work"/*/known.new; do
	[ ! -f "$new" ] || cat "$new"
done >"$from/known.new"
mkdir -p "$to" || die "cannot write to $to"
cp "$work"/*.md "$to/" || die "cannot write to $to"
written=$(cd "$work" && for page in *.md; do printf ' %s' "$to/$page"; done)
printf 'written:%s\n' "$written" 2>/dev/null ||
	die 'cannot write to standard output; is there room?'
