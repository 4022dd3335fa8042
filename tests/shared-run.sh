#!/bin/sh
# shared-run.sh - dynamic programs make their calls in libtrapgate.so.0.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL
command -v strace >out || {
	skip 'shared objects in programs' 'no strace; apt-get install strace'
	finish
}
source=$srcdir/tests/shared-run.c

# Programs of all forms, and the plugin that they load.
build_programs () {
	compile_dynamic -fPIE -c -o main.o "$source" &&
		compile_dynamic -fPIC -DPLUGIN -c -o plugin.o "$source" &&
		link_dynamic plugin.so -shared plugin.o &&
		for form in -pie -no-pie; do
			for binding in lazy now; do
				link_dynamic "main$form-$binding" $form -Wl,-z,$binding main.o ||
					return
			done
		done
}

# judged_run PROGRAM ROUTE ENTRY VALUE: runs it with LD_PRELOAD=VALUE, and prints what is
# wrong.
judged_run () {
	strace -f -n -i -qq -e trace=network -o trace -E LD_PRELOAD="$4" \
		"./$1" "$PWD/plugin.so" </dev/null >output 2>&1
	awk -v route="$2" -v entry="$3" -v output=output -f "$srcdir/tests/shared-run.awk" trace
}

targets=
dynamic_targets
for target in $targets; do
	dynamic "$target"
	expect "$target: dynamic programs" build_programs
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			so=$builddir/lib/trapgate/$arch/$libc/$route-$entry/libtrapgate.so.0
			for program in $(sweep main-pie-lazy main-no-pie-now main-no-pie-lazy \
				main-pie-now); do
				judged_run "$program" "$route" "$entry" "$so" >wrong
				empty "$target, $route $entry, $program" wrong
			done
		done
	done
	for program in main-no-pie-lazy main-no-pie-now main-pie-now; do
		judged_run $program "$route" "$entry" "$so" >wrong
		empty "$target, $program" wrong
	done
	# The judge finds the libc alone, and another route.
	judged_run main-pie-lazy "$route" "$entry" '' >wrong
	expect "$target: the libc alone is in no process" grep -q 'is in 0 processes' wrong
	expect "$target: its addresses are found" grep -q '^not from' wrong
	[ "${arch_routes% *}" != "$arch_routes" ] || continue
	judged_run main-pie-lazy "${arch_routes%% *}" "$entry" "$so" >wrong
	expect "$target: the numbers of another route are found" grep -q '^number' wrong
done
finish
