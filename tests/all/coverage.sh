#!/bin/sh
# coverage.sh - every fallback was executed: gcov's count over glibc.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

archs=
for variant in $VARIANTS; do
	case $variant in
	generic-* | *-musl | *-bare) ;;
	*) archs=$archs,${variant%-*} ;;
	esac
done
archs=${archs#,}
if [ -z "$archs" ] || ! command -v gcov >out; then
	skip 'the fallbacks' 'gcov or a glibc is missing'
	finish
fi

# Just what is linked, which trapgate cc tells of the other build.
targets=
for archive in "$builddir"/lib/trapgate/*/glibc/*/libtrapgate.a; do
	archive=build/${archive#"$builddir/"}
	targets="$targets $archive ${archive%/*}/libc.a"
done
mkdir tree
# shellcheck disable=SC2086
(cd tree && sh "$srcdir/configure" CC=gcc CFLAGS="-O2 -g --coverage" \
	--enable-archs="$archs" --enable-libcs=glibc && make -j2 $targets) >build.log 2>&1
status=$?
expect 'builds with gcov' test "$status" -eq 0

# One program for each kernel that lacks something, by each route.
run_suites () {
	where=
	[ "$arch" != i386 ] || where=-L/usr/lib/i386-linux-gnu
	for suite in accept sendmmsg recvmmsg; do
		# Check's children end by exit, which writes the counts down.
		"$TRAPGATE" cc "$machine_flag" -O1 -DSUITE_CHECK --coverage \
			-c -o "$suite.o" "$srcdir/tests/suites/$suite.c"
		for route in $machine_routes; do
			# shellcheck disable=SC2086
			line=$("$TRAPGATE" cc --print --route="$route" "$machine_flag" \
				--coverage -o prog $suite.o $where -lcheck -lsubunit -lrt \
				-lm -lpthread | sed "s,$builddir/,$PWD/tree/build/,g")
			$line
			for kernel in 2.6.27 2.6.32 4.2; do
				"$TRAPGATE" as-if "$kernel" ./prog
			done
		done
	done
}

for arch in $(printf '%s\n' "$archs" | tr , ' '); do
	how "$arch"
	if [ "$tap_how" != native ]; then
		skip "$arch: the fallbacks" \
			'gcov counts in files, and nothing is written from where it runs'
		continue
	fi
	. "$srcdir/sysdeps/$arch/machine.sh"
	run_suites >>run.log 2>&1
	# All routes of a machine together: the most of any is what counts.
	find tree/build -name '*.gcda' -path "*/$arch-glibc/*" >data
	# shellcheck disable=SC2046
	gcov -n $(cat data) >lines 2>told
	for file in "$srcdir"/socket/fallback/*.c; do
		file=${file##*/}
		# The suites of glibc have no 64-bit time.
		[ "$file" != recvmmsg_time64.c ] || continue
		best=$(awk -v file="fallback/$file" '
			/^File / { mine = index($0, file) }
			mine && sub(/^Lines executed:/, "") && $0 + 0 > best { best = $0 + 0 }
			END { print int(best) }' lines)
		expect "$arch: fallback/$file: $best % of its lines" test "$best" -ge 50
	done
done
finish
