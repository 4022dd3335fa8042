#!/bin/sh
# cross.sh - gets a cross compiler of a newer Debian, without installing it.
# SPDX-License-Identifier: MIT
#
# usage: cross.sh DIRECTORY ARCH
# For an architecture whose compiler the system's release does not have, or whose
# compiler there is wrong.  Unpacks the first that is right of newer releases:
# DIRECTORY/bin/<triplet>-gcc, -as, -ar and so on, with its libc where Debian has one.
# The programs run on any release, by a libc that is unpacked, too.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
mkdir -p "$1"
directory=$(cd "$1" && pwd) arch=$2 releases='trixie sid'

die () {
	printf '%s\n' "bootstrap: $1" >&2
	exit 1
}

[ -f "$srcdir/sysdeps/$arch/arch.sh" ] || die "there is no architecture '$arch'"
. "$srcdir/sysdeps/$arch/arch.sh"
command -v apt-get >/dev/null || die "no Debian here; put a cross compiler in \
$directory/bin, as $arch_gnu-gcc"
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$(dirname "$0")/suite.sh"

# fetch: downloads the compiler and all that it needs to run, for a system that has
# nothing.  A libc need not exist.
fetch () {
	libc=$arch_glibc_package
	apt-cache pkgnames "$libc" | grep -qFx "$libc" || libc=
	apt-get install -y --no-install-recommends --download-only \
		"gcc-$arch_gnu" patchelf ${libc:+"$libc"}
}

# relocate: makes the programs in $new use the unpacked libc, from where they will be.
# It runs patchelf by the same libc, so those two stay as they are.
relocate () {
	loader=$(cd "$new" && find . -name 'ld-linux-x86-64.so.2' -type f | head -n 1)
	lib=usr/lib/x86_64-linux-gnu
	find "$new" -name x86_64-linux-gnu -prune -o -type f -perm /111 ! -name patchelf \
		-exec sh -c '
		for file; do
			case $(readelf -lW "$file" 2>/dev/null) in
			*"Requesting program interpreter: /lib64/"*) printf "%s\n" "$file" ;;
			esac
		done' - {} + >"$work/programs"
	[ -n "$loader" ] && [ -s "$work/programs" ] || return
	# patchelf 0.18 leaves programs at fixed addresses broken where it sorts headers.
	# shellcheck disable=SC2046	# Names without blanks.
	"$new/$loader" --library-path "$new/$lib" "$new/usr/bin/patchelf" --no-sort \
		--force-rpath --set-interpreter "$directory/${loader#./}" \
		--set-rpath "$directory/$lib" $(cat "$work/programs")
}

# unpack: the packages as DIRECTORY/usr, and the tools by the names of a triplet.
unpack () {
	new=$directory.new
	rm -rf "$new"
	mkdir -p "$new/bin" || return
	for deb in "$work"/apt/archives/*.deb; do
		dpkg-deb -x "$deb" "$new" && dpkg-deb --show "$deb" >>"$new/packages" || return
	done
	relocate || return
	for tool in "$new/usr/bin/$arch_gnu"-*; do
		ln -s "../usr/bin/${tool##*/}" "$new/bin/" || return
	done
	rm -rf "$directory" && mv "$new" "$directory"
}

# right: does the compiler work, without the fault of those for sh4 in Debian 12?
right () {
	. "$srcdir/gen/setup/cross-probe.sh"
	sound "$directory/bin/$arch_gnu-gcc" "$directory/bin/$arch_gnu-nm" "$work" || {
		rm -rf "$directory"
		return 1
	}
}

for release in $releases; do
	for mirror in $(suite_mirrors); do
		if (
			export LC_ALL=C
			suite_lists "$release" "$mirror" amd64 "$work/apt" && fetch &&
				unpack && right
		) >"$work/log" 2>&1; then
			printf '%s\n' "bootstrap: unpacked $arch_gnu-gcc of $release in $directory"
			exit
		fi
		printf '%s\n' "$release from $mirror: $({
			grep '^E: ' "$work/log" || tail -n 1 "$work/log"
		} | head -n 1)" >>"$work/failed"
	done
done
die "cannot get a compiler for $arch: $(head -n 1 "$work/failed"); check the network, \
and that debian-archive-keyring is installed"
