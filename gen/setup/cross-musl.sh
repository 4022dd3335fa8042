#!/bin/sh
# cross-musl.sh - builds musl for another architecture, from Debian's source package.
# SPDX-License-Identifier: MIT
#
# usage: cross-musl.sh DIRECTORY ARCH COMPILER
# Leaves its headers and static libraries in DIRECTORY/musl: Debian has no package with a
# musl for cross compilers.  COMPILER is the name of a gcc, beside which the binutils are.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
directory=$(cd "$1" && pwd) arch=$2 compiler=$3 releases='trixie sid'

die () {
	printf '%s\n' "bootstrap: $1" >&2
	exit 1
}

[ -f "$srcdir/sysdeps/$arch/arch.sh" ] || die "there is no architecture '$arch'"
. "$srcdir/sysdeps/$arch/arch.sh"
command -v apt-get >/dev/null || die "no Debian here; put a musl in $directory/musl"
command -v dpkg-source >/dev/null ||
	die "cannot unpack the sources of musl; apt-get install dpkg-dev"
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$(dirname "$0")/suite.sh"

# sources RELEASE MIRROR: unpacks those of musl in $work/musl.
sources () {
	suite_lists "$1" "$2" amd64 "$work/apt" || return
	sed 's/^deb /deb-src /' "$work/apt/sources" >"$work/apt/sources.src"
	mv "$work/apt/sources.src" "$work/apt/sources"
	apt-get update && (cd "$work" && apt-get source --download-only musl &&
		dpkg-source --no-check -x musl_*.dsc musl)
}

build () {
	(
		cd "$work/musl" || exit
		tools=${compiler%gcc*}
		# For static-pie: not every gcc makes position-independent code by default.
		CFLAGS=-fPIC ./configure CC="$compiler" AR="${tools}ar" RANLIB="${tools}ranlib" \
			--target="$arch_gnu" --prefix="$directory/musl" --disable-shared \
			--disable-wrapper && make -j"$(nproc)" install
	)
}

for release in $releases; do
	for mirror in $(suite_mirrors); do
		rm -rf "$work/musl"
		if (
			export LC_ALL=C
			sources "$release" "$mirror" && build
		) >"$work/log" 2>&1; then
			printf '%s\n' "bootstrap: built musl of $release in $directory/musl"
			exit
		fi
		printf '%s\n' "$release from $mirror: $({
			grep -e '^E: ' -e ' error: ' "$work/log" || tail -n 1 "$work/log"
		} | head -n 1)" >>"$work/failed"
		[ ! -d "$work/musl" ] || break 2
	done
done
die "cannot build musl for $arch: $(head -n 1 "$work/failed")"
