#!/bin/sh
# conform-settings.sh - trapgate conform where a setting could decide a result.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2034,SC2317	# sh -c has its own $0 and $1; wrong reads usual.
#
# First the settings of a network, below /proc/sys/net: each gets its other values, in a
# network of its own.  They are independent, so that a run sets many of them, and one
# that differs is repeated with half of them, up to a single one.  Then settings of the
# whole system, in a guest.
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

. "$srcdir/tests/conform-settings.lib"

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
