#!/bin/sh
# root.sh - makes a root of Debian with the programs, unless it is there already.
# SPDX-License-Identifier: MIT
#
# usage: root.sh DIRECTORY SUITE ARCHITECTURE MIRROR
# DIRECTORY becomes the root; it is made anew if packages.txt has changed.  Needs root.

set -u
root=$1 suite=$2 architecture=$3 mirror=$4
list=$(sed -n '/^[^#]/p' "$(dirname "$0")/packages.txt")
# Another test may be making it.
mkdir -p "${root%/*}" && exec 9>"$root.lock" && flock 9 || exit
[ "$(cat "$root/packages" 2>/dev/null)" != "$list" ] || exit 0
rm -rf --one-file-system "$root" "$root.new" || exit
# The lists of a mirror may have expired.  The kernel runs both architectures.
mmdebstrap --variant=apt --architectures="$architecture" --skip=check/qemu \
	--include="$(printf '%s\n' "$list" | paste -s -d ,)" \
	--aptopt='Acquire::Check-Valid-Until "false"' \
	"$suite" "$root.new" "deb $mirror $suite main" || exit
printf '127.0.0.1 localhost programs\n::1 localhost\n' >"$root.new/etc/hosts"
: >"$root.new/etc/resolv.conf"
printf '%s\n' "$list" >"$root.new/packages"
mv "$root.new" "$root"
