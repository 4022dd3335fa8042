#!/bin/sh
# process-count-build.sh - a clean build starts no more processes than the limit.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

sh "$srcdir/gen/process-count.sh" "$PWD/count" true
read -r _ all <count
if [ -n "$all" ]; then
	skip 'processes of a build' 'no pid namespace: processes of others would count, too'
	finish
fi
make --no-print-directory -C "$builddir/.." process-count >err 2>&1
status=$?
if [ "$status" -eq 0 ]; then
	pass "$(tail -n 1 err)"
else
	fail 'a clean build starts no more processes than the limit' err
fi
finish
