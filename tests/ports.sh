#!/bin/sh
# ports.sh - the stubs of every architecture in sysdeps, by text; no foreign program runs.
# SPDX-License-Identifier: MIT
#
# What the generator makes is compared with the tables, which ports.awk reads by itself.
# Where an architecture's compiler and assembler are here, all stubs are assembled.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
. "$srcdir/gen/port/stubs.sh"
(cd "$srcdir" && find sysdeps libc calls socket \( -name '*.c' -o -name '*.S' \)) >sources

# text ARCH LIBC: compares what was generated.
text () {
	set -- "$1" "$2" "$srcdir/sysdeps/$1/numbers.tbl" "$srcdir"/libc/"$2"/names.tbl \
		"$srcdir"/libc/"$2"/names-*.tbl "$srcdir/sysdeps/$1/$2/names.tbl"
	target=$1-$2
	shift 2
	for table; do
		shift
		[ ! -f "$table" ] || set -- "$@" "$table"
	done
	awk -v target="$target" -v out="$target" -v routes="$arch_routes" \
		-v entries="$arch_entries" -v longs="$arch_long_words" \
		-f "$srcdir/tests/ports.awk" sources "$@" "$srcdir"/socket/*.tbl \
		"$srcdir"/calls/*.tbl >results
	judged results
}

# assembled ARCH LIBC: assembles all stubs; each of its names is defined once.
assembled () {
	if [ -z "$port_cc" ] || [ -z "$port_as" ]; then
		skip "$1-$2: assembles" "no $arch_gnu-gcc; ./bootstrap cross-$1"
		return
	fi
	expect "$1-$2: is preprocessed without a warning" quiet port_preprocess "$1" "$2" "$1-$2"
	expect "$1-$2: assembles" quiet port_assemble "$1-$2"
	while read -r list; do
		case $list in
		library-*) ;;
		*) continue ;;
		esac
		nm -g --defined-only "$1-$2/$list.o" | awk '{ print $3 }' | sort >defined
		sed -n 's/^#define CALL_\(PLAIN_STRONG\|PLAIN\|STRONG\|WEAK\)	//p' \
			"$1-$2"/stubs/*.S | tr -s ', ' '\n' | sed '/^$/d' | sort >wanted
		comm -13 defined wanted >lost
		empty "$1-$2: $list has every symbol" lost
	done <"$1-$2/lists"
	expect "$1-$2: there are lists" test -s "$1-$2/lists"
}
# quiet COMMAND...: succeeds if it does, and prints nothing.
quiet () {
	if "$@" >quiet.log 2>&1 && [ ! -s quiet.log ]; then return; fi
	cat quiet.log
	return 1
}

for arch in "$srcdir"/sysdeps/*/; do
	arch=${arch%/} arch=${arch##*/}
	[ "$arch" != generic ] || continue
	port_compiler "$arch"
	for libc in none glibc; do
		mkdir "$arch-$libc"
		expect "$arch-$libc: is generated" \
			quiet port_generate "$arch" "$libc" "$arch-$libc"
		text "$arch" "$libc"
		assembled "$arch" "$libc"
	done
done
finish
