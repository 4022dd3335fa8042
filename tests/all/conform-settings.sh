#!/bin/sh
# conform-settings.sh - trapgate conform where a setting could decide a result.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2317	# sh -c has its own $0 and $1; results calls.
#
# First the settings of a network, below /proc/sys/net: each gets its other values, in a
# network of its own.  They are independent, so that a run sets many of them, and one
# that differs is repeated with half of them, up to a single one.  Then limits, rights,
# namespaces, devices and other things that a program inherits, each by itself.
#
# CONFORM_SETTINGS=alone runs every value by itself, which takes an hour;
# CONFORM_SETTINGS=net/ipv4/tcp_stdurg=1 this one.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

case ${CONFORM_SETTINGS-} in
'' | alone | *=*) ;;
*)
	fail "CONFORM_SETTINGS=$CONFORM_SETTINGS: give NAME=VALUE, or alone"
	finish
	;;
esac

arch=
for own in x86_64 $archs; do
	how "$own"
	case " $ARCHS :$tap_how" in
	*" $own "*:native) arch=${arch:-$own} ;;
	esac
done
lacking=
[ "$arch" ] || lacking='no program runs natively'
[ "$(id -u)" = 0 ] || lacking='not root'
command -v ip >/dev/null || lacking='no ip; apt-get install iproute2'
[ "$lacking" ] || unshare -nm true 2>/dev/null || lacking='unshare -nm is not allowed'
[ -z "$lacking" ] || {
	skip 'settings of the system' "$lacking"
	finish
}
arch_entries=
. "$srcdir/sysdeps/$arch/arch.sh"
# In a directory that any user can reach, whoever owns those above this one.
open=$(mktemp -d) && chmod 755 "$open" || exit 2
trap 'rm -rf "$open"' EXIT
trap 'exit 1' HUP INT TERM
cp "$builddir/libexec/trapgate/conform-$arch" "$open/conform"
conform="$open/conform --json --jobs=48 --timeout=20 --route=direct
	--entry=${arch_entries##* }"

# in_network SETTINGS COMMAND...: runs it in a network with these settings, lines of
# settings.awk.
in_network () {
	unshare -nm sh -c 'ip link set lo up || exit
		while IFS="	" read -r round file value before; do
			printf "%s\n" "$value" >"/proc/sys/$file"
		done 2>/dev/null <"$0"
		exec "$@"' "$@"
}

# wrong FILE: prints the failures in an object, and a line if the program found more
# unusual, or skipped more cases, than in an ordinary network: "less".
wrong () {
	awk -F '"' -v usual="$usual" '
		$2 == "notes" && $4 != "" { less = 1 }
		/^  \{"id": / {
			seen++
			skipped += $20 == "skipped"
			if ($20 != "ok" && $20 != "skipped")
				print $4, $20
		}
		END {
			if (!seen)
				print "no case ran"
			else if (less || skipped > usual)
				print "less"
		}' "$1"
}

# results COMMAND...: its wrong results in the file bad.  A busy system loses a datagram
# now and then: a failure must occur twice.
results () {
	"$@" >object 2>errors </dev/null
	wrong object >bad
	grep -q -v -x less bad || return 0
	mv bad first
	"$@" >object 2>errors </dev/null
	wrong object | grep -F -x -f first >bad
}

settings_of () { awk -F '\t' '{ printf "%s%s=%s", (NR > 1 ? ", " : ""), $2, $3 }' "$1"; }

# search SETTINGS: finds each of them that causes a failure by itself.
search () {
	# shellcheck disable=SC2086	# Options.
	results in_network "$1" $conform
	[ -s bad ] || return 0
	if [ "$(wc -l <"$1")" -gt 1 ]; then
		lines=$(($(wc -l <"$1") / 2))
		head -n "$lines" "$1" >"$1.1"
		tail -n "+$((lines + 1))" "$1" >"$1.2"
		search "$1.1"
		search "$1.2"
	elif grep -q -v -x less bad; then
		found=$((found + 1))
		fail "$arch: $(settings_of "$1")" bad
	fi
}

# try_round FILE: its settings fail no case.
try_round () {
	found=0
	search "$1"
	[ "$found" -gt 0 ] || pass "$arch: $(settings_of "$1" | cut -c 1-70) ($(wc -l <"$1"))"
}

# --- Settings of a network.

: >none
usual=9999
# shellcheck disable=SC2086	# Options.
results in_network none $conform
usual=$(grep -c '"result": "skipped"' object)
# If all cases ran in another network, no setting would reach them.
empty "$arch: an ordinary network" bad

heads='cd /proc/sys && find net -type f -perm -200 | sort | xargs head -n 1 2>/dev/null'
in_network none sh -c "$heads" >lines
awk -f "$srcdir/tests/settings.awk" lines >values
awk -F '\t' '$1 ~ /^[0-9]+$/ { n++ } END { exit n < 100 }' values
expect "$arch: there are settings" test $? = 0
cut -f 1 values | sort -u >rounds
while IFS= read -r name; do
	awk -F '\t' -v name="$name" '$1 == name' values >written
	in_network written sh -c "$heads" >lines
	awk -f "$srcdir/tests/settings.awk" written lines
done <rounds >changed
case ${CONFORM_SETTINGS-} in
*=*)
	name=${CONFORM_SETTINGS%%=*}
	expect "$arch: $name is a setting" awk -F '\t' -v name="$name" '
		$2 == name { found = 1 } END { exit !found }' values
	printf '1\t%s\t%s\t\n' "$name" "${CONFORM_SETTINGS#*=}" >changed
	;;
esac
awk -F '\t' -v alone="${CONFORM_SETTINGS-}" 'seen[$2, $3]++ { next }
	{
		name = alone == "" ? $1 : NR
		if (!(name in at))
			at[name] = ++n
		print >("round-" at[name])
	}' changed
for file in round-*; do
	try_round "$file"
done
[ -z "${CONFORM_SETTINGS-}" ] || finish

# --- What a program inherits.

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

# --- Settings of the whole system, in a guest.

kernel=$("$TRAPGATE" guest --list | sed -n '/ x86_64[^ ]* *here: /{s/ .*//p;q;}')
if [ "$arch" != x86_64 ] || [ -z "$kernel" ]; then
	skip 'settings of the whole system' 'no kernel for guests; ./bootstrap guest'
	finish
fi
mkdir -m 700 runtime
# in_guest NAME=VALUE...: runs the program in a guest with these settings.
in_guest () {
	# shellcheck disable=SC2046,SC2086	# Options.
	XDG_RUNTIME_DIR=$PWD/runtime "$TRAPGATE" guest --kernel="$kernel" $(with_tool sh) \
		--with="$open/conform" -- sh -c 'for setting; do
			printf "%s\n" "${setting#*=}" >"/proc/sys/${setting%%=*}"
		done 2>/dev/null; exec $0' "$conform --jobs=8" "$@"
}
try_guest () {
	results in_guest "$@"
	grep -v -x less bad >failures
	[ ! -s failures ] || cat errors >>failures
	empty "$arch: guest: $1, ..." failures
}
try_guest net/core/rmem_max=2304 net/core/wmem_max=4608 net/core/rmem_default=2304 \
	net/core/wmem_default=4608 net/core/optmem_max=1024
try_guest net/core/rmem_max=2147483647 net/core/wmem_max=2147483647 \
	net/core/rmem_default=2147483647 net/core/wmem_default=2147483647 \
	net/core/optmem_max=2147483647 net/core/busy_poll=50 net/core/busy_read=50 \
	net/core/bpf_jit_enable=0 net/core/dev_weight=1 net/core/netdev_budget=1
try_guest net/core/devconf_inherit_init_net=1 net/core/default_qdisc=noqueue \
	net/core/high_order_alloc_disable=1 net/core/skb_defer_max=0 \
	net/core/gro_normal_batch=1 net/core/mem_pcpu_rsv=1 net/core/max_skb_frags=1 \
	net/core/netdev_tstamp_prequeue=0 net/core/tstamp_allow_data=0 \
	'net/ipv4/tcp_mem=1 2 3' net/ipv4/tcp_max_orphans=0 vm/overcommit_memory=2 \
	vm/mmap_min_addr=0 vm/legacy_va_layout=1 kernel/randomize_va_space=0 \
	kernel/pid_max=400 kernel/yama/ptrace_scope=3 fs/nr_open=1024 \
	user/max_user_namespaces=0 user/max_net_namespaces=0
finish
