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
command -v dpkg-deb apt-get >/dev/null || die "no Debian here; put the files of \
conform/report/implementations.tbl into $to/SUITE/PACKAGE, or name them with CONFORM_NAME="
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
log=$work/log
as_root=
. "$srcdir/gen/setup/apt.sh"
. "$srcdir/gen/setup/suite.sh"

# The files that are missing: suite, package, and file below the package's directory.
awk -v archs="$(find "$srcdir/conform/case" -mindepth 1 -maxdepth 1 -type d |
	sed 's/.*\///' | tr '\n' ' ')" -v unpacked="$to" \
	-f "$srcdir/conform/report/implementations.awk" \
	"$srcdir/conform/report/implementations.tbl" |
	awk -F '\t' '$4 != "-" && $4 != "given" { print $4, $5, $6 }' | sort -u |
	while read -r suite package file; do
		[ -f "$file" ] ||
			printf '%s %s ./%s\n' "$suite" "$package" "${file#"$to/$suite/$package/"}"
	done >"$work/files"

get () { # SUITE PACKAGE
	new=$to/$1/$2.new
	awk -v suite="$1" -v package="$2" '$1 == suite && $2 == package { print $3 }' \
		"$work/files" >"$work/names"
	rm -rf "$new" "$work"/*.deb
	(cd "$work" && apt download "$2") && mkdir -p "$new" || return
	dpkg-deb --fsys-tarfile "$work"/*.deb | tar -C "$new" -xf - -T "$work/names" \
		2>"$log" && dpkg-deb -f "$work"/*.deb Version >"$new/version" &&
		rm -rf "${to:?}/$1/$2" && mv "$new" "$to/$1/$2" || return
	printf '%s\n' "unpacked: $2 $(cat "$to/$1/$2/version") of $1"
}

awk '{ print $1, $2 }' "$work/files" | uniq >"$work/packages"
of=
while read -r suite package <&3; do
	if [ "$suite" != "$of" ]; then
		in_suite "$suite" "$work" || die "cannot write to $work"
		apt update || die "no packages of $suite: $(apt_error)"
		of=$suite
	fi
	get "$suite" "$package" || die "no $package of $suite: $(
		grep . "$log" | sed -n '/^E: /{p;q;}; $p')"
done 3<"$work/packages"
