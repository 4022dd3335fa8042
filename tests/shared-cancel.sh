#!/bin/sh
# shared-cancel.sh - the first requests of dynamic programs to cancel threads.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL

targets=
dynamic_targets
for target in $targets; do
	dynamic "$target"
	[ -f "$srcdir/sysdeps/$arch/cancel.S" ] || continue
	expect "$target: compiles" compile_dynamic -fPIE -c -o main.o \
		"$srcdir/tests/shared-cancel.c"
	expect "$target: links" link_dynamic prog -pie main.o
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			for how in one two self; do
				with "$route-$entry" ./prog $how >out 2>&1
				is "$target, $route $entry: $how" cancelled "$(cat out)"
			done
		done
	done
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'no architecture has it here'
finish
