#!/bin/sh
# generate.sh - generates files from the tables, for one architecture and libc.
# SPDX-License-Identifier: MIT
#
# usage: generate.sh SRCDIR ARCH LIBC OUT [VERSION]
# Writes to OUT: stubs/, stubs.S (all of them, for every variant), nosys/ (C of the
# calls without a path), rules.mk (the objects and their sources), prototypes.c,
# sweep.h, names.h, numbers.h, kernel.h, inline-calls.h (the inline form), names (a
# checksum and the names of all calls), shared.map (the version script).
# An unchanged file keeps its date, except rules.mk.

set -eu
srcdir=$1 arch=$2 libc=$3 out=$4 version=${5-}

set -- "$srcdir/socket/socketcall.tbl"
for table in "$srcdir/socket/socket.tbl" "$srcdir"/*/*.tbl; do
	case $table in
	*/socketcall.tbl) continue ;;
	*/socket.tbl) case " $* " in *" $table "*) continue ;; esac ;;
	esac
	set -- "$@" "$table"
done
for table in "$srcdir/sysdeps/$arch/numbers.tbl" "$srcdir/libc/$libc"/names.tbl \
	"$srcdir/libc/$libc"/names-*.tbl "$srcdir/sysdeps/$arch/$libc/names.tbl" \
	"$srcdir/libc/$libc/exports.tbl"; do
	if [ -f "$table" ]; then
		set -- "$@" "$table"
	fi
done

cd "$srcdir"
numbers=
for file in sysdeps/*/numbers.tbl; do
	numbers="$numbers $srcdir/$file"
done
# The sources of the library are in these directories, and in those with a table.
own="libc/ sysdeps/ $(echo */*.tbl)"
files=
# shellcheck disable=SC2046,SC2035	# Directories.
with_libcs=$(printf 'sysdeps/*/%s*.[cS] ' $(cd libc && echo */))
for file in */*.c */fallback/*.c */substitute/*.c sysdeps/*/*.[cS] $with_libcs \
	libc/*/*.[cS] libc/*/*/*.[cS]; do
	case " $own" in
	*" ${file%%/*}/"*) [ ! -f "$file" ] || files="$files $file" ;;
	esac
done
. "./sysdeps/$arch/arch.sh"
cd "$OLDPWD"

[ -d "$out/nosys" ] || mkdir -p "$out/stubs" "$out/nosys"
# shellcheck disable=SC2154	# Set in arch.sh.
made=$(awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" -v out="$out" \
	-v version="$version" \
	-v routes="$arch_routes" -v entries="$arch_entries" \
	-v longs="${arch_long_words-}" -v files="$files" -v numbers="$numbers" \
	-f "$srcdir/gen/row.awk" -f "$srcdir/gen/rows.awk" \
	-f "$srcdir/gen/prototype.awk" -f "$srcdir/gen/generate.awk" \
	-f "$srcdir/gen/objects.awk" \
	-f "$srcdir/gen/nosys.awk" -f "$srcdir/gen/variants.awk" \
	-f "$srcdir/gen/inline.awk" -f "$srcdir/gen/emit.awk" "$@")

# Remove files of calls that are no longer generated.
for file in "$out"/stubs/*.S "$out"/nosys/*.c; do
	case "
$made
" in
	*"
${file#"$out/"}
"*) ;;
	*) rm -f "$file" ;;
	esac
done
