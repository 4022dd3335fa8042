#!/bin/sh
# process-count.sh - how many processes a command starts.
# SPDX-License-Identifier: MIT
#
# usage: process-count.sh FILE COMMAND [ARGUMENT]...
# Runs the command and writes the number to FILE, the command's own process
# counted.  In a pid namespace of its own where there may be one: the kernel
# hands out process numbers in order, so the next one is the count.  Elsewhere by
# "processes" in /proc/stat, which counts those of all others, too; then "all"
# follows the number.

set -u
[ $# -ge 2 ] || {
	echo "usage: process-count.sh FILE COMMAND [ARGUMENT]..." >&2
	exit 2
}
file=$1
shift

# Number 1 is the shell that waits, the last one that of sh for its own number.
# shellcheck disable=SC2016	# It is that shell's.
inside='file=$1
shift
"$@"
status=$?
sh -c "echo \$((\$\$ - 2))" >"$file"
exit "$status"'
# In a chroot there is no /proc of its own.
for namespace in '' --map-root-user; do
	for proc in --mount-proc ''; do
		# shellcheck disable=SC2086	# One option or none.
		if unshare $namespace --pid --fork $proc true 2>/dev/null; then
			exec unshare $namespace --pid --fork $proc sh -c "$inside" sh "$file" "$@"
		fi
	done
done

count () {
	while read -r word value rest; do
		[ "$word" != processes ] || printf '%s\n' "$value"
	done </proc/stat
}
before=$(count)
"$@"
status=$?
# But for the one that counts.
printf '%s all\n' "$(($(count) - before - 1))" >"$file"
exit "$status"
