#!/bin/sh
# conform-order.sh - the files of trapgate conform depend on each other one way.
# SPDX-License-Identifier: MIT
#
# The files of conform/case/ and conform/runner/ form no cycle, neither by includes nor
# by symbols, and case/ uses nothing from runner/: each file can be read after those that
# it uses.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# Prints "user used" for each header of ours that a file in DIRECTORY includes.
includes () { # DIRECTORY
	(cd "$1" && awk '/^#include "/ {
		split($2, part, "\"")
		sub(/.*\//, "", FILENAME)
		print FILENAME, part[2]
	}' case/*.[ch] runner/*.[ch])
}

# Prints "user used" for each symbol that one object needs and another defines.
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

# one_way TEXT FILE LEAST: the edges in FILE, at least LEAST of them, form no cycle.
one_way () {
	if [ "$(wc -l <"$2")" -lt "$3" ]; then
		fail "$1: all was read" "$2"
		return
	fi
	tsort <"$2" >/dev/null 2>circle
	empty "$1" circle
}

includes "$srcdir/conform" >edges
one_way 'includes form no cycle' edges 50
for arch in $archs; do
	symbols "$builddir/obj/conform-$arch" >edges
	one_way "$arch: symbols form no cycle" edges 100
	grep '^case/.* runner/' edges >upward
	empty "$arch: case/ uses nothing from runner/" upward
done

# Before Linux 3.17 a kernel may refuse a header for the length of a name that it does not
# have: each such header sets it to 0.  Also no literal number of an interface, which is
# rarely another than 1 here, and no ioctl on a netlink socket.
assumes () { # FILE...
	awk 'FNR == want && !/msg_namelen = 0;/ ||
		/(_ifindex|ifindex,?) *(=|,) *[1-9][0-9]*[;)]/ ||
		/ioctl \((MUST \()?(route_socket|socket \(AF_NETLINK)/ { print FILENAME ": " $0 }
		{ want = /msg_name = (NULL|0);/ ? FNR + 1 : 0 }' "$@"
}
assumes "$srcdir"/conform/case/*.c "$srcdir"/conform/cases/*.c >assumed
empty 'no case assumes the kernel or the system' assumed

# The check itself: a cycle of two, and a use upwards, are found.
mkdir -p bad/case bad/runner
printf '%s\n' 'extern int b (void);' 'int a (void) { return b (); }' >bad/case/a.c
printf '%s\n' 'extern int a (void);' 'int b (void) { return a (); }' >bad/runner/b.c
for file in case/a runner/b; do
	$CC -c -o "bad/$file.o" "bad/$file.c"
done
symbols bad >edges
printf '%s\n' 'case/a.o runner/b.o' 'runner/b.o case/a.o' >want
sort edges | diff want - >err
empty 'a cycle: both of its edges are found' err
printf '%s\n' 'm.msg_name = NULL;' 'm.msg_iov = &piece;' 'm.msg_name = NULL;' \
	'm.msg_namelen = 0;' 'EXPECT_EQ (got->ipi_ifindex, 1);' 'name.sll_ifindex = 1;' \
	'MUST (ioctl (route_socket (), SIOCGIFFLAGS, &lo));' >bad/case/assumes.c
assumes bad/case/assumes.c >assumed
expect 'an assumption: each is found' test "$(wc -l <assumed)" = 4
expect 'a cycle: it is found' sh -c '! tsort <edges >sorted 2>circle && [ -s circle ]'
finish
