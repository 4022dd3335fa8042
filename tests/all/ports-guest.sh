#!/bin/sh
# ports-guest.sh - trapgate guest on every kernel of another architecture that is here.
# SPDX-License-Identifier: MIT
#
# PORTS="arm" selects architectures, and KERNELS="6.1-armmp" kernels.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
. "$srcdir/tests/guest.lib"

ports_or_skip
command -v jq >/dev/null || {
	skip 'guests of other architectures' 'no jq; apt-get install jq'
	finish
}
head -c 1000000 /dev/urandom >million && chmod +x million
echo text >text && chmod +x text
# shellcheck disable=SC2086	# It may hold options.
$CC -O2 -o probe-native "$srcdir/tests/guest-probe.c" || exit 2
trap '"$guest" --stop' EXIT
trap 'exit 1' HUP INT TERM

# in_guest ARGUMENT...: on the kernel, bounded.
in_guest () { timeout 600 "$guest" --kernel="$kernel" "$@"; }
ends () { # TEXT STATUS ARGUMENT...
	text=$1 want=$2
	shift 2
	(exec timeout 600 "$guest" --kernel="$kernel" "$@") >out 2>err </dev/null
	is "$kernel, $arch: $text" "$want" $?
}
# Its arguments but for its name, and its environment.
self () { # COMMAND...
	env -i 'TWO=a
b' "HIGH=$(printf '\377\001')" HOME=/ XDG_RUNTIME_DIR="$XDG_RUNTIME_DIR" \
		TMPDIR="$TMPDIR" TRAPGATE_KERNELS="$TRAPGATE_KERNELS" PATH="$PATH" \
		"$@" self 'two
lines' "$(printf '\200\377')" '' | tr '\n\0' '\1\n' | sed 1d
}
programs () {
	is "$kernel, $arch: root, and the usual places" '0 1' "$(in_guest "$probe" places)"
	is "$kernel, $arch: 10 MB of output" '494402305 10000000' \
		"$(in_guest "$probe" much 10000000 2>/dev/null | cksum)"
	is "$kernel, $arch: 1 MB of standard input" "$(cksum <million)" \
		"$(in_guest "$probe" copy <million | cksum)"
	is "$kernel, $arch: a file, with its name" "$(cksum <million)" \
		"$(in_guest --with=million "$probe" show million | cksum)"
	self ./probe-native >native
	self "$guest" --kernel="$kernel" "$probe" >there
	expect "$kernel, $arch: arguments, environment, directory, umask" cmp native there
	is "$kernel, $arch: loopback" hello "$(in_guest "$probe" loopback)"
	is "$kernel, $arch: a full file system" 'No space left on device' \
		"$(in_guest "$probe" fill)"
	ends 'a program that hangs' 124 --timeout=1 "$probe" hang
	ends 'a program that crashes' 139 "$probe" crash
	ends 'an exit status' 77 "$probe" exit 77
	ends 'processes that a program leaves' 5 "$probe" leave
	is "$kernel, $arch: they have ended" 1 "$(in_guest "$probe" others)"
}
# The numbers of signals are those of this system, whatever the guest's are.
signals () {
	for signal in ABRT ALRM BUS KILL SEGV TERM USR1 USR2 XCPU; do
		(exec ./probe-native signal "$signal") 2>/dev/null
		ends "death by SIG$signal" $? "$probe" signal "$signal"
	done
	"$guest" --kernel="$kernel" "$probe" trap >out 2>&1 &
	until_true grep -q ready out
	kill -TERM $!
	wait $!
	is "$kernel, $arch: a signal that is sent" '4 ready caught 15' \
		"$? $(tr '\n' ' ' <out | sed 's/ $//')"
}
# As configured by --run-ARCH=guest, on the first kernel for the architecture.
by_run () {
	[ "$kernel" = "$first" ] || return
	mkdir -p lib
	printf '%s\n' "$arch=guest" >lib/run.conf
	cp "$builddir/libexec/trapgate/run" root/libexec/
	(exec env "TRAPGATE_LIB=$PWD/lib" timeout 600 root/libexec/run "$probe" exit 78) 2>err
	is "$kernel, $arch: by trapgate run" 78 $?
}
errors () {
	fails_with 126 guest "$kernel, $arch: not a program" "cannot run './text': the \
guest's kernel runs no such program; trapgate guest --list shows what each runs" \
		"$guest" --kernel="$kernel" ./text </dev/null
	# The kernel fails with ELIBBAD, whose number differs.
	echo 'void _start (void) { for (;;); }' >loader.c
	compiler=$(sed -n "s/^CC-$arch = //p" "$builddir/../config.mk")
	# shellcheck disable=SC2086
	$compiler -nostdlib -pie "-Wl,-e,_start,-dynamic-linker,$PWD/million" -o bad-loader \
		loader.c || exit 2
	fails_with 126 guest "$kernel, $arch: the guest's error" "cannot run './bad-loader' \
in the guest: Accessing a corrupted shared library" \
		"$guest" --kernel="$kernel" --with=million ./bad-loader </dev/null
	fails_with 125 guest "$kernel, $arch: a panic" "the guest's kernel panicked: sysrq \
triggered crash" "$guest" --kernel="$kernel" "$probe" panic </dev/null
}
cases_of () { # OUTPUT ARGUMENT...
	cases_to=$1
	shift
	in_guest --timeout=3000 "$program" --json "$@" >json 2>err
	sh "$srcdir/conform/report/cases.sh" json >"$cases_to" 2>>err
}
# The conformance program must pass, but for the faults of this kernel.  Cases that hung,
# as on a busy system, have another try.
conform () {
	program=$builddir/libexec/trapgate/conform-$arch
	[ -x "$program" ] || return
	began=$(date +%s)
	: >again
	cases_of cases || {
		fail "$kernel, $arch: the conformance program" err
		return
	}
	figure "$kernel" conform-seconds $(($(date +%s) - began))
	set --
	for id in $(jq -r '[.cases[] | select (.result == "hung").id] | unique[]' json); do
		set -- "$@" "--only=$id"
	done
	[ $# -eq 0 ] || cases_of again "$@"
	awk -v kernel="$kernel" -v program="$arch" -v again=again \
		-f "$srcdir/tests/kernels.awk" "$srcdir/tests/kernels.txt" again cases >lines
	judged lines
	# The table has the results of a kernel of the architecture itself.
	[ "${runs%%,*}" != "$arch" ] || figure "$kernel" conform-kernel "$(sed -n \
		'$s/.*: \([0-9]*\) ok, \([0-9]*\) not,.*/\1 \2/p' lines |
		awk '{ print $1 "/" $1 + $2 }')"
}
on_kernel () {
	began=$(date +%s%N)
	in_guest --keep >err 2>&1
	is "$kernel: it starts" '0 ' "$? $(cat err)"
	figure "$kernel" boot-milliseconds $((($(date +%s%N) - began) / 1000000))
	probe=./probe-$arch
	programs
	signals
	by_run
	conform
	errors
	"$guest" --kernel="$kernel" --stop
}
for target in $(ports); do
	case $target in
	*-glibc) port "$target" ;;
	*) continue ;;
	esac
	"$guest" --list | awk -v arch="$arch" '
		index("," $2 ",", "," arch ",") { print $1, $3, $2 }' >all
	first=$(sed -n 's/ here: .*//p' all | sed 1q)
	awk -v only="${KERNELS-}" '!only || index(" " only " ", " " $1 " ")' all >kernels
	grep -q ' here:' kernels || {
		skip "$arch" "no kernel for it is here; ./bootstrap guest-NAME, see trapgate \
guest --list"
		continue
	}
	port_cc -O2 -static -o "probe-$arch" "$srcdir/tests/guest-probe.c" || exit 2
	while read -r kernel here runs; do
		[ "$here" != here: ] || on_kernel </dev/null
	done <kernels
done
sed 's/^/# /' figures
finish
