#!/bin/sh
# conform-where.sh - trapgate conform in unusual environments.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# sh -c has its own $0 and $1.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"
# shellcheck disable=SC2034	# For beside.
BESIDE='chroot cp env find mkdir mkfifo prlimit setarch setpriv sleep unshare'

# right TEXT SCRIPT ARG...: all results are ok or skipped, and not all skipped.  SCRIPT
# executes the program, $0, with the options $1.
right () {
	right_text=$1 right_script=$2
	shift 2
	beside "$arch" "$program" "$right_script" "$@" >out 2>err </dev/null
	echo "status $?" >>err
	if grep -q -x 'status 0' err && grep -q '^# ok' out; then
		pass "$right_text"
	else
		awk '/^not ok/ { n = 10 } n-- > 0' out | head -n 40 >>err
		fail "$right_text" err
	fi
}
prints () { expect "$arch: the output shows it" grep -q "^# .*$1" out; }

# None of this depends on the path, and a case has the same source for each
# architecture: the second one runs fewer cases.
some='--only=bind/* --only=recvmsg/rights-253 --jobs=8'
more='--only=connect/*'
inherits () {
	right "$arch: few descriptors" 'ulimit -n 64; exec "$0" $1' "$few"
	prints descriptors
	right "$arch: a umask of 0777" 'umask 0777; exec "$0" $1' "$few"
	right "$arch: another name of the machine" 'exec setarch i686 "$0" $1' \
		"$path --only=sendmsg/unix-* --jobs=8"
	right "$arch: many open files" 'exec 3<. 7<. 9<. "$0" $1' "$few"
	# A case must not write to the descriptor of the report.
	right "$arch: no open descriptors" 'exec "$0" $1 3<&- 2>&- <&-' "$few"
}

# A family that a kernel was built without; or the same by a filter.  One that a filter
# refuses in another way is a finding.
families () {
	how "$arch"
	if [ "$tap_how" != native ]; then
		skip "$arch: a kernel without a family" "$arch programs do not run natively"
		return
	fi
	[ -x family ] || $CC -o family "$srcdir/tests/conform-family.c" || return
	while read -r number name; do
		right "$arch: no $name" 'exec ./family "$2" 97 "$0" $1' "$path --jobs=8" \
			"$number"
		prints "no $name here"
	done <<-END
		1 AF_UNIX
		2 AF_INET
		10 AF_INET6
		16 AF_NETLINK
		17 AF_PACKET
	END
	# shellcheck disable=SC2086	# Options.
	./family 2 1 "$program" $few >out 2>&1
	expect "$arch: AF_INET refused with EPERM: failures" \
		grep -q '^  got: "EPERM (1)"' out
	grep '^# .*no AF_INET' out >err
	empty "$arch: which is not a kernel without it" err
}

# The system has another number for loopback than the case gets from the ioctl: a case
# that used a number of its own would be ok.
number_of_loopback () {
	index=$(printf '6c6f%028d63000000' 0)
	set -- getsockname/packet-bound getsockopt/packet-statistics recv/netlink-attributes \
		recv/netlink-getlink recv/packet-raw-header recv/packet-short-buffer \
		recvfrom/packet-both-ways recvfrom/packet-name recvmsg/ip-pktinfo \
		recvmsg/packet-auxdata setsockopt/packet-membership
	printf '%s different\n' "$@" >want
	for id; do
		shift
		set -- "$@" --only="$id"
	done
	# shellcheck disable=SC2046,SC2086	# One option a word.
	on "$arch" $(with_tool strace) --with="$program" strace -f -o /dev/null -e trace=ioctl \
		-e "inject=ioctl:poke_exit=@arg3=$index" "$program" $path --json --timeout=2 \
		--jobs=8 "$@" 2>err | jq -r '.cases[] | .id + " " + .result' |
		diff want - >>err
	empty "$arch: loopback has no fixed number" err
}

