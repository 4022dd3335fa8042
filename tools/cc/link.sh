# link.sh - part of trapgate cc: runs a link, and has the last line if it fails.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154,SC2086	# The variables are those of cc; words.

# The compiler has standard error for itself; we end as it does, by a signal
# once it has removed its files.
signal=
trap 'signal=HUP' HUP
trap 'signal=INT' INT
trap 'signal=TERM' TERM
end_by_signal () {
	[ -n "$signal" ] || return 0
	trap - "$signal"
	kill -s "$signal" $$
}

newline='
'
# cancels: whether the program calls pthread_cancel.  With glibc it has a part of
# ours then; with musl it has the function, which asynchronous I/O has as well.
cancels () {
	[ -z "$plain" ] && [ -f "$output" ] || return 1
	case $libc in
	glibc) LC_ALL=C grep -q -F 'trapgate: pthread_cancel' "$output" ;;
	musl)
		case "$(LC_ALL=C nm "$output" 2>/dev/null)$newline" in
		*' aio_'* | *' mq_notify'*) return 1 ;;
		*" T pthread_cancel$newline"* | *" t pthread_cancel$newline"*) ;;
		*) return 1 ;;
		esac
		;;
	*) return 1 ;;
	esac
}

$CC "$@"
status=$?
end_by_signal
if [ "$status" -eq 0 ]; then
	! cancels || printf '%s\n' "trapgate cc: $output calls pthread_cancel, and no \
call of trapgate's is a cancellation point; see CAVEATS in trapgate(1)" >&2
	exit 0
fi
[ "$status" -lt 128 ] || exit "$status"

# The last line: of the messages of a second run.  Should that one end well, what
# it made is whole.
if [ -n "$once" ]; then
	echo 'trapgate-status none'
else
	LC_ALL=C $CC "$@" 2>&1 >/dev/null
	echo "trapgate-status $?"
fi | compiler=${CC##*/} libc=$libc arch=$arch LC_ALL=C awk -f "$parts/why.awk" >&2 && exit 0
end_by_signal
exit "$status"
