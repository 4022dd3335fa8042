#!/bin/sh
# conform-repro.sh - trapgate conform --repro: each case as a file of its own.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2012,SC2086,SC2317	# Names of ours; flags are words; expect calls.
#
# A sample of each call's cases here, all of them with REPRO_ALL=1, which
# tests/all/conform-repro-all.sh sets.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

machines=$(bare_machines)
[ -n "$machines" ] || {
	skip 'reproducers' 'no machine was built without a libc'
	finish
}
# A 32-bit compiler may lack the kernel's headers, which are the same.
system="-idirafter /usr/include/$($CC -dumpmachine)"
warnings='-Wall -Werror'

# Of the files in a folder those to look at.
sample () { # folder
	if [ "${REPRO_ALL-}" ]; then
		ls "$1"/*.c
	else
		ls "$1"/*.c | awk '{ sub(/.*\//, ""); call = $0; sub(/-.*/, "", call) }
			n[call]++ % 25 == 0 { print folder "/" $0 }' folder="$1"
	fi
}
compile_all () { # folder, flag
	# shellcheck disable=SC2016
	sample "$1" | xargs -P 2 -n 16 sh -c 'for file; do
		$0 -fsyntax-only "$file" || echo "$file: $0" >&2; done' \
		"$CC $2 $system $warnings" 2>log
	[ ! -s log ] || { cat log; return 1; }
}
# Reproducers as one bug report has them: compiled, linked, run.
run_one () { # file, flag, status that is right, runner
	# shellcheck disable=SC2086
	$CC $2 $system $warnings -o prog "$1" || return
	timeout 20 ${4-} ./prog >said 2>&1
	got=$?
	cat said
	[ "$got" -eq "$3" ] || { echo "status $got, not $3: $1"; return 1; }
}
run_sample () { # folder, flag, more flags
	for case in bind-addrlen-negative bind-autobind bind-path-in-use \
	    bind-inet-port-of-root bind-address-at-page-end syscall-number-least \
	    syscall-flags-kept listen-fd-closed accept-fd-by-o-path socketcall-block-bad \
	    send-waits-for-room-stream recv-waits-for-datagram sendmsg-iov-null \
	    setsockopt-fd-of-a-pipe getsockopt-fd-negative recvmsg-fd-closed \
	    shutdown-fd-negative sendmmsg-three recvmmsg-fd-closed; do
		[ -f "$1/$case.c" ] || continue
		run_one "$1/$case.c" "$2 ${3-}" 0 || [ "$got" -eq 77 ] || return
		ran=$((ran + 1))
	done
	[ "$ran" -ge 5 ]
}

for machine in $machines; do
	flag=$(flag_of "$machine")
	machine_entries=
	. "$srcdir/sysdeps/$machine/machine.sh"
	for entry in $machine_entries int80; do
		[ ! -d "own-$entry-$machine" ] || continue
		for route in own mux; do
			dir=$route-$entry-$machine
			"$TRAPGATE" conform "$flag" --repro='*' --into="$dir" --route=$route \
				--entry="$entry" >"$dir.log" 2>&1 || {
				grep -q 'has no socketcall' "$dir.log" ||
					fail "$dir: files are made" "$dir.log"
				continue
			}
			expect "$dir: they compile without a warning" compile_all "$dir" "$flag"
			ran=0
			more=
			[ "$machine-$entry" != x86_64-int80 ] || more=-no-pie
			expect "$dir: a sample runs, as expected" run_sample "$dir" "$flag" "$more"
		done
	done

	# --- Each case is had by a door of the machine, or the machine has none.
	"$TRAPGATE" conform "$flag" --list | cut -f1 | tr / - | sort >ids
	find . -path "./*-$machine/*.c" | sed 's,.*/,,; s/\.c$//' | sort -u >made
	sed -n -e "s/^trapgate conform: \([^ ]*\) by .*: it needs words of.*/\1/p" \
		-e "s/^trapgate conform: \([^ ]*\) by own.*: there is no door to.*/\1/p" \
		./*-"$machine".log |
		tr / - | sort -u >wide
	sort -u made wide | comm -23 ids - >lacking
	expect "$machine: every case is had" test ! -s lacking
done

# --- A difference is told: the answer that is right is made another.
"$TRAPGATE" conform --repro=bind/addrlen-negative >one.c
expect 'it compiles by itself, without a line of ours beside it' run_one one.c '' 0
sed '/EXPECT_ERR (bind/s/EINVAL/EPERM/' one.c >two.c
expect 'a difference ends with status 1' run_one two.c '' 1
expect 'and tells what was expected and what came' \
	grep -q -x \
	'line [0-9]*: bind (fd, &name, -1) = -EPERM: expected -1, got -22 (Invalid argument)' said
expect 'the file is of two screens' test "$(wc -l <one.c)" -le 110
if command -v qemu-x86_64 >qemu; then
	expect 'a case that holds under qemu does so alone' \
		run_one one.c '' 0 "$(cat qemu)"
else
	skip 'under qemu' 'install it: apt-get install qemu-user'
fi

refuse 'an unknown id: those near it' 2 'no case bind/addrlen; near: bind/addrlen-' \
	"$TRAPGATE" conform --repro=bind/addrlen
refuse 'no id' 2 'is no id of a case' "$TRAPGATE" conform --repro=bind
refuse 'another option' 2 'does not go with --repro' \
	"$TRAPGATE" conform --repro=bind/autobind --json
refuse 'an entry that is not there' 2 'has' \
	"$TRAPGATE" conform --repro=bind/autobind --entry=x
finish
