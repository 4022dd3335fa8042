#!/bin/sh
# suites.sh - the suites with every libc: by Check with glibc, in TAP with others.
# SPDX-License-Identifier: MIT
#
# Debian's libcheck needs glibc.  All suites are one program for each libc, with stubs,
# and another with inline calls; their output lines are results, too.

. "$srcdir/tests/tap.sh"

warnings="-std=gnu11 -O2 -Wall -Wextra -Werror"

# Stubs, the inline form, and 64-bit times where they are not the libc's only ones.
forms_of () { # target
	forms='-O2 --inline'
	[ "$1" != i386-glibc ] || forms="$forms -D_TIME_BITS=64"
}

build () { # target, form, program
	case $libc in
	musl) define=-DSUITE_MUSL libraries= ;;
	none) define=-DSUITE_NONE libraries= ;;
	*)
		define=-DSUITE_CHECK libraries='-lcheck -lsubunit -lrt -lm -lpthread'
		# Debian's directory for i386.
		[ "$arch" != i386 ] ||
			libraries="-L/usr/lib/i386-linux-gnu $libraries"
		;;
	esac
	[ "$2" != -D_TIME_BITS=64 ] || define="$define -D_FILE_OFFSET_BITS=64"
	mkdir "objects-$3" && cd "objects-$3" || return
	# shellcheck disable=SC2086	# Words.
	"$TRAPGATE" cc --libc="$libc" $2 "$arch_flag" $warnings $define \
		-DSUITE_PART -I"$builddir/gen/$1" -I"$srcdir/include/internal" \
		-c "$srcdir"/tests/suites/*.c "$srcdir/tests/suite-main.c" &&
		"$TRAPGATE" cc --libc="$libc" $2 "$arch_flag" -o "../$3" ./*.o \
			$libraries
}

those=
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	faithful "$arch" || { cannot_run "$arch" "$target: the suites"; continue; }
	those="$those $target"
	. "$srcdir/sysdeps/$arch/arch.sh"
	forms_of "$target"
	for form in $forms; do
		program=$target$form
		(build "$target" "$form" "$program" >"$program.log" 2>&1) &
		# Two at a time.
		last=${this-} this=$!
		[ -z "$last" ] || wait "$last"
	done
done
wait
for target in $those; do
	forms_of "$target"
	for form in $forms; do
		program=$target$form
		if [ ! -x "$program" ]; then
			fail "$program: builds" "$program.log"
			continue
		fi
		printf '%s\n' "# $program"
		on "${target%-*}" "$PWD/$program" >"$program.out" 2>&1 ||
			fail "$program: exit status $?"
		cat "$program.out"
		grep -q -E '^(1\.\.|[0-9]+%: Checks: )[1-9]' "$program.out" ||
			fail "$program: runs cases" "$program.out"
	done
done
finish
