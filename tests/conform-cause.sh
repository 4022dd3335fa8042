#!/bin/sh
# conform-cause.sh - trapgate conform: a result that is not ok leads to its cause.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# fields FILE CASE JQ WANT: what jq finds in that case, on every path, is WANT.
fields () {
	jq -r --arg id "$2" ".cases[] | select (.id == \$id) | $3" "$1" | sort -u >seen
	printf '%s\n' "$4" | diff - seen
}

# --- The call and the answer that are named.
selftests () {
	conform "$arch" --selftest --json --only='selftest/different*' >selftest.json
	conform "$arch" --selftest --only='selftest/different-plain-call' >plain.tap
	expect "$arch: a plain call that fails is named, not the last socket call" fields \
		selftest.json selftest/different-plain-call \
		'"\(.last_call): \(.arguments): \(.expected), \(.got), \(has("check"))"' \
		'ioctl: ioctl (fd, -1, 0): success, ENOTTY (25), false'
	expect "$arch: in TAP as well" grep -q -x '  arguments: "ioctl (fd, -1, 0)"' plain.tap
	expect "$arch: a value is a number" fields selftest.json selftest/different-value \
		'"\(.check): \(.expected), \(.got)"' 'conform_word (-1): 1, -1'
	expect "$arch: the value that a call returned is an error" fields \
		selftest.json selftest/different-value-of-a-call '"\(.expected), \(.got)"' \
		'0 to 1, EBADF (9)'
	expect "$arch: an error of the kernel itself is called that" fields \
		selftest.json selftest/different-kernel-error .got \
		'ERESTARTSYS (512, kernel internal)'
}

for arch in $archs; do
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: the causes of results"
		continue
	fi
	selftests
done
finish