networks () {
	how "$arch"
	if [ "$tap_how" != native ] || ! unshare -n sh -c 'ip link set lo up &&
		[ -w /proc/sys/net/core/optmem_max ]' 2>err; then
		skip "$arch: other networks" 'no ip, or no setting of a network'
		return
	fi
	# In a network of the program a call that fails for an address is wrong.
	# shellcheck disable=SC2086	# Options.
	unshare -n "$TRAPGATE" as-if --deny=bind --errno=EADDRNOTAVAIL 7.0 "$program" \
		$path '--only=bind/addrlen-*' >out
	expect "$arch: a network of the program is no excuse" grep -q '^not ok' out
	# A kernel of 32 bits has this size by default, and each case does with it.
	for size in 10240 10239; do
		unshare -n sh -c 'ip link set lo up
			printf "%s\n" "$1" >/proc/sys/net/core/optmem_max
			exec $0' "$program $path --only=bind/autobind" $size >out.$size
	done
	expect "$arch: the default for control data is enough" \
		sh -c '! grep -e "^# .*buffers" -e SKIP out.10240'
	expect "$arch: less is named" grep -q '^# buffers are small' out.10239
}

other='--reuid=12345 --regid=12345 --clear-groups'
as_root () {
	right "$arch: an empty root, which stays empty" '
		mkdir -p root && cp "$0" root/c || exit
		chroot root /c $1 || exit
		left=$(find root \( ! -type d -o -name "trapgate*" \) ! -path root/c)
		[ -z "$left" ] || printf "left: %s\n" "$left" >&2
		[ -z "$left" ]' "$few"
	if beside "$arch" "$program" 'unshare -n sh -c :' 2>/dev/null; then
		right "$arch: no loopback yet" 'exec unshare -n "$0" $1' "$few"
		prints loopback
		right "$arch: nor for a user" 'exec unshare -n setpriv $2 "$0" $1' \
			"$path --only=*-rights --only=setsockopt/*-of-user
			--only=sendmsg/credentials-*" "$other"
	else
		skip "$arch: no loopback yet" 'unshare -n is not allowed'
	fi
	right "$arch: a user in root's group" \
		'exec setpriv --reuid=12345 --regid=0 --clear-groups "$0" $1' \
		"$path --only=sendmsg/cred*"
	# In a directory that this user can reach, whoever owns those above this one.
	open_to_all=$(mktemp -d) && chmod 755 "$open_to_all" &&
		cp "$program" "$open_to_all/conform"
	beside "$arch" "$open_to_all/conform" 'exec setpriv $1 prlimit --nproc=1 "$0"' "$other" \
		>out 2>err
	expect "$arch: no process can be made: failure" test $? = 1
	beside "$arch" "$open_to_all/conform" \
		'exec setpriv $1 prlimit --nproc=1 "$0" --quiet' "$other" >out 2>err
	expect "$arch: --quiet names the reason" \
		grep -q '^# skipped [0-9]*: no process' out
	rm -r "$open_to_all"
}

