#!/bin/sh
# process-count.sh - counts the processes that a command starts.
# SPDX-License-Identifier: MIT
#
# usage: process-count.sh FILE COMMAND [ARGUMENT]...
# Runs the command and writes the number of processes to FILE, including that of
# the command.  If possible, in a new PID namespace: the kernel assigns process
# IDs in order, so the next one gives the count.  Otherwise by "processes" in
# /proc/stat, which also counts unrelated processes; then the word "all" follows
# the number.

set -u
[ $# -ge 2 ] || {
	echo "usage: process-count.sh FILE COMMAND [ARGUMENT]..." >&2
	exit 2
}
file=$1
shift

# Process 1 is the shell that waits, the last one is the sh that prints its ID.
# shellcheck disable=SC2016	# Expanded by that shell.
inside='file=$1
shift
"$@"
status=$?
sh -c "echo \$((\$\$ - 2))" >"$file"
exit "$status"'
# In a chroot, /proc cannot be mounted.
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
# Without the process of count itself.
printf '%s all\n' "$(($(count) - before - 1))" >"$file"
exit "$status"
