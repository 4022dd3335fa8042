#!/bin/sh
# guest-kernel.sh - gets a kernel for trapgate guest from a Debian package.
# SPDX-License-Identifier: MIT
#
# usage: guest-kernel.sh DIRECTORY NAME|first
# Downloads the packages of a kernel in sysdeps/*/kernels.tbl, and unpacks them without
# installing them: DIRECTORY/NAME/vmlinuz is the kernel, modules/ has the modules that
# init loads, and packages the names and versions.  "first" is the first row that runs
# all architectures of the system's family and is available.  The row's Debian release
# need not be the system's: see suite.sh.

set -u
setup=$(dirname "$0")
sources=$setup/../..
directory=$1 wanted=$2

die () {
	printf '%s\n' "bootstrap: $1" >&2
	exit 1
}

command -v apt-get >/dev/null || die "no Debian here; put a kernel in \
$directory/NAME/vmlinuz, or name its file with trapgate guest --kernel=FILE"
work=$(mktemp -d) || die "cannot make a temporary directory"
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
. "$setup/suite.sh"
. "$setup/kernels.sh"

# parts PACKAGE...: prints the packages of a kernel on which these depend.
parts () {
	apt-cache depends "$@" |
		sed -n 's/^ *Depends: \(linux-\(image\|binary\|modules\)-[0-9].*\)/\1/p'
}

# fetch PACKAGE: downloads what PACKAGE, which names the newest kernel, depends on.
# Debian has a kernel in one package, but sid in three, of which one depends on the
# others.
fetch () {
	image=$(parts "$1") && [ -n "$image" ] || return
	# shellcheck disable=SC2046,SC2086	# Names.
	(cd "$work/debs" && apt-get download $image $(parts $image))
}

# The modules for virtio consoles, and for families of sockets, since a guest loads
# nothing on demand, unless built in.
modules='virtio virtio_ring virtio_pci virtio_pci_legacy_dev
	virtio_pci_modern_dev virtio_console af_packet af_alg algif_hash
	vsock vsock_loopback vmw_vsock_virtio_transport_common'
unpack () { # NAME
	new=$directory/$1.new name=$1
	rm -rf "$new" "$work/files"
	mkdir -p "$new/modules" "$work/files" || return
	set -- --wildcards './boot/vmlinu[xz]*' './usr/lib/modules/*/vmlinu[xz]'
	for module in $modules; do
		set -- "$@" "*/$module.ko" "*/$module.ko.xz"
	done
	for deb in "$work"/debs/*.deb; do
		# tar fails: no package has all of these.
		dpkg-deb --fsys-tarfile "$deb" | tar -C "$work/files" -xf - "$@" 2>/dev/null
		dpkg-deb --show "$deb" >>"$new/packages" || return
	done
	find "$work/files" -name '*.ko.xz' -exec xz -d {} + || return
	find "$work/files" -name '*.ko' -exec mv {} "$new/modules" \; &&
		find "$work/files" -name 'vmlinu[xz]*' -exec mv {} "$new/vmlinuz" \; &&
		[ -f "$new/vmlinuz" ] && rm -rf "${directory:?}/$name" &&
		mv "$new" "$directory/$name"
}

# get NAME ARCHITECTURE RELEASE PACKAGE
get () {
	for mirror in $(suite_mirrors); do
		rm -rf "$work/debs"
		mkdir "$work/debs"
		if (
			export LC_ALL=C
			suite_lists "$3" "$mirror" "$2" "$work/apt" && fetch "$4" && unpack "$1"
		) >"$work/log" 2>&1; then
			printf '%s\n' "bootstrap: unpacked $4 of $3 in $directory/$1"
			return
		fi
		printf '%s\n' "$3 from $mirror: $({
			grep '^E: ' "$work/log" || tail -n 1 "$work/log"
		} | head -n 1)" >>"$work/failed"
	done
	return 1
}

if [ "$wanted" = first ]; then
	kernels_for "$sources" "$(uname -m)"
else
	kernels_all "$sources" | awk -v wanted="$wanted" '$1 == wanted'
fi >"$work/rows"
[ -s "$work/rows" ] ||
	die "there is no kernel '$wanted'; known are $(kernels_all "$sources" | awk '{
		printf "%s ", $1 }')"
while read -r name arch _ release package _; do
	. "$sources/sysdeps/$arch/arch.sh"
	! get "$name" "$arch_debian" "$release" "$package" </dev/null || exit 0
done <"$work/rows"
die "cannot get kernel '$wanted' for guests: $(head -n 1 "$work/failed"); check the network, \
and that debian-archive-keyring is installed"
