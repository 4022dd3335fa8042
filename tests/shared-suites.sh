#!/bin/sh
# shared-suites.sh - the suites as dynamic programs, with every shared object.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"

# The program is the same as in suites.sh, but dynamic.
build () {
	define=-DSUITE_MUSL libraries=
	if [ "$libc" = glibc ]; then
		define=-DSUITE_CHECK
		libraries='-Wl,-Bstatic -lcheck -lsubunit -Wl,-Bdynamic -lrt -lm'
		# Debian's directory for i386.
		[ "$arch" != i386 ] || libraries="-L/usr/lib/i386-linux-gnu $libraries"
	fi
	# shellcheck disable=SC2086	# Words.
	mkdir "$target" && cd "$target" &&
		compile_dynamic $define -DSUITE_PART -I"$srcdir/include/internal" -fPIE \
			-c "$srcdir"/tests/suites/*.c "$srcdir/tests/suite-main.c" &&
		link_dynamic ../suites-"$target" -pie ./*.o $libraries
}

targets=
dynamic_targets
for target in $targets; do
	dynamic "$target"
	(build) >log 2>&1 || {
		fail "$target: the suites as a dynamic program" log
		continue
	}
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			printf '%s\n' "# $target, $route $entry"
			with "$route-$entry" "./suites-$target" >out 2>&1 ||
				fail "$target, $route $entry: exit status $?"
			cat out
			grep -q -E '^(1\.\.|[0-9]+%: Checks: )[1-9]' out ||
				fail "$target, $route $entry: runs cases" out
		done
	done
done
finish
