#!/bin/sh
# inside.sh - runs a command in a root of its own, with nothing of the host but the kernel.
# SPDX-License-Identifier: MIT
#
# usage: inside.sh ROOT SECONDS COMMAND...
# Environment: srcdir, builddir; tests, a directory that becomes /srv there, or nothing.
# The current directory becomes /mnt.
# The root is read-only; loopback is the only interface; the first process to end, or the
# time, ends all others.  /opt/trapgate is the build, /opt/programs this directory.

set -u
: "${srcdir:?}" "${builddir:?}"
root=$1 seconds=$2
shift 2
# shellcheck disable=SC2016	# For the inner shell to expand.
exec timeout --kill-after=5 "$seconds" \
	unshare --mount --propagation private --pid --net --uts --fork --kill-child sh -c '
		root=$1 work=$2 build=$3 scripts=$4 tests=$5
		shift 5
		ip link set lo up && hostname programs &&
			mount --bind "$root" "$root" && mount -o remount,bind,ro "$root" &&
			mount -t proc proc "$root/proc" &&
			mount --rbind /sys "$root/sys" && mount -t tmpfs tmpfs "$root/dev" &&
			mkdir "$root/dev/pts" "$root/dev/shm" &&
			mount -t devpts -o newinstance,ptmxmode=666 devpts "$root/dev/pts" &&
			ln -s pts/ptmx "$root/dev/ptmx" && ln -s /proc/self/fd "$root/dev/fd" &&
			cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty \
				"$root/dev/" &&
			mount -t tmpfs -o mode=755 tmpfs "$root/root" &&
			for place in tmp run var/tmp; do
				mount -t tmpfs tmpfs "$root/$place" || exit
			done &&
			mount --bind "$work" "$root/mnt" &&
			mount -t tmpfs tmpfs "$root/opt" &&
			mkdir "$root/opt/trapgate" "$root/opt/programs" &&
			mount --bind "$build" "$root/opt/trapgate" &&
			mount --bind "$scripts" "$root/opt/programs" || exit 125
		[ -z "$tests" ] || mount --bind "$tests" "$root/srv" || exit 125
		chroot "$root" env -i HOME=/root TERM=dumb LC_ALL=C.UTF-8 \
			PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"' \
	sh "$root" "$PWD" "$builddir" "$srcdir/tests/programs" "${tests-}" \
	sh -c 'cd /mnt && "$@"' sh "$@"
