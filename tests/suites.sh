#!/bin/sh
# suites.sh - the suites over every libc: over glibc by Check, elsewhere in TAP.
# SPDX-License-Identifier: MIT
#
# Debian's libcheck needs glibc.  All suites of a libc are one program, by the
# library's functions, and another one that traps inline; its own lines are
# results, too.

. "$srcdir/tests/tap.sh"

warnings="-std=gnu11 -O2 -Wall -Wextra -Werror"

build () { # variant, form, program
	case $libc in
	musl) define=-DSUITE_OVER_MUSL libraries= ;;
	bare) define=-DSUITE_BARE libraries= ;;
	*)
		define=-DSUITE_CHECK libraries='-lcheck -lsubunit -lrt -lm -lpthread'
		# Where Debian puts those of i386.
		[ "$arch" != i386 ] ||
			libraries="-L/usr/lib/i386-linux-gnu $libraries"
		;;
	esac
	mkdir "objects-$3" && cd "objects-$3" || return
	# shellcheck disable=SC2086	# Words.
	"$TRAPGATE" cc --over="$libc" $2 "$machine_flag" $warnings $define \
		-DSUITE_PART -I"$builddir/gen/$1" -I"$srcdir/include/internal" \
		-c "$srcdir"/tests/suites/*.c "$srcdir/tests/suite-main.c" &&
		"$TRAPGATE" cc --over="$libc" $2 "$machine_flag" -o "../$3" ./*.o \
			$libraries
}

those=
for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	faithful "$arch" || { cannot_run "$arch" "$variant: the suites"; continue; }
	those="$those $variant"
	. "$srcdir/sysdeps/$arch/machine.sh"
	for form in '' --inline; do
		program=$variant$form
		(build "$variant" "$form" "$program" >"$program.log" 2>&1) &
		# Two at a time.
		last=${this-} this=$!
		[ -z "$last" ] || wait "$last"
	done
done
wait
for variant in $those; do
	for program in "$variant" "$variant--inline"; do
		if [ ! -x "$program" ]; then
			fail "$program: builds" "$program.log"
			continue
		fi
		printf '%s\n' "# $program"
		on "${variant%-*}" "$PWD/$program" >"$program.out" 2>&1 ||
			fail "$program: exit status $?"
		cat "$program.out"
		grep -q -E '^(1\.\.|[0-9]+%: Checks: )[1-9]' "$program.out" ||
			fail "$program: has run nothing" "$program.out"
	done
done
finish
