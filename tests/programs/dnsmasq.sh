#!/bin/sh
# dnsmasq.sh - dnsmasq with dig: by UDP and TCP, a zone, many names.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

for n in $(seq 250); do
	printf '192.0.2.%s h%s.example.test\n' "$n" "$n"
done >hosts
serve 5353 dnsmasq --keep-in-foreground --port=5353 --conf-file=/dev/null --user=root \
	--pid-file=/tmp/pid --no-resolv --no-hosts --addn-hosts=/tmp/hosts \
	--host-record=six.example.test,2001:db8::7 \
	--txt-record="text.example.test,$(seq -s ' ' 60)"
# A server with authority over a zone, which can be transferred.
serve 5354 dnsmasq --keep-in-foreground --port=5354 --conf-file=/dev/null --user=root \
	--pid-file=/tmp/pid2 --no-resolv --no-hosts --addn-hosts=/tmp/hosts \
	--auth-server=ns.example.test,lo --auth-zone=example.test,192.0.2.0/24 \
	--auth-peer=127.0.0.1

ask () { run dig +time=5 +tries=2 +short @127.0.0.1 -p 5353 "$@"; }
printf '192.0.2.77\n' >one
printf '2001:db8::7\n' >six
printf '"%s"\n' "$(seq -s ' ' 60)" >text
sed 's/ .*//' hosts >all
sed 's/.* //' hosts >names
sort all >sorted
transferred () {
	run dig +time=5 @127.0.0.1 -p 5354 example.test AXFR |
		awk '$4 == "A" { print $5 }' | sort
}
check 'A, udp' copied one ask h77.example.test A
check 'A, tcp' copied one ask +tcp h77.example.test A
check 'A, no cookie' copied one ask +nocookie +noedns h77.example.test A
check 'AAAA' copied six ask six.example.test AAAA
check 'TXT' copied text ask text.example.test TXT
check '250 names, udp' copied all ask -f names
check '250 names, tcp' copied all ask +tcp -f names
head -n 90 all >some
head -n 90 names >asked
check '90 names, one connection' copied some ask +tcp +keepopen -f asked
check 'AXFR' copied sorted transferred
check 'IPv6' copied one run dig +short @::1 -p 5353 h77.example.test
finish
