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

newline='
'
# cancels: whether the program calls pthread_cancel.  With glibc it then contains a
# part of ours; with musl it contains the function, which asynchronous I/O links as
# well.
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