# --- The release is no proof of a feature.
releases () {
	on "$arch" "$program" --release=2.6.10 --only='accept4/*' >out
	expect "$arch: --release=2.6.10" awk '/^(not )?ok/ {
		n++; if (!/# SKIP since Linux [23456]/) { print; bad = 1 } }
		END { exit bad || !n }' out
	for release in 4.3 4.4; do
		on "$arch" "$program" --release=$release --selftest --json \
			--only='selftest/*fixed*' |
			jq -r '.cases[] | [.id, .result, .expected] | join(" ")' |
			sort -u >fixed.$release
	done
	printf 'selftest/%s\n' 'fixed ok ' 'fixed-value different 1 or -1' \
		'not-fixed ok ' | diff - fixed.4.3 >err
	empty "$arch: before the release of a fix both results are right" err
	printf 'selftest/%s\n' 'fixed ok ' 'fixed-value different 1' \
		'not-fixed different EINVAL (22)' | diff - fixed.4.4 >err
	empty "$arch: from that release on, one" err
	expect "$arch: neither is the altered result of --mutate" \
		on "$arch" "$program" --release=4.3 --selftest --mutate --only=selftest/fixed
	if [ "$arch" = i386 ]; then
		for release in 4.5 4.6; do
			on i386 "$program" --release=$release --entry=vsyscall \
				--only='syscall/*-kept' >out.$release
		done
		printf '%s\n' syscall/direction-kept syscall/flags-kept >want
		sed -n 's/.* - \(.*\) direct-.* # SKIP .*keeps no flags$/\1/p' out.4.5 |
			diff want - >err
		grep ' # SKIP' out.4.6 >>err
		empty 'i386: the vsyscall keeps the flags since 4.6' err
	fi
	refuse "$arch: --release=new" 2 '^trapgate conform: --release' \
		on "$arch" "$program" --release=new
	if command -v "qemu-$arch" >qemu; then
		"qemu-$arch" -r MyOS-1 "$program" --only='bind/addrlen-*' >out 2>err
		expect "$arch: a release of another kernel" awk '
			/^# .*MyOS-1/ { named = 1 } /^ok/ && !/# SKIP/ { n++ }
			END { exit !named || !n }' out
	else
		skip "$arch: another release" "no qemu-$arch; apt-get install qemu-user"
	fi
}

# --- Patterns and lost output.
wrong () {
	refuse "$arch: one pattern of two matches nothing" 2 'no case of --only=none/x$' \
		on "$arch" "$program" --only='bind/*' --only=none/x
	refuse "$arch: --list and --json" 2 '--json' \
		on "$arch" "$program" --list --json
}
lost () {
	for option in --list --help --version; do
		refuse "$arch: $option to a full disk" 2 'is there room?$' \
			beside "$arch" "$program" 'exec "$0" $1 >/dev/full' "$option"
	done
}

# --- The end of a run.  A pipe that nobody reads is full when its size stops growing.
nobody_reads='[ -p slow ] || mkfifo slow || exit
	sleep 60 <slow &
	reader=$!
	"$0" --json --only="recv/*" --jobs=8 >slow 2>err &
	runner=$! written=0 same=0 tries=0
	while [ "$same" -lt 10 ] && [ $((tries += 1)) -lt 500 ]; do
		sleep 0.02
		before=$written
		while read -r key value; do
			[ "$key" != wchar: ] || written=$value
		done 2>/dev/null </proc/"$runner"/io
		same=$((written > 16384 && written == before ? same + 1 : 0))
	done
	kill -TERM "$runner"
	state= tries=0
	while [ "$state" != Z ] && [ $((tries += 1)) -lt 500 ]; do
		sleep 0.02
		read -r pid name state rest 2>/dev/null </proc/"$runner"/stat || state=Z
	done
	kill "$reader"
	[ "$state" = Z ] || kill -KILL "$runner"
	wait "$runner"
	[ "$?:$((written > 16384))" = 143:1 ]'
reports_signal=': >bail
	"$0" --selftest --only=selftest/hung >bail &
	runner=$! tries=0
	while [ ! -s bail ] && [ $((tries += 1)) -lt 500 ]; do sleep 0.02; done
	kill -INT "$runner"
	wait "$runner"
	[ $? = 130 ] || exit
	while read -r line; do last=$line; done <bail
	[ "$last" = "Bail out! SIGINT" ]'
ends () {
	expect "$arch: SIGTERM while nobody reads" \
		beside "$arch" "$program" "$nobody_reads"
	expect "$arch: TAP has the signal" \
		beside "$arch" "$program" "$reports_signal"
}

for arch in $archs; do
	program=$builddir/libexec/trapgate/conform-$arch
	if ! runs "$arch"; then
		cannot_run "$arch" "$arch: trapgate conform"
		continue
	fi
	releases
	wrong
	if ! faithful "$arch"; then
		cannot_run "$arch" "$arch: inherited state, and its end"
		continue
	fi
	arch_entries=
	. "$srcdir/sysdeps/$arch/arch.sh"
	path="--route=direct --entry=${arch_entries##* }"
	few="$path $some $more"
	more=
	# It takes seconds: it runs beside the others.
	strace=
	if command -v strace >tool; then
		# shellcheck disable=SC2046	# One option a word.
		timeout -s KILL 60 sh -c '. "$srcdir/tests/tap.sh"; on "$@"' sh "$arch" \
			$(with_tool strace) --with="$program" strace -f -o /dev/null \
			-e inject=kill:error=EPERM "$program" --selftest \
			--only=selftest/hung --timeout=1 >given-up 2>&1 &
		strace=$!
	fi
	inherits
	families
	if [ "$(id -u)" = 0 ]; then
		as_root
		networks
		if [ "$strace" ]; then
			number_of_loopback
		else
			skip "$arch: the number of loopback" \
				'no strace; apt-get install strace'
		fi
	else
		skip "$arch: an empty root, an empty network" 'not root'
	fi
	lost
	ends
	if [ "$strace" ]; then
		wait "$strace"
		expect "$arch: a process that cannot be killed is abandoned" \
			grep -q '^  got: .*cannot be killed' given-up
	else
		skip "$arch: a process that cannot be killed" 'no strace; apt-get install strace'
	fi
done
finish
