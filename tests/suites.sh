#!/bin/sh
# suites.sh - the suites over every libc, as Check programs or by cells.c.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"

warnings="-std=gnu11 -O2 -Wall -Wextra -Werror"

# Check's archive is an ordinary library to the linker; -m32 has it where
# Debian puts that of i386.
build_check () { # arch, source, output, more options
	. "$srcdir/sysdeps/$1/machine.sh"
	arch=$1 source=$2 output=$3
	shift 3
	where=
	[ "$arch" != i386 ] || where=-L/usr/lib/i386-linux-gnu
	# shellcheck disable=SC2086
	"$TRAPGATE" cc --over=glibc $machine_flag $warnings -DSUITE_CHECK \
		-I"$builddir/gen/$arch-glibc" -I"$srcdir/include/internal" \
		-o "$output" "$@" "$source" $where -lcheck -lsubunit -lrt -lm -lpthread
}

for arch in $ARCHS; do
	case " $VARIANTS " in
	*" $arch-glibc "*) ;;
	*) continue ;;
	esac
	# By the library's functions, and trapping inline.
	for suite in "$srcdir"/tests/suites/*.c; do
		name=$(basename "$suite" .c)-$arch
		for form in "" inline; do
			(build_check "$arch" "$suite" "./$name${form:+-$form}" \
				${form:+"--$form"} >"$name${form:+-$form}.log" 2>&1) &
			# Two at a time.
			last=${this-} this=$!
			[ -z "$last" ] || wait "$last"
		done
	done
	wait
	for suite in "$srcdir"/tests/suites/*.c; do
		name=$(basename "$suite" .c)-$arch
		for program in "$name" "$name-inline"; do
			if [ -x "./$program" ]; then
				"./$program"
			else
				fail "$program: builds" "$program.log"
			fi
		done
	done
done

# The driver runs where the tests run: on the first machine there is.
for arch in x86_64 i386; do
	case " $VARIANTS " in
	*" $arch-glibc "*)
		build_check "$arch" "$srcdir/tests/cells.c" ./cells \
			-I"$srcdir/tests" || fail "the driver builds"
		./cells
		break
		;;
	esac
done
finish
