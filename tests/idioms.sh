#!/bin/sh
# idioms.sh - programs without a libc: the calls that compilers make from loops.
# SPDX-License-Identifier: MIT
#
# With every gcc and clang in PATH and many optimization options; also that our own
# functions call nothing, especially not themselves.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
# shellcheck disable=SC2034	# For lanes.sh.
top=$PWD
. "$srcdir/tests/freestanding/lanes.sh"

# at_hand: prints every gcc and clang in PATH, one name for each.
at_hand () {
	printf '%s\n' gcc clang
	IFS=:
	for place in $PATH; do
		for program in "$place"/gcc-[0-9]* "$place"/clang-[0-9]*; do
			printf '%s\n' "${program##*/}"
		done
	done | grep -x -E '(gcc|clang)-[0-9]+' | sort -u
}
at_hand | while IFS= read -r compiler; do
	if at=$(command -v "$compiler"); then
		printf '%s\t%s\n' "$(readlink -f "$at")" "$compiler"
	fi
done | sort -u -k 1,1 | cut -f 2 >compilers

cat >ways <<'END'
-O0
-O1
-O2
-O3
-Os
-Oz
-Og
-Ofast
-O2 -D_FORTIFY_SOURCE=2
-O2 -D_FORTIFY_SOURCE=3
-O2 -fPIE -fstack-protector-all
-O3 -funroll-loops
END

# one_way COMPILER ARCH: compiles with $options, links and runs; adds the calls that
# loops became to called.
one_way () {
	rm -f idioms.o idioms
	# shellcheck disable=SC2086
	$compile -std=gnu11 -w $options "$srcdir/tests/freestanding/idioms.c" || return
	objdump -dr idioms.o | awk '
		/^[0-9a-f]+ <.*>:$/ { function_of = $2 }
		function_of ~ /<loop_/ && $2 ~ /^R_/ { sub(/[-+].*/, "", $3); print $3 }
	' >>called
	linked idioms.o idioms || return
	! runs "$2" || on "$2" ./idioms </dev/null
}

# every_way COMPILER ARCH: one result for all options.
every_way () {
	use "$PWD/link-$2"	# With this compiler:
	compile=$(CC="$1" "$TRAPGATE" cc "$(flag_of "$2")" --libc=none -fno-pie -c \
		--print)
	: >called
	: >wrong
	while IFS= read -r options; do
		one_way "$1" "$2" >log 2>&1 ||
			{ printf '%s\n' "$options:" && cat log; } >>wrong
	done <ways
	of_loops=$(grep -x -E '[a-z]+' called | sort -u | tr '\n' ' ')
	empty "$2 by $1: all options work; loops became $of_loops" wrong
	# Otherwise nothing is tested here.  Only newer clangs call strlen.
	expected='memcpy memmove memset'
	case $1 in gcc*) expected="$expected strlen" ;; esac
	for name in $expected; do
		expect "$2 by $1: some loop became a call of $name" \
			grep -q -x "$name" called
	done
}

# own_functions ARCH: the library's functions contain no call.
own_functions () {
	mkdir "direct-$1"
	(cd "direct-$1" && ar x "$archive" &&
		objdump -dr -j .text mem*.o raw*.o st[rp]*.o wcs*.o) >code 2>err
	awk '
		/file format/ { file = $1; files++ }
		/R_386_|R_X86_64_|\tcall/ { print file, $0 }
		/ret/ { ends++ }
		END {
			if (files < 16 || ends < files)
				print files + 0, "functions and", ends + 0, "ends"
		}' code >output
	empty "$1: no function for compilers calls another or itself" output
}

for arch in $(none_archs); do
	driver "link-$arch" "$CC" "$arch" static
	while IFS= read -r compiler; do
		every_way "$compiler" "$arch"
	done <compilers
	for archive in "$builddir/lib/trapgate/$arch"/none/direct-only-*/libtrapgate.a; do
		break
	done
	own_functions "$arch"
done
[ "$tap_count" -gt 0 ] || skip 'idioms' 'no architecture was built without a libc'
finish
