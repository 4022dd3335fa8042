#!/bin/sh
# iperf3.sh - iperf3 by TCP and UDP, in both directions, and with 10 streams.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

serve 5201 iperf3 -s

# transfer BYTES OPTION...: all bytes of all streams are sent, and some arrive before the
# client, which does not wait for the rest, ends the test.
transfer () {
	bytes=$1
	shift
	run iperf3 -c 127.0.0.1 -n "$bytes" -l 8192 -J "$@" >json || return
	# The sums at the end, which have the bytes of all streams.
	sent=$(sum sum_sent) received=$(sum sum_received)
	printf '%s\n' "sent ${sent:=$(sum sum)}, received ${received:=$sent}"
	[ "$sent" -ge "$bytes" ] && [ "$received" -gt 0 ] && [ "$received" -le "$sent" ]
}
sum () {
	sed -n "/^	\"end\"/,\$p" json | sed -n "/\"$1\"/,/}/s/.*\"bytes\":	\([0-9]*\).*/\1/p"
}
check tcp transfer 10000000
check 'tcp, reverse' transfer 10000000 -R
check 'tcp, both directions' run iperf3 -c 127.0.0.1 --bidir -t 1
check 'tcp, 10 streams' transfer 30000000 -P 10
check 'tcp, IPv6' run iperf3 -c ::1 -n 1000000
check 'tcp, sendfile' transfer 10000000 -Z
check udp transfer 1000000 -u -b 100M
check 'udp, reverse' run iperf3 -c 127.0.0.1 -u -b 100M -n 1000000 -R
check 'udp, 10 streams' transfer 1000000 -u -b 20M -P 10
finish
