#!/bin/sh
# kernels-compare.sh - how make kernels compares its results with kernels.txt.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

tab=$(printf '\t')
rows () { printf '%s\n' "$@" | tr ' ' "$tab"; }
rows 'k i386 *-vsyscall a/one~a/two fault' 'other i386 * a/three fault' | tr '~' ' ' >expected
# A thousand cases that are ok, since a run without them is no result.
i=0
while [ $i -lt 1000 ]; do
	i=$((i + 1))
	rows "b/$i direct-int80 ok"
done >many
# compares TEXT PATTERN CASE...: the last result, or another, has this text, and there is
# no other that failed.
compares () {
	text=$1 want=$2
	shift 2
	rows 'kernel 1.0' "$@" | cat - many |
		awk -v kernel=k -v program=i386 -v again=again -f "$srcdir/tests/kernels.awk" \
			expected again - >lines
	grep -v '|$' lines >wrong
	is "$text" "$want" "$(cat wrong)"
}
rows 'kernel 1.0' 'a/three direct-int80 ok' 'a/four direct-int80 hung x y' >again
compares 'one that hung twice' 'k, i386: a/four direct-int80|hung: expected x, got y' \
	'a/one direct-vsyscall different x y' 'a/two direct-vsyscall different x y' \
	'a/three direct-int80 hung x y' 'a/four direct-int80 hung x y'
expect 'and one that hung once' grep -q -x 'k, i386: a/three direct-int80: hung once|' lines
: >again
compares 'what is expected' '' 'a/one direct-vsyscall different x y' 'a/one direct-int80 ok' \
	'a/two direct-vsyscall hung' 'a/three direct-vsyscall skipped'
is 'the counts' 'k, i386: 1001 ok, 2 not, 1 skipped|' "$(tail -n 1 lines)"
compares 'another case' 'k, i386: a/three direct-vsyscall|different: expected x, got y/z' \
	'a/one direct-vsyscall different x y' 'a/two direct-vsyscall different x y' \
	'a/three direct-vsyscall different x y|z'
compares 'on another path' 'k, i386: a/one direct-int80|different: expected x, got y' \
	'a/one direct-vsyscall different x y' 'a/two direct-vsyscall different x y' \
	'a/one direct-int80 different x y'
compares 'one that is not shown on one path' "k, i386: a/two socketcall-vsyscall|it is ok, \
although kernels.txt has it" 'a/one direct-vsyscall different x y' \
	'a/two direct-vsyscall different x y' 'a/two socketcall-vsyscall ok'
compares 'one that is skipped' "k, i386: a/two direct-vsyscall|it is skipped, \
although kernels.txt has it" 'a/one direct-vsyscall different x y' \
	'a/two direct-vsyscall skipped'
compares 'one that did not run' 'k, i386: a/two|kernels.txt has it, and there is none' \
	'a/one direct-vsyscall different x y'
sed 1,9d many >few && mv few many
compares 'too few cases' 'k, i386: 991 ok, 2 not, 0 skipped|these are not all cases' \
	'a/one direct-vsyscall different' 'a/two direct-vsyscall different'
# The ids of the real table exist.
"$TRAPGATE" conform --list >list 2>err
sed -e '/^#/d' "$srcdir/tests/kernels.txt" | cut -f 4 | tr ' ' '\n' >ids
while read -r id; do
	expect "kernels.txt: $id is a case" grep -q "^$id$tab" list
done <ids
finish
