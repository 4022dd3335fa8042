#!/bin/sh
# conform-where.sh - the conformance program where little is as usual.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
few='--only=bind/* --only=connect/* --only=recvmsg/rights-253 --jobs=8'

# right TEXT COMMAND...: all is ok or skipped, and not all skipped.
right () {
	right_text=$1
	shift
	"$@" >out 2>told </dev/null
	echo "status $?" >>told
	if grep -q -x 'status 0' told && grep -q '^# ok' out; then
		pass "$right_text"
	else
		grep -A 9 '^not ok' out | head -n 40 >>told
		fail "$right_text" told
	fi
}

machines=$(bare_machines)
[ -n "$machines" ] || {
	skip 'conformance programs' 'no machine was built without a libc'
	finish
}
for machine in $machines; do
	program=$builddir/libexec/trapgate/conform-$machine
	right "$machine: few descriptors" sh -c 'ulimit -n 64; exec "$0" $1' \
		"$program" "$few"
	expect "$machine: it says so" grep -q '^# .*descriptors' out
	right "$machine: a mask" sh -c 'umask 0777; exec "$0" $1' "$program" "$few"
	right "$machine: many open files" sh -c 'for fd in 3 7 9; do
		eval "exec $fd<.$2"; done; exec "$0" $1' "$program" "$few"
	# A case may not write to where the report goes.
	right "$machine: no descriptor is open" \
		sh -c 'exec "$0" $1 3<&- 2>&- <&-' "$program" "$few"

	if [ "$(id -u)" = 0 ]; then
		right "$machine: nothing but the program" sh -c 'mkdir -p root &&
			cp "$0" root/c && exec chroot root /c $1' "$program" "$few"
		expect "$machine: nothing is left there" \
			sh -c 'test "$(find root ! -type d)" = root/c &&
			test "$(find root -name "trapgate*")" = ""'
		if unshare -n true 2>/dev/null; then
			# shellcheck disable=SC2086	# Several options.
			right "$machine: no loopback yet" unshare -n "$program" $few
			expect "$machine: it says so" grep -q '^# .*loopback' out
			right "$machine: nor for a user" unshare -n setpriv --reuid=12345 \
				--regid=12345 --clear-groups "$program" --only='*-rights' \
				--only='setsockopt/*-of-user' --only='sendmsg/credentials-*'
		else
			skip "$machine: no loopback yet" 'unshare -n is not allowed'
		fi
		right "$machine: a group of root's" setpriv --reuid=12345 --regid=0 \
			--clear-groups "$program" --only='sendmsg/cred*'
		setpriv --reuid=12345 --regid=12345 --clear-groups \
			prlimit --nproc=1 "$program" >out 2>told
		expect "$machine: no process for anything is no success" test $? = 1
	else
		skip "$machine: an empty root, an empty network" 'not root'
	fi

	# --- What the release is not.
	"$program" --release=2.6.10 --only='accept4/*' >out
	expect "$machine: --release=2.6.10" sh -c '
		grep -q "^ok" out && ! grep -E "^(not )?ok" out |
		grep -v "# SKIP since Linux [23456]"'
	refuse "$machine: --release=new" 2 '^trapgate conform: --release' \
		"$program" --release=new
	if command -v "qemu-$machine" >/dev/null; then
		"qemu-$machine" -r MyOS-1 "$program" --only='bind/addrlen-*' >out 2>told
		expect "$machine: a release of another kernel" sh -c '
			grep -q "^# .*MyOS-1" out && grep "^ok" out | grep -q -v "# SKIP"'
	else
		skip "$machine: another release" "no qemu-$machine; apt-get install qemu-user"
	fi

	# --- Patterns and lost output.
	refuse "$machine: one pattern of two is none's" 2 'no case of --only=none/x$' \
		"$program" --only='bind/*' --only=none/x
	refuse "$machine: --list and --json" 2 '--json' "$program" --list --json
	for option in --list --help --version; do
		refuse "$machine: $option to a full disk" 2 'takes no more' \
			sh -c '"$0" $1 >/dev/full' "$program" "$option"
	done

	# --- The end, though nobody reads.
	rm -f slow
	mkfifo slow
	# shellcheck disable=SC2217	# It holds it open, and reads nothing.
	sleep 20 <slow &
	reader=$!
	"$program" --jobs=8 >slow 2>told &
	runner=$!
	sleep 2
	kill -TERM "$runner"
	began=$(date +%s)
	wait "$runner"
	expect "$machine: SIGTERM while nobody reads" \
		test "$? $(($(date +%s) - began < 10))" = "143 1"
	kill "$reader" 2>/dev/null
	timeout -s INT 1 "$program" >out 2>told
	expect "$machine: TAP tells of a signal" \
		sh -c 'tail -n 1 out | grep -q -x "Bail out! SIGINT"'
	if command -v strace >/dev/null; then
		timeout -s KILL 60 strace -f -o /dev/null -e inject=kill:error=EPERM \
			"$program" --selftest --only=selftest/hung --timeout=1 >out 2>told
		expect "$machine: what cannot be killed is given up" \
			grep -q '^  got: .*cannot be killed' out
	else
		skip "$machine: what cannot be killed" 'no strace; apt-get install strace'
	fi
done
finish
