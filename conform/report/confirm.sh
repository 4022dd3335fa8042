#!/bin/sh
# confirm.sh - runs the reproducer of each finding that breaks a promise.
# SPDX-License-Identifier: MIT
#
# usage: confirm.sh IMPLEMENTATION-ARCH	in the directory that was configured
# Takes the findings of build/conform-results/IMPLEMENTATION-ARCH.json whose results a
# page or POSIX promises, compiles the example of each by --repro, and runs it here and
# under the implementation: 0 and 1 confirm the finding.  Prints a line for each that is
# not confirmed, and the counts; the status is 1 if there is one.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
from=${CONFORM_OUT:-build/conform-results}
die () {
	printf '%s\n' "confirm.sh: $1" >&2
	exit 2
}
[ $# -eq 1 ] || die 'usage: confirm.sh IMPLEMENTATION-ARCH'
which=$1 arch=${1##*-}
[ -f "$from/$which.json" ] || die "no $from/$which.json; run conform/report/results.sh $which"
[ -f "$srcdir/sysdeps/$arch/arch.sh" ] || die "$which: there is no architecture '$arch'"
. "$srcdir/sysdeps/$arch/arch.sh"
CC=$(sed -n 's/^CC = *//p' config.mk)
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
jq -r '.findings[] | select (.promised > 0) | "\(.name) \(.example) \(.path)"' \
	"$from/$which.json" >"$work/findings" || die "$from/$which.json has no findings"

compile () { # EXAMPLE ROUTE ENTRY
	# shellcheck disable=SC2154,SC2086	# Of arch.sh; CC may be several words.
	build/bin/trapgate conform "$arch_flag" --repro="$1" --route="$2" --entry="$3" \
		>"$work/a.c" && $CC "$arch_flag" -idirafter "/usr/include/$($CC -dumpmachine)" \
		-static -w -o "$work/a" "$work/a.c"
}
# Prints what does not confirm a finding, or nothing.
confirm () { # EXAMPLE PATH
	if ! compile "$1" "${2%%-*}" "${2#*-}" 2>"$work/why"; then
		sed -n 1p "$work/why"
		return
	fi
	timeout 20 build/bin/trapgate run --arch="$arch" -- "$work/a" >"$work/here" 2>&1 </dev/null
	here=$?
	timeout 20 sh "$srcdir/conform/report/results.sh" --run="$which" "$work/a" \
		>"$work/there" 2>&1 </dev/null
	there=$?
	case $here-$there in
	0-1) ;;
	0-124 | 0-13[0-9]) ;;	# It hangs, or a signal ends it.
	*) printf '%s\n' "here $here, there $there: $(tail -n 1 "$work/there")" ;;
	esac
}
confirmed=0 others=0
while read -r name example path <&3; do
	problem=$(confirm "$example" "$path")
	if [ -z "$problem" ]; then
		confirmed=$((confirmed + 1))
		continue
	fi
	others=$((others + 1))
	printf '%s (%s): %s\n' "$name" "$example" "$problem"
done 3<"$work/findings"
printf '%s\n' "$which: $confirmed confirmed, $others not"
[ "$others" -eq 0 ]
