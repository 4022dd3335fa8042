#!/bin/sh
# shared-cancel.sh - the first requests of dynamic programs to cancel threads.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL

# loads VARIANT HOW: requests while a library is loaded; alone without a variant.
loads () {
	set -- "$1" "$2" ./load "$2"
	[ "$2" = error ] || set -- "$@" ./library.so
	case $1 in
	'') shift 2; "$@" >out 2>&1 ;;
	*)
		variant=$1
		shift 2
		with "$variant" "$@" >out 2>&1
		;;
	esac
	is "$target, ${variant:-the libc alone}, loader: $how" cancelled "$(cat out)"
	variant=
}

targets=
dynamic_targets
for target in $targets; do
	dynamic "$target"
	[ -f "$srcdir/sysdeps/$arch/cancel.S" ] || continue
	expect "$target: compiles" compile_dynamic -fPIE -c -o main.o \
		"$srcdir/tests/shared-cancel.c"
	expect "$target: links" link_dynamic prog -pie main.o
	for part in load library; do
		word=
		[ $part != library ] || word=-DLIBRARY
		expect "$target: the $part compiles" compile_dynamic -fPIC $word -c \
			-o $part.o "$srcdir/tests/shared-cancel-load.c"
	done
	expect "$target: the library links" link_dynamic library.so -shared library.o
	expect "$target: its program links" link_dynamic load -pie -rdynamic load.o
	for how in error join cancel; do
		loads '' $how
	done
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			for how in one two self; do
				with "$route-$entry" ./prog $how >out 2>&1
				is "$target, $route $entry: $how" cancelled "$(cat out)"
			done
			for how in error join cancel; do
				loads "$route-$entry" $how
			done
		done
	done
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'no architecture has it here'
finish
