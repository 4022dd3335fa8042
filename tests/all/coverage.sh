#!/bin/sh
# coverage.sh - every fallback was executed: gcov's count over glibc.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

archs=
for variant in $VARIANTS; do
	case $variant in
	generic-* | *-musl | *-bare) ;;
	*) archs=$archs,${variant%-*} ;;
	esac
done
if [ -z "$archs" ] || ! command -v gcov >/dev/null; then
	skip 'the fallbacks' 'gcov or a glibc is missing'
	finish
fi
mkdir tree
(cd tree && sh "$srcdir/configure" CC=gcc CFLAGS="-O2 -g --coverage" \
	--enable-archs="${archs#,}" --enable-libcs=glibc && make -j2) >build.log 2>&1
expect 'builds with gcov' test -f tree/build/bin/trapgate

# One program for each kernel that lacks something, by each route.
for arch in $(echo "$archs" | tr , ' '); do
	. "$srcdir/sysdeps/$arch/machine.sh"
	where=
	[ "$arch" != i386 ] || where=-L/usr/lib/i386-linux-gnu
	for route in $machine_routes; do
		for suite in accept sendmmsg recvmmsg; do
			# Check's children end by exit, which writes the counts down.
			tree/build/bin/trapgate cc --route="$route" "$machine_flag" -O1 \
				-DSUITE_CHECK --coverage -o prog "$srcdir/tests/suites/$suite.c" \
				$where -lcheck -lsubunit -lrt -lm -lpthread >>build.log 2>&1
			for kernel in 2.6.27 2.6.32 4.2; do
				tree/build/bin/trapgate as-if "$kernel" ./prog
			done
		done >>run.log 2>&1
	done
	# All routes of a machine together: the most of any is what counts.
	for file in "$srcdir"/socket/fallback/*.c; do
		name=$(basename "$file" .c)
		best=0
		for data in tree/build/gen/"$arch"-glibc/c/*/"$name".gcda; do
			[ -f "$data" ] || continue
			lines=$(gcov -n "$data" 2>/dev/null | awk -v file="$name.c" '
				index($0, "fallback/" file) { mine = 1 }
				mine && /^Lines executed/ {
					sub(/.*executed:/, ""); sub(/%.*/, ""); print int($0); exit
				}')
			[ "${lines:-0}" -le "$best" ] || best=$lines
		done
		if [ "$name" = recvmmsg_time64 ]; then
			continue	# The suites of glibc have no 64-bit time.
		fi
		expect "$arch: fallback/$name.c: $best % of its lines" test "$best" -ge 50
	done
done
finish
