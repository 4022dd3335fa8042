#!/bin/sh
# process-count.sh - a link starts no more processes than the limit.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

count () { # command...: sets processes
	sh "$srcdir/gen/process-count.sh" "$PWD/count" "$@" >log 2>&1
	status=$?
	read -r processes all <count
	[ "$status" -eq 0 ]
}

# The counting itself: three commands, and the shell that starts them.
expect 'processes are counted' count sh -c '/bin/true; /bin/true; /bin/true; :'
if [ -n "$all" ]; then
	skip 'processes of a link' 'no pid namespace: processes of others would count, too'
	finish
fi
expect 'the count is right' test "$processes" -eq 4

# --- A link by trapgate cc: up to three processes besides the compiler's.
echo 'int main (void) { return 0; }' >main.c
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	set -- "$(flag_of "$arch")" --libc="$libc" -O1 -o prog main.c
	line=$("$TRAPGATE" cc "$@" --print)
	# shellcheck disable=SC2086	# A command line.
	count $line || fail "$target: the compiler runs" log
	alone=$processes
	count "$TRAPGATE" cc "$@" || fail "$target: trapgate cc runs" log
	if [ "$((processes - alone))" -le 3 ]; then
		pass "$target: a link starts $alone processes and $((processes - alone)) of ours"
	else
		fail "$target: a link starts $alone processes and $((processes - alone)) of ours"
	fi
done
finish
