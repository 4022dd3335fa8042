#!/bin/sh
# socat.sh - socat over TCP, UDP and UNIX sockets, and with OpenSSL.
# SPDX-License-Identifier: MIT

. /opt/programs/task.lib

seq 100000 >data
seq 1000 | head -c 1400 >datagram
# echoed FILE SERVER CLIENT ENDPOINT: what the client sends comes back.
echoed () {
	serve "$4" socat "$2" PIPE || return
	rm -f back
	run socat -t 5 - "$3" <"$1" >back
	cmp "$1" back
}
# received FILE SERVER CLIENT ENDPOINT: what the client sends arrives.
received () {
	rm -f got
	serve "$4" socat -u "$2" CREATE:got || return
	run socat -u "OPEN:$1" "$3" || return
	tries=0
	until cmp -s "$1" got || [ $((tries += 1)) -gt 50 ]; do
		sleep 0.1
	done
	cmp "$1" got
}
check 'tcp, echo' echoed data TCP4-LISTEN:7001 TCP4:127.0.0.1:7001 7001
check 'tcp, a name' received data TCP4-LISTEN:7002,fork TCP4:localhost:7002 7002
check 'tcp, IPv6' echoed data TCP6-LISTEN:7003 'TCP6:[::1]:7003' 7003
check 'tcp, options' echoed data TCP4-LISTEN:7004,nodelay,keepalive,rcvbuf=20000 \
	TCP4:127.0.0.1:7004,linger=5,sndbuf=20000,bind=127.0.0.2 7004
check 'udp, echo' echoed datagram UDP4-LISTEN:7005 UDP4:127.0.0.1:7005 7005
check 'udp, datagrams' received datagram UDP4-RECV:7006 UDP4-SENDTO:127.0.0.1:7006 7006
check 'unix, echo' echoed data UNIX-LISTEN:/tmp/s1 UNIX-CONNECT:/tmp/s1 /tmp/s1
check 'unix, datagrams' received datagram UNIX-RECV:/tmp/s2 UNIX-SENDTO:/tmp/s2 /tmp/s2
check 'unix, a relay to tcp' received data TCP4-LISTEN:7008,fork \
	EXEC:'socat - TCP4\:127.0.0.1\:7008' 7008
case $(run socat -V) in
*'#define WITH_OPENSSL 1'*)
	certificate /tmp/cert
	check openssl echoed data \
		OPENSSL-LISTEN:7007,cert=/tmp/cert,verify=0 \
		OPENSSL:localhost:7007,cafile=/tmp/cert.crt 7007
	;;
*) skipped openssl ;;
esac
finish
