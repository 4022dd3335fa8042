#!/bin/sh
# conform-load.sh - trapgate conform on a busy system, and where packets come late.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.
#
# CONFORM_ROUNDS is how often all cases run.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"
: "${CONFORM_ROUNDS:=3}"
program_of () { printf '%s\n' "$builddir/libexec/trapgate/conform-$1"; }

# all_ok TEXT ARCH COMMAND...: COMMAND with the program runs all cases, CONFORM_ROUNDS
# times, and each is ok or skipped.
all_ok () {
	all_ok_text=$1 all_ok_arch=$2
	shift 2
	round=0
	: >err
	while [ $((round += 1)) -le "$CONFORM_ROUNDS" ]; do
		"$@" "$(program_of "$all_ok_arch")" --json --timeout=60 --jobs=4 >out 2>log ||
			{ jq -c '.cases[] | select(.result | IN("ok", "skipped") | not)' out
			cat log; } >>err 2>&1
		jq -c .counts out >>counts || echo 'no result' >>err
	done
	empty "$all_ok_arch: $all_ok_text, $CONFORM_ROUNDS times" err
}

busy=
idle () {
	# shellcheck disable=SC2086	# A process each.
	[ -z "$busy" ] || kill $busy
	busy=
}
trap idle EXIT
trap 'exit 1' HUP INT TERM

# Packets through loopback are delivered later than the call that sent them: by another
# processor, or by a queue with a rate.  In a network namespace, so that the system's
# loopback keeps its own settings.
late='ip link set lo up && '
other_processor=$late'mount -t sysfs none /sys &&
	echo 3 >/sys/class/net/lo/queues/rx-0/rps_cpus && exec "$0" "$@"'
slow=$late'tc qdisc add dev lo root handle 1: htb default 1 &&
	tc class add dev lo parent 1: classid 1:1 htb rate 2mbit burst 1 cburst 1 \
		quantum 60000 && exec "$0" "$@"'
# later TEXT ARCH SCRIPT: all_ok in such a namespace, if it can be made.
later () {
	if unshare -nm sh -c "$3" true 2>log; then
		all_ok "$1" "$2" unshare -nm sh -c "$3"
	else
		skip "$2: $1" "$(tail -n 1 log)"
	fi
}

for arch in $archs; do
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: a busy system"
		continue
	fi
	how "$arch"
	n=0
	while [ $((n += 1)) -le 8 ]; do
		while :; do :; done &
		busy="$busy $!"
	done
	all_ok 'beside 8 processes that never wait' "$arch" on "$arch"
	idle
	if [ "$tap_how" != native ]; then
		skip "$arch: late packets" "$arch programs do not run natively"
		continue
	fi
	later 'packets that another processor delivers' "$arch" "$other_processor"
	later 'packets that a queue delays' "$arch" "$slow"
done
finish
