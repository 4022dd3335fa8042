#!/bin/sh
# conform-inherited.sh - trapgate conform with everything that a program inherits.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2317	# sh -c has its own $0 and $1; results calls.
#
# Limits, rights, namespaces, file systems, signals, interfaces, routes and queues, each by
# itself, in a network of its own: no case may fail.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"
. "$srcdir/tests/conform-settings.lib"

# inherits TEXT COMMAND...: COMMAND, which executes its further arguments, leaves them a
# system where no case fails.
inherits () {
	inherited="$arch: $1"
	shift
	if ! in_network none "$@" /bin/true >errors 2>&1; then
		skip "$inherited" "cannot be had: $(tail -n 1 errors | tr '#' ':')"
		return
	fi
	# shellcheck disable=SC2086	# Options.
	results in_network none "$@" $conform
	grep -v -x less bad >failures
	# It may refuse to run.
	! grep -q '^trapgate conform: .*; ' errors || sed -i '/^no case ran$/d' failures
	[ ! -s failures ] || cat errors >>failures
	empty "$inherited" failures
}
# by_sh TEXT SCRIPT: the same for a script.
by_sh () { inherits "$1" sh -c "{ $2; } && exec \"\$@\"" sh; }

for limit in nofile=16 nofile=32 nofile=64 nofile=256 memlock=0 sigpending=0 nproc=0 \
	msgqueue=0 stack=16384 stack=65536 stack=unlimited as=33554432 locks=0 nice=0 \
	rtprio=0 core=0 core=unlimited rss=0; do
	inherits "limit $limit" prlimit "--$limit:${limit#*=}"
done
for mask in 0 077 0777; do
	by_sh "umask $mask" "umask $mask"
done
for right in $(setpriv --list-caps) all; do
	inherits "without the right $right" setpriv "--bounding-set=-$right" "--inh-caps=-$right"
done
for bit in noroot no_setuid_fixup noroot,+no_setuid_fixup; do
	inherits "securebit $bit" setpriv "--securebits=+$bit"
done
user='setpriv --reuid=12345 --regid=12345 --clear-groups'
for id in ruid euid 'rgid --keep-groups' 'egid --keep-groups'; do
	# shellcheck disable=SC2086	# Options.
	inherits "root with another ${id%% *}" setpriv --${id%% *}=12345 ${id#"${id%% *}"}
done
# shellcheck disable=SC2086	# Options.
{
	inherits 'no new privileges' setpriv --no-new-privs
	inherits 'a user' $user
	inherits 'a user with no new privileges' $user --no-new-privs
	inherits 'a user with rights' $user --inh-caps=+net_raw,+net_admin \
		--ambient-caps=+net_raw,+net_admin
	inherits 'nobody' setpriv --reuid=65534 --regid=65534 --clear-groups
	for options in -U -Ur -Urn -Un; do
		inherits "unshare $options" unshare $options
		inherits "a user by unshare $options" $user unshare $options
	done
	for options in -pf '-pf --mount-proc' -iuC '-T --monotonic=100000 -f'; do
		inherits "unshare $options" unshare $options
	done
}
inherits 'no further namespaces' unshare -Ur sh -c '
	for name in user net pid mnt uts ipc; do echo 0 >/proc/sys/user/max_${name}_namespaces
	done; exec "$@"' sh

# A file system in place of one that programs expect.
for directory in proc dev sys; do
	by_sh "an empty /$directory" "mount -t tmpfs none /$directory"
done
by_sh 'processes of others hidden' 'mount -t proc -o hidepid=2 none /proc'
for options in ro nr_inodes=1 mode=700 noexec,nosuid,nodev; do
	inherits "/tmp with $options" sh -c 'exec 9<"$2" && mount -t tmpfs -o "$1" none /tmp &&
		shift 2 && exec /proc/self/fd/9 "$@"' sh "$options"
done
for signal in CHLD PIPE ALRM URG IO ''; do
	inherits "ignored: ${signal:-all signals}" env "--ignore-signal${signal:+=$signal}"
	inherits "blocked: ${signal:-all signals}" env "--block-signal${signal:+=$signal}"
done
by_sh 'no standard input' 'exec <&-'
by_sh 'no standard input and error' 'exec <&- 2>&-'
by_sh 'open files' 'exec 3<. 4<. 5<. 6<. 7<. 8<. 9<.'
by_sh 'a directory that is gone' 'mkdir gone; cd gone && rmdir ../gone'
inherits 'no environment' env -i
inherits 'nice' nice -n 19
inherits 'one processor' taskset -c 0
for policy in -b=0 -i=0 -f=1 -r=1; do
	inherits "chrt $policy" chrt "${policy%=*}" "${policy#*=}"
done
for option in -R -X -L -B -3 -F -S -T -I -Z --uname-2.6; do
	inherits "setarch $option" setarch "$option"
done

# --- Interfaces, addresses, routes, queues.

for mtu in 68 576 1279 1280 1500 9000 65535; do
	by_sh "an MTU of $mtu" "ip link set lo mtu $mtu"
done
while IFS='|' read -r text script; do
	by_sh "$text" "$script"
done <<'END'
more addresses|ip addr add 192.0.2.1/32 dev lo && ip addr add 2001:db8::1/128 dev lo
an address for documents|ip addr add 203.0.113.1/24 dev lo
127.0.0.1 alone|ip addr del 127.0.0.1/8 dev lo && ip addr add 127.0.0.1/32 dev lo
no 127.0.0.1|ip addr del 127.0.0.1/8 dev lo
no ::1|ip addr del ::1/128 dev lo
local addresses|ip route add local default dev lo && ip -6 route add local default dev lo
routes: blackhole|ip route add blackhole default && ip -6 route add blackhole default
routes: prohibit|ip route add prohibit default && ip -6 route add prohibit default
routes: unreachable|ip route add unreachable default && ip -6 route add unreachable default
rules|ip rule add fwmark 1 table 100 && ip rule add prio 10 table 200
a route with metrics|ip route add local 127.0.0.0/9 dev lo mtu 1500 advmss 500 window 2000
promiscuous|ip link set lo promisc on && ip link set lo allmulticast on
multicast|ip link set lo multicast on && ip route add 224.0.0.0/4 dev lo
small segments|ip link set lo gso_max_size 4096 gso_max_segs 2
a short queue|ip link set lo txqueuelen 1
an interface|ip link add d0 type ifb && ip link set d0 up && ip addr add 10.1.1.1/24 dev d0
a slow queue|tc qdisc add dev lo root tbf rate 2mbit burst 70k limit 1m
a fast queue|tc qdisc add dev lo root tbf rate 100mbit burst 100k limit 1m
a delay|tc qdisc add dev lo root netem delay 5ms
loopback is down|ip link set lo down
END
finish
