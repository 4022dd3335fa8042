#!/bin/sh
# port-check-all.sh - make port-check of each other architecture: nothing is missing.
# SPDX-License-Identifier: MIT
#
# Builds each one by itself, and runs a server and a client of every libc and route.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip
for arch in $(ports | sed 's/-[a-z]*$//' | sort -u); do
	mkdir "$arch"
	if sh "$srcdir/gen/port/check.sh" "$srcdir" "$builddir" "$arch" \
		>"$arch/output" 2>&1 && grep -q -x 'Complete\.' "$arch/output"; then
		pass "$arch: nothing is missing"
	else
		fail "$arch: nothing is missing" "$arch/output"
	fi
	runs "$arch" || {
		cannot_run "$arch" "$arch: programs"
		continue
	}
	expect "$arch: programs of each route run" grep -q 'runs (' "$arch/output"
	sed -n 's/^   \(without .*\)/# \1/p' "$arch/output"
	rm -rf "$builddir/port-check/$arch"
done
finish
