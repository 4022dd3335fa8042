#!/bin/sh
# process-count-build.sh - a clean build starts as few processes as it may.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

sh "$srcdir/gen/process-count.sh" "$PWD/count" true
read -r _ all <count
if [ -n "$all" ]; then
	skip 'what a build starts' 'no pid namespace here, so those of all others count, too'
	finish
fi
make --no-print-directory -C "$builddir/.." process-count >told 2>&1
status=$?
if [ "$status" -eq 0 ]; then
	pass "$(tail -n 1 told)"
else
	fail 'a clean build starts no more processes than it may' told
fi
finish
