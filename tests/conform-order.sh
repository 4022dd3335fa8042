#!/bin/sh
# conform-order.sh - the files of the conformance program depend one way.
# SPDX-License-Identifier: MIT
#
# No file of conform/case/ and conform/runner/ reaches itself again, neither by
# includes nor by symbols, and case/ uses nothing of runner/: each file can be
# read after those that it uses.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# "user used" for each header of ours that a file in DIRECTORY includes.
includes () { # DIRECTORY
	(cd "$1" && awk '/^#include "/ {
		split($2, part, "\"")
		sub(/.*\//, "", FILENAME)
		print FILENAME, part[2]
	}' case/*.[ch] runner/*.[ch])
}

# "user used" for each symbol that one of the objects lacks and another defines.
symbols () { # DIRECTORY
	(cd "$1" && nm -A -g case/*.o runner/*.o) | awk '
	{ sub(/:.*/, "", $1) }
	$2 ~ /[Uw]/ { user[++uses] = $1; name[uses] = $3; next }
	{ owner[$3] = $1 }
	END {
		for (i = 1; i <= uses; i++)
			if (name[i] in owner)
				print user[i], owner[name[i]]
	}'
}

# one_way TEXT FILE LEAST: the edges in FILE, LEAST of them or more, make no circle.
one_way () {
	if [ "$(wc -l <"$2")" -lt "$3" ]; then
		fail "$1: all was read" "$2"
		return
	fi
	tsort <"$2" >/dev/null 2>circle
	empty "$1" circle
}

includes "$srcdir/conform" >edges
one_way 'includes make no circle' edges 50
for arch in $archs; do
	symbols "$builddir/obj/conform-$arch" >edges
	one_way "$arch: symbols make no circle" edges 100
	grep '^case/.* runner/' edges >upward
	empty "$arch: case/ uses nothing of runner/" upward
done

# The rule itself: a circle of two, and a use upward, are found.
mkdir -p bad/case bad/runner
printf '%s\n' 'extern int b (void);' 'int a (void) { return b (); }' >bad/case/a.c
printf '%s\n' 'extern int a (void);' 'int b (void) { return a (); }' >bad/runner/b.c
for file in case/a runner/b; do
	$CC -c -o "bad/$file.o" "bad/$file.c"
done
symbols bad >edges
printf '%s\n' 'case/a.o runner/b.o' 'runner/b.o case/a.o' >want
sort edges | diff want - >told
empty 'a circle: both of its edges are seen' told
expect 'a circle: it is found' sh -c '! tsort <edges >sorted 2>circle && [ -s circle ]'
finish
