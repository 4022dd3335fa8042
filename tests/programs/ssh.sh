#!/bin/sh
# ssh.sh - ssh to a server on loopback: a command, copies, forwarded ports.
# SPDX-License-Identifier: MIT
#
# The server is sshd, or dropbear if that is in /mnt/bin.

. /opt/programs/task.lib

mkdir -m 700 /root/.ssh /run/sshd
ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/id_ed25519
cp /root/.ssh/id_ed25519.pub /root/.ssh/authorized_keys
cat >/root/.ssh/config <<'END'
Host *
	Port 2222
	StrictHostKeyChecking no
	LogLevel ERROR
END
seq 300000 >data
if [ -x /mnt/bin/dropbear ]; then
	dropbearkey -t ed25519 -f hostkey >/dev/null 2>&1
	serve 2222 dropbear -F -E -r hostkey -p 2222
else
	ssh-keygen -q -t ed25519 -N '' -f hostkey
	serve 2222 /usr/sbin/sshd -D -e -f /dev/null -h /tmp/hostkey -p 2222 \
		-o 'Subsystem sftp internal-sftp'
fi

output () { run ssh "$@" 127.0.0.1 seq 300000; }
input () { run ssh 127.0.0.1 'cat >/tmp/there' <data && cmp data there; }
to () { rm -f there && run "$@" data 127.0.0.1:/tmp/there && cmp data there; }
from () { rm -f here && run "$@" 127.0.0.1:/tmp/data here && cmp data here; }
status_7 () {
	run ssh 127.0.0.1 'exit 7'
	[ $? -eq 7 ]
}
# forwarded FLAG PORT: the client or the server listens on a port, which leads to 2222.
forwarded () {
	serve "$2" ssh -N "$1" "$2:127.0.0.1:2222" 127.0.0.1 || return
	copied data output -p "$2"
}
# Two clients share a connection, by descriptors passed over a UNIX socket.
shared () {
	serve /tmp/master ssh -N -M -S /tmp/master 127.0.0.1 || return
	copied data output -S /tmp/master
}
check 'a command' copied data output
check 'its input' input
check 'its exit status' status_7
check 'IPv6' copied data run ssh ::1 seq 300000
check 'scp, to' to scp -q
check 'scp, from' from scp -q
check 'scp -O, to' to scp -q -O
check 'scp -O, from' from scp -q -O
check 'a forwarded port' forwarded -L 2223
check 'a forwarded port of the server' forwarded -R 2224
check 'a shared connection' shared
finish
