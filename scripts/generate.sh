#!/bin/sh
# generate.sh - makes what follows from the tables, for one machine and libc.
# SPDX-License-Identifier: MIT
#
# usage: generate.sh SRCDIR ARCH LIBC OUT
# Writes to OUT: stubs/, rules.mk (how make builds the library), arity.c,
# sweep.h, names.h, numbers.h, inline-calls.h (the inline form), extern (the
# names that the libc itself calls).
# A file that would not change keeps its date, so that make rebuilds only
# what a changed row changes.

set -eu
srcdir=$1 arch=$2 libc=$3 out=$4

set -- "$srcdir/socket/socketcall.tbl"
for table in "$srcdir/socket/socket.tbl" "$srcdir"/*/*.tbl; do
	case $table in
	*/socketcall.tbl) continue ;;
	*/socket.tbl) case " $* " in *" $table "*) continue ;; esac ;;
	esac
	set -- "$@" "$table"
done
for table in sysdeps/$arch/numbers.tbl over/$libc/names.tbl \
	over/$libc/$arch/names.tbl; do
	if [ -f "$srcdir/$table" ]; then
		set -- "$@" "$srcdir/$table"
	fi
done

cd "$srcdir"
# The library's own are in these folders, and in those with a table.
own="csu/ over/ sysdeps/ $(echo */*.tbl)"
files=
for file in */*.c */fallback/*.c sysdeps/*/*.[cS] over/*/*.[cS] over/*/*/*.[cS]; do
	case " $own" in
	*" ${file%%/*}/"*) [ ! -f "$file" ] || files="$files $file" ;;
	esac
done
cd "$OLDPWD"

rm -rf "$out.new"
mkdir -p "$out.new/stubs" "$out/stubs"
awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" -v out="$out.new" \
	-v files="$files" -f "$srcdir/scripts/generate.awk" \
	-f "$srcdir/scripts/inline.awk" "$@"

for file in "$out"/stubs/*.S; do
	[ -f "$out.new/stubs/${file##*/}" ] || rm -f "$file"
done
for file in "$out.new"/stubs/* "$out.new"/*; do
	[ -f "$file" ] || continue
	old=$out/${file#"$out.new/"}
	cmp -s "$file" "$old" || mv "$file" "$old"
done
rm -rf "$out.new"
