#!/bin/sh
# matrix.sh - every route in every environment, held against matrix.txt.
# SPDX-License-Identifier: MIT

# A cell is one route, entry and libc in one environment: all suites run there.
# Unasked, one cell for each route and environment: without a libc, by the
# first entry.  With MATRIX=all every entry and libc, and the plain libcs
# beside them, which are reported and not judged.  results, in the working
# folder, has a line a cell: machine route entry libc environment passed
# failed verdict.

. "$srcdir/tests/tap.sh"

environments=$(sed -n 's/^# route//p' "$srcdir/tests/matrix.txt")
suites=$(cd "$srcdir/tests/suites" && ls ./*.c)

expected () { # machine-route, environment
	awk -v row="$1" -v env="$2" '
		$2 == "route" { for (i = 3; i <= NF; i++) at[$i] = i - 1 }
		$1 == row { print $at[env] }' "$srcdir/tests/matrix.txt"
}

build () { # folder, arch, libc, options of trapgate cc
	folder=$1 arch=$2 libc=$3
	shift 3
	. "$srcdir/sysdeps/$arch/machine.sh"
	case $libc in
	musl) define=-DSUITE_OVER_MUSL ;;
	bare) define=-DSUITE_BARE ;;
	*) define=-DSUITE_OVER_GLIBC ;;
	esac
	mkdir -p "$folder"
	for suite in $suites; do
		# shellcheck disable=SC2086	# One flag or none.
		"$TRAPGATE" cc --over="$libc" $machine_flag $define "$@" -std=gnu11 -O1 \
			-I"$builddir/gen/$arch-$libc" -o "$folder/$(basename "$suite" .c)" \
			"$srcdir/tests/suites/$suite" >>"$folder.log" 2>&1 || return 1
	done
}

# Runs the cell and says: machine route entry libc environment passed failed.
run () { # folder, machine, route, entry, libc, environment
	for suite in $suites; do
		program=./$1/$(basename "$suite" .c)
		if [ "$6" = none ]; then
			"$program"
		else
			"$TRAPGATE" as-if "$6" -- "$program"
		fi
		# One that was killed has no line for what it did not reach.
		[ $? -le 1 ] || echo "not ok - $program: killed"
	done >"$1-$6.out" 2>>"$1-$6.err"
	passed=$(grep -c '^ok ' "$1-$6.out")
	failed=$(grep -c '^not ok ' "$1-$6.out")
	verdict=mixed
	[ "$failed" -ne 0 ] || [ "$passed" -eq 0 ] || verdict=lives
	# Some cases ask for an error that they get whatever is answered.
	[ "$((failed))" -le "$((passed * 4))" ] || verdict=dies
	shift
	echo "$* $passed $failed $verdict"
}

flavour () { # arch, libc, route, entry, and one more word for a plain libc
	name=$1-$2-$3-$4
	if [ -n "${5-}" ]; then
		build "$name" "$1" "$2" --plain || return 0
	elif ! build "$name" "$1" "$2" --route="$3" --entry="$4"; then
		echo "$1 $3 $4 $2 build 0 1 broken"
		return
	fi
	for environment in $environments; do
		run "$name" "$1" "$3" "$4" "$2" "$environment"
	done
}

# Two flavours at a time; each has a file of results.
queue () {
	flavour "$@" >"result.$1-$2-$3-$4" &
	job=$!
	[ -z "${last-}" ] || wait "$last"
	last=$job
}

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	[ "$libc" = bare ] || [ "${MATRIX-}" = all ] || continue
	. "$srcdir/sysdeps/$arch/machine.sh"
	entries=${machine_entries%% *}
	[ "${MATRIX-}" != all ] || entries=$machine_entries
	for route in $machine_routes; do
		for entry in $entries; do
			queue "$arch" "$libc" "$route" "$entry"
		done
	done
	[ "${MATRIX-}" != all ] || [ "$libc" = bare ] ||
		queue "$arch" "$libc" plain - plain
done
wait
cat result.* >results

while read -r arch route entry libc environment passed failed verdict; do
	text="$arch $route $entry over $libc, $environment: $verdict"
	[ "$route" != plain ] || continue
	want=$(expected "$arch-$route" "$environment")
	if [ -n "$want" ] && [ "$verdict" = "$want" ]; then
		pass "$text"
	else
		fail "$text, not $want ($passed passed, $failed failed)" \
			"$arch-$libc-$route-$entry-$environment.out"
	fi
done <results
finish
