#!/bin/sh
# matrix.sh - every route in every environment, compared with matrix.txt.
# SPDX-License-Identifier: MIT

# A cell is one route, entry and libc in one environment, where all suites run as
# one program.  By default there is one cell for each route and environment, without
# a libc and with the first entry.  With SWEEP=all there is one for every entry and
# libc, and for the plain libcs, whose results are reported but not judged.  The
# file results, in the working directory, has a line for each cell: architecture
# route entry libc environment passed failed verdict.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/suites.lib"

environments=$(sed -n 's/^# route//p' "$srcdir/tests/matrix.txt")
asif=$builddir/libexec/trapgate/as-if

# The fields of the first line of a cell's output are also those of results.
cell () { # arch, libc, route, entry, environment
	printf '%s\n' "cell $1 $3 $4 $2 $5"
	case $5 in
	none) on "$1" "$PWD/$name" ;;
	*) on "$1" --with="$PWD/$name" "$asif" "$5" -- "$PWD/$name" ;;
	esac
	# Without a plan the cell is broken, so a status above 1 removes it.
	cell_status=$?
	[ $cell_status -le 1 ] || printf '%s\n' "status $cell_status"
}

variant () { # arch, libc, route, entry, and "plain" for a plain libc
	name=$1-$2-$3-$4
	option="--route=$3 --entry=$4"
	[ $# -lt 5 ] || option=--plain
	# shellcheck disable=SC2086	# One option or two.
	if ! "$TRAPGATE" cc --libc="$2" "$arch_flag" $option -o "$name" \
		"objects-$1-$2"/*.o >"$name.log" 2>&1; then
		[ $# -gt 4 ] || printf '%s\n' "cell $1 $3 $4 $2 build" >"$name-build.out"
		return
	fi
	for environment in $environments; do
		cell "$1" "$2" "$3" "$4" "$environment" \
			>"$name-$environment.out" 2>"$name-$environment.err"
	done
}

# Run two variants at a time.
queue () {
	variant "$@" &
	job=$!
	[ -z "${last-}" ] || wait "$last"
	last=$job
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	[ "$libc" = none ] || [ "${SWEEP-}" = all ] || continue
	faithful "$arch" || { cannot_run "$arch" "$target: its cells"; continue; }
	. "$srcdir/sysdeps/$arch/arch.sh"
	compile "$arch" "$libc" || {
		fail "$target: the suites build" "objects-$target.log"
		continue
	}
	entries=${arch_entries%% *}
	[ "${SWEEP-}" != all ] || entries=$arch_entries
	for route in $arch_routes; do
		for entry in $entries; do
			queue "$arch" "$libc" "$route" "$entry"
		done
	done
	[ "${SWEEP-}" != all ] || [ "$libc" = none ] ||
		queue "$arch" "$libc" plain - plain
done
wait

# Make results, and judged, whose lines begin with the expected verdict.
: >results
[ -z "${last-}" ] || awk -v results=results -f "$srcdir/tests/matrix.awk" \
	"$srcdir/tests/matrix.txt" ./*.out >judged
[ -f judged ] || finish
while read -r want file arch route entry libc environment passed failed verdict; do
	text="$arch $route $entry-$libc, $environment: $verdict"
	if [ "$verdict" = "$want" ]; then
		pass "$text"
	else
		fail "$text, not $want ($passed passed, $failed failed)" "$file"
	fi
done <judged
finish
