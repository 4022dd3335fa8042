# link.sh - part of trapgate cc: runs a link, and explains a failure in a last line.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154,SC2086	# The variables are those of cc; words.

# The compiler writes to standard error directly; we end as it does, on a signal
# only after it has removed its files.
signal=
trap 'signal=HUP' HUP
trap 'signal=INT' INT
trap 'signal=TERM' TERM
end_by_signal () {
	[ -n "$signal" ] || return 0
	trap - "$signal"
	kill -s "$signal" $$
}

$CC "$@"
status=$?
end_by_signal
[ "$status" -ne 0 ] || exit 0
[ "$status" -lt 128 ] || exit "$status"

# The last line, from the messages of a second run.  If that run succeeds, its
# output is complete.
if [ -n "$once" ]; then
	echo 'trapgate-status none'
else
	LC_ALL=C $CC "$@" 2>&1 >/dev/null
	echo "trapgate-status $?"
fi | compiler=${CC##*/} libc=$libc arch=$arch LC_ALL=C awk -f "$parts/why.awk" >&2 && exit 0
end_by_signal
exit "$status"
