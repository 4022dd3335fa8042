#!/bin/sh
# debian.sh - both commands of the README in a new, minimal Debian.
# SPDX-License-Identifier: MIT
#
# usage: debian.sh SUITE [MMDEBSTRAP-OPTION]...
# Needs root.  Installs a system of the suite (bookworm, trixie, sid), copies the
# source tree into it and runs ./bootstrap demo and ./bootstrap check there, in
# separate namespaces: no mount and no process is left.  The output, that of each
# test and the versions of the packages are left in build/debian/SUITE/.  Needs the
# network, 5 GB in TMPDIR (/var/tmp), and a quarter of an hour.

set -u

die () {
	printf '%s\n' "debian.sh: $1" >&2
	exit 2
}

suite=${1-}
case $suite in
'' | -* | *[!a-z0-9-]*) die "no suite '$suite'; usage: debian.sh SUITE [MMDEBSTRAP-OPTION]..." ;;
esac
shift
[ "$(id -u)" -eq 0 ] || die "a new system needs root; run it with sudo"
command -v mmdebstrap >/dev/null || die "no mmdebstrap; apt-get install mmdebstrap"
srcdir=$(cd "$(dirname "$0")/.." && pwd) || exit
logs=$(pwd)/build/debian/$suite
rm -rf "$logs"
mkdir -p "$logs" || die "cannot write to $logs; run it in another directory"
place=$(mktemp -d -p "${TMPDIR:-/var/tmp}" trapgate-debian.XXXXXX) ||
	die "cannot make a directory in ${TMPDIR:-/var/tmp}; set TMPDIR"
trap 'rm -rf --one-file-system "$place"' EXIT
trap 'exit 1' HUP INT TERM
root=$place/root
tree=$root/root/trapgate

printf '%s\n' "$suite: mmdebstrap --variant=minbase $*"
mmdebstrap --variant=minbase "$@" "$suite" "$root" >"$logs/mmdebstrap" 2>&1 || {
	tail -n 3 "$logs/mmdebstrap" >&2
	die "mmdebstrap failed; its output is in $logs/mmdebstrap"
}

# The source tree, without build products and files that git ignores.
mkdir "$tree"
(
	cd "$srcdir" || exit
	git ls-files -z --cached --others --exclude-standard 2>/dev/null >"$place/files" ||
		find . -type f ! -path './build/*' ! -path './.git/*' ! -path ./config.mk \
			! -path ./Makefile -print0 >"$place/files"
	tar cf "$place/tree" --null --ignore-failed-read -T "$place/files" 2>/dev/null
) || die "cannot read $srcdir"
tar xf "$place/tree" -C "$tree" || die "cannot copy $srcdir"

# inside COMMAND...: in the new system, in the tree.  The shell is process 1 of the
# namespace, so no process outlives it.  The root is a mount, as in any container:
# otherwise a program could not unshare its mounts.
inside () {
	# shellcheck disable=SC2016	# For the inner shell to expand.
	unshare --mount --propagation private --pid --fork --kill-child sh -c '
		root=$1
		shift
		mount --bind "$root" "$root" && mount -t proc proc "$root/proc" &&
			mount --rbind /sys "$root/sys" && mount --rbind /dev "$root/dev" &&
			mount -t tmpfs tmpfs "$root/tmp" &&
			exec chroot "$root" env -i HOME=/root TERM=dumb \
				PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"' \
		sh "$root" sh -c 'cd /root/trapgate && "$@"; exit $?' sh "$@"
}

failed=0
for target in demo check; do
	began=$(date +%s)
	inside ./bootstrap "$target" >"$logs/$target" 2>&1 </dev/null
	status=$?
	counts=$(sed -n '$s/^[0-9]* passed, .*/: &/p' "$logs/$target")
	printf '%s %s\n' "$suite: ./bootstrap $target: exit status $status after" \
		"$(($(date +%s) - began)) s$counts"
	[ "$status" -ne 0 ] || continue
	failed=1
	grep -A 12 ' FAILED$' "$logs/$target" || tail -n 12 "$logs/$target"
done
cp -R "$tree/build/check" "$logs/tests" 2>/dev/null
rm -rf "$logs"/tests/*/
# shellcheck disable=SC2016	# For dpkg-query.
inside dpkg-query -W -f '${Package} ${Version}\n' | sort -u >"$logs/packages"
awk '/^(gcc|libc6-dev|musl-dev|binutils|clang|qemu-system-x86|strace|gdb|shellcheck) /' \
	"$logs/packages"
exit "$failed"
