#!/bin/sh
# get.sh - unpacks the implementations that a newer Debian suite has.
# SPDX-License-Identifier: MIT
#
# usage: get.sh	in the directory that was configured
# Downloads each package that implementations.tbl names with a suite, unless its files
# are in build/implementations/SUITE/PACKAGE/ already.  Nothing is installed, and root is
# not needed.  TRAPGATE_MIRROR is another mirror of Debian.

set -u
srcdir=$(cd "$(dirname "$0")/../.." && pwd)
to=$(pwd)/build/implementations
LC_ALL=C
export LC_ALL
die () {
	printf '%s\n' "trapgate conform-implementations: $1" >&2
	exit 2
}
[ -f config.mk ] || die "nothing is configured here; run ./configure first"
{
	command -v dpkg-deb && command -v apt-get
} >/dev/null || die "no Debian here; put the files of \
conform/report/implementations.tbl into $to/SUITE/PACKAGE, or name them with CONFORM_NAME="
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$srcdir/gen/setup/suite.sh"

# The files that are missing: suite, package, and file below the package's directory; for
# the architectures whose cases are built.
archs=$(find build/libexec/trapgate -name 'conform-*' ! -name '*-pie' ! -name '*.d' 2>/dev/null |
	sed 's/.*conform-//' | tr '\n' ' ')
[ -n "$archs" ] || die "no conformance program is built; run make first"
awk -v archs="$archs" -v sysdeps="$srcdir/sysdeps" -v unpacked="$to" \
	-f "$srcdir/conform/report/implementations.awk" \
	"$srcdir/conform/report/implementations.tbl" |
	awk -F '\t' '$4 != "-" && $4 != "given" { print $4, $5, $6 }' | sort -u |
	while read -r suite package file; do
		[ -f "$file" ] ||
			printf '%s %s ./%s\n' "$suite" "$package" "${file#"$to/$suite/$package/"}"
	done >"$work/files"

unpack () { # SUITE PACKAGE
	new=$to/$1/$2.new
	awk -v suite="$1" -v package="$2" '$1 == suite && $2 == package { print $3 }' \
		"$work/files" >"$work/names"
	rm -rf "$new" "$work"/*.deb
	(cd "$work" && apt-get download "$2") && mkdir -p "$new" &&
		dpkg-deb --fsys-tarfile "$work"/*.deb | tar -C "$new" -xf - -T "$work/names" &&
		dpkg-deb -f "$work"/*.deb Version >"$new/version" &&
		rm -rf "${to:?}/$1/$2" && mv "$new" "$to/$1/$2"
}

# The packages of a suite, from the first mirror that has its lists.
get () { # SUITE
	for mirror in $(suite_mirrors); do
		! suite_lists "$1" "$mirror" "$(dpkg --print-architecture)" "$work/apt" \
			>"$work/log" 2>&1 || break
	done
	while read -r package <&3; do
		unpack "$1" "$package" >>"$work/log" 2>&1 || die "no $package of $1: $({
			grep '^E: ' "$work/log" || tail -n 1 "$work/log"
		} | head -n 1)"
		printf '%s\n' "unpacked: $package $(cat "$to/$1/$package/version") of $1"
	done 3<"$work/$1"
}

# The packages of each suite.
awk -v work="$work" '!(($1, $2) in seen) { seen[$1, $2]; print $2 >(work "/" $1) }
	!($1 in seen) { seen[$1]; print $1 }' "$work/files" >"$work/suites"
while read -r suite <&4; do
	get "$suite"
done 4<"$work/suites"
