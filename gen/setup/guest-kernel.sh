#!/bin/sh
# guest-kernel.sh - gets a kernel for trapgate guest from a Debian package.
# SPDX-License-Identifier: MIT
#
# usage: guest-kernel.sh DIRECTORY NAME|first
# Downloads a Debian package listed in tools/guest/kernels.tbl, and unpacks it
# without installing it: DIRECTORY/NAME/vmlinuz is the kernel, modules/ has the
# modules that init loads.  "first" is the first row whose package is available.
# Without root, only packages in apt's present lists are available.

set -u
table=$(dirname "$0")/../../tools/guest/kernels.tbl
directory=$1 wanted=$2

die () {
	printf '%s\n' "bootstrap: $1" >&2
	exit 1
}

command -v apt-get >/dev/null || die "no Debian here; put a kernel (bzImage) in \
$directory/NAME/vmlinuz, or name its file with trapgate guest --kernel=FILE"
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$work"		# apt downloads as user _apt.
log=$work/log
: >"$log"
. "$(dirname "$0")/apt.sh"

# real PACKAGE RELEASE: prints the package that contains the kernel, on which
# PACKAGE depends, if PACKAGE is of that release.
real () {
	apt-cache show "$1" 2>/dev/null | awk -v release="$2." '
		/^Version: / { version = $2 }
		/^Depends: / && !depends { depends = $2; of = version }
		END {
			sub(/,$/, "", depends)
			if (depends == "" || index(of, release) != 1)
				exit 1
			print depends
		}'
}

# The modules for virtio consoles and packet sockets, unless built in.
modules='virtio virtio_ring virtio_pci virtio_pci_legacy_dev
	virtio_pci_modern_dev virtio_console af_packet'
unpack () { # PACKAGE NAME
	new=$directory/$2.new
	rm -rf "$new" "$work/files"
	mkdir -p "$new/modules" "$work/files" || return
	set -- "$1" "$2" --wildcards './boot/vmlinuz*'
	for module in $modules; do
		set -- "$@" "*/$module.ko" "*/$module.ko.xz"
	done
	deb=$1 name=$2
	shift 2
	# A module that is not in the package is built in.
	dpkg-deb --fsys-tarfile "$deb" | tar -C "$work/files" -xf - "$@" 2>/dev/null
	find "$work/files" -name '*.ko.xz' -exec xz -d {} + || return
	find "$work/files" -name '*.ko' -exec mv {} "$new/modules" \; &&
		mv "$work/files"/boot/vmlinuz* "$new/vmlinuz" &&
		rm -rf "${directory:?}/$name" && mv "$new" "$directory/$name"
}

get () { # NAME OF PACKAGES
	release=${1%%-*}
	[ "$2" = "$(dpkg --print-architecture)" ] || suffix=:$2
	for package in $(printf '%s\n' "$3" | tr , ' '); do
		file=$(real "$package${suffix-}" "$release") || continue
		rm -f "$work"/*.deb
		(cd "$work" && apt-get download "$file${suffix-}") >>"$work/log" 2>&1 ||
			continue
		if unpack "$work"/*.deb "$1" >>"$work/log" 2>&1; then
			printf '%s\n' "bootstrap: unpacked $file in $directory/$1"
			return
		fi
	done
	return 1
}

# try: tries the rows in order; for "first" those that run both architectures.
try () {
	awk -v wanted="$wanted" '
		{ sub(/#.*/, "") }
		NF == 4 && ($1 == wanted || (wanted == "first" && $3 ~ /,/)) {
			print $1, $2, $4 }' "$table" >"$work/rows"
	[ -s "$work/rows" ] || die "there is no kernel '$wanted'; known are $(
		awk '{ sub(/#.*/, "") } NF == 4 { printf "%s ", $1 }' "$table")"
	while read -r name of packages; do
		suffix=
		! get "$name" "$of" "$packages" || return 0
	done <"$work/rows"
	return 1
}

# update: apt's lists may be old or missing.  An unreachable index makes this fail
# even if all that is needed was fetched.
update () {
	as_root=
	[ "$(id -u)" -eq 0 ] || as_root="sudo -n"
	if grep -q ' i386 ' "$work/rows"; then
		$as_root dpkg --add-architecture i386
	fi
	apt update
}
try || { update; try; } || {
	tail -n 5 "$work/log" >&2
	die "cannot get kernel '$wanted' for guests from this system's package sources"
}
