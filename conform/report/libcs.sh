#!/bin/sh
# libcs.sh - the conformance program with a libc's own functions.
# SPDX-License-Identifier: MIT
#
# usage: libcs.sh ARCH CC OBJECT...	in the directory that was configured
# Makes build/conform-libcs/conform-ARCH-LIBC from the OBJECTs of the architecture's
# program for each installed libc, and for glibc and musl with trapgate in front
# (trapgate-with-LIBC): references to the freestanding library are bound inside, and
# only the socket calls are left to the libc.  CC compiles for the architecture
# without a libc.  CONFORM_LIBCS selects LIBCs, by default all.  A libc that is not
# installed is left out, with a line on stderr, and a program made earlier with it
# is removed.  bench/implementations.sh finds each and links with it.

set -eu
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
builddir=$(pwd)/build
arch=$1 arch_cc=$2
shift 2
objects=$*
mk () { sed -n "s/^$1 = *//p" config.mk; }
TRAPGATE=$builddir/bin/trapgate
CC=$(mk CC)
TARGETS=$(mk targets)
unset TRAPGATE_LIB TRAPGATE_DATA
LC_ALL=C
export srcdir builddir TRAPGATE CC TARGETS LC_ALL
. "$srcdir/bench/implementations.sh"
# A call that the libc lacks is not replaced: the program reports it.
impl_absent () { :; }
# Both forms of a call by their symbols, whatever a header renames them to.
impl_symbol () { printf '%s\n' "$3"; }
. "$srcdir/sysdeps/$arch/arch.sh"
entries=$arch_entries
all_impls='glibc musl dietlibc klibc trapgate-with-glibc trapgate-with-musl'
: "${CONFORM_LIBCS:=$all_impls}"
for impl_wanted in $CONFORM_LIBCS; do
	case " $all_impls " in
	*" $impl_wanted "*) ;;
	*)
		printf '%s %s\n' "conform-libcs: CONFORM_LIBCS: there is no '$impl_wanted';" \
			"there are $all_impls" >&2
		exit 2
		;;
	esac
done

# The calls among the symbols of a libc, CALL=SYMBOL where its name is another.
calls_of () { # LIBC SYMBOLS
	# A libc that trapgate is in front of has tables.
	cat "$srcdir/libc/$1"/names*.tbl >"$work/names.tbl" 2>/dev/null || :
	awk -v names="$work/names.tbl" '
	BEGIN {
		while ((getline line <names) > 0)
			if (line !~ /^#/ && split(line, part) > 1 && part[1] ~ /_time64$/) {
				sub(/^\*/, "", part[2])
				name[part[1]] = part[2]
			}
	}
	NR == FNR { has[$3]; next }
	/^#/ || NF == 0 { next }
	$1 in name && name[$1] in has { print $1 "=" name[$1]; next }
	$1 in has { print $1 }' "$2" "$srcdir/socket/socket.tbl"
}

make_one () { # IMPLEMENTATION
	name=${1%%/*} work=$builddir/conform-libcs/$arch-${1%%/*}
	libc=${name#trapgate-with-}
	rm -rf "$work"
	mkdir -p "$work"
	impl_archive "$libc" "$arch" ''
	nm -g --defined-only "$impl_archive" 2>/dev/null >"$work/symbols" || :
	awk -v arch="$arch" -v entries="$entries" -v libc="$name" -v out="$work" \
		-v functions="$(calls_of "$libc" "$work/symbols" | tr '\n' ' ')" \
		-f "$srcdir/conform/repro/numbers.awk" -f "$srcdir/conform/runner/tables.awk" \
		-f "$srcdir/gen/row.awk" \
		-f "$srcdir/gen/emit.awk" \
		"$srcdir/socket/socketcall.tbl" \
		"$srcdir/socket/socket.tbl" "$srcdir/sysdeps/$arch/numbers.tbl"
	# The directory of these headers must be first.
	# shellcheck disable=SC2086	# Words.
	$arch_cc -I"$work" -I"$srcdir/conform/case" -I"$srcdir/conform/runner" \
		-c -o "$work/paths.o" "$srcdir/conform/case/paths.c"
	# shellcheck disable=SC2086
	$arch_cc -nostdlib -r -o "$work/all.o" "$work/paths.o" $objects
	# i386 compilers share these small functions.
	objcopy -w --redefine-sym main=conform_main --keep-global-symbol=conform_main \
		--keep-global-symbol="__x86.*" "$work/all.o"
	set -- "$1" "$arch" "$builddir/conform-libcs/conform-$arch-$name" \
		-O2 -I"$work" "$srcdir/conform/report/libc.c" "$work/all.o"
	grep -q ' __errno_location$' "$work/symbols" || set -- "$@" -DLIBC_PLAIN_ERRNO
	impl_cc "$@"
}

for impl_wanted in $CONFORM_LIBCS; do
	rm -f "$builddir/conform-libcs/conform-$arch-$impl_wanted"
	case $impl_wanted in
	trapgate-with-*) impl_wanted=$impl_wanted/${arch_routes%% *}-${arch_entries%% *} ;;
	esac
	if why=$(impl_why_not "$impl_wanted" "$arch"); then
		make_one "$impl_wanted"
		printf '%s\n' "build/conform-libcs/conform-$arch-${impl_wanted%%/*}" \
			2>/dev/null || {
			echo 'conform-libcs: cannot write to standard output; is there room?' >&2
			exit 2
		}
	else
		printf '%s\n' "conform-libcs: ${impl_wanted%%/*}, $arch: left out: $why" >&2
	fi
done
