# substitute.sh - the C that makes a call by another one, in place of the stubs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.  calls/substitute/ serves architectures that have no number for
# these calls; the kernels here have both, and the same suites must pass.

by_substitutes () { # arch
	use "$top/by-$1-static-gcc"
	mkdir with
	arch=$1 objects=
	shift
	# mmap by mmap2 is i386's mmap.
	for source in "$srcdir"/calls/substitute/*.c; do
		[ "${source##*/}" != mmap.c ] || continue
		set -- "$@" "$source"
		source=${source##*/}
		objects="$objects ${source%.c}.o"
	done
	# shellcheck disable=SC2086
	$compile -Wall -Os -I"$srcdir/include/internal" -I"$builddir/gen/$arch-none" \
		-I"$srcdir/sysdeps/$arch" -I"$srcdir/sysdeps/generic" "$@" >log 2>&1
	suites="plain files process system clock signals"
	suites_of plain "$arch -O2" -O2
	: >programs
	for name in $suites; do
		{
			# shellcheck disable=SC2046,SC2086
			$CC $(flag_of "$arch") -nostdlib -r -o "with/$name.o" \
				"plain/$name.o" $objects &&
				linked "with/$name.o" "with/$name"
		} >"with/$name.log" 2>&1
		printf '%s\n' "with/$name|$arch with substitutes: $name" >>programs
	done
	run_all "$arch"
}
