#!/bin/sh
# conform-repro.sh - trapgate conform --repro: each case as a separate C file.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2086,SC2317	# Flags are words; expect calls.
#
# A sample, for the first entry and the direct path; all of them with SWEEP=all.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/conform.lib"

# A 32-bit compiler may lack the kernel's headers, which are the same.
system="-idirafter /usr/include/$($CC -dumpmachine)"
warnings='-Wall -Wextra -Werror'
compilers=$CC
[ "${SWEEP-}" != all ] || ! command -v clang >found || compilers="$CC clang"

# Prints the files of a directory to look at.  The directories of an architecture differ
# in the same way in each file: the sample of the first is larger, those of the others
# are other files.
sample () { # directory
	step=50
	case $1 in
	direct-"${arch_entries%% *}"-*) step=25 ;;
	esac
	printf '%s\n' "$1"/*.c | awk -v all="${SWEEP-}" -v step="$step" '
		{ file = $0; sub(/.*\//, ""); sub(/-.*/, "") }
		all || n[$0]++ % step == (step == 50) * 5 { print file }'
}
compile_all () { # directory, flag
	sample "$1" >files
	for compiler in $compilers; do
		xargs -P 2 -n 40 $compiler $2 -fsyntax-only $system $warnings <files >log 2>&1
		[ "$?:$(cat log)" = 0: ] || { cat log; return 1; }
	done
}
# lengths DIRECTORY HALF MOST ALL: half of the files have fewer than HALF lines, nine of
# ten fewer than MOST, all fewer than ALL.
lengths () {
	awk -v half="$2" -v most="$3" -v all="$4" '
		FNR == 1 && NR > 1 { files_of[last]++ }
		{ last = FNR }
		function at(place,   n, seen) {
			while (seen < place)
				seen += files_of[++n]
			return n
		}
		END {
			files_of[last]++
			for (n in files_of)
				files += files_of[n]
			print at(int(files / 2) + 1), at(int(files * 0.9) + 1), at(files)
			exit !(at(int(files / 2) + 1) < half && at(int(files * 0.9) + 1) < most &&
				at(files) < all)
		}' "$1"/*.c
}

# Prints the architecture as which a program with this entry runs: by the entry of the
# other architecture it needs a kernel that runs i386 programs.
owner () { # architecture, entry
	case $2 in
	int80) echo i386 ;;
	*) printf '%s\n' "$1" ;;
	esac
}
# Compiles, links and runs a reproducer as somebody with a bug report would.
run_one () { # file, flags, expected status, architecture, runner
	got=125
	how "$4"
	set -- "$1" "$2" "$3" "$4" ${5-}
	case $tap_how in
	native) ;;
	*)
		set -- "$1" "$2 -static" "$3" "$4" "$builddir/libexec/trapgate/run" --arch="$4" --
		;;
	esac
	$CC $2 $system $warnings -o prog "$1" || return
	run_file=$1 run_right=$3
	shift 4
	# A guest must boot first, and is slow.
	limit=20
	[ "$tap_how" = native ] || limit=200
	timeout $limit "$@" ./prog >output 2>&1
	got=$?
	[ "$got" -eq "$run_right" ] || {
		cat output
		printf '%s\n' "status $got, not $run_right: $run_file"
		return 1
	}
}
run_sample () { # directory, flags, architecture
	for case in bind-addrlen-negative bind-autobind bind-path-in-use \
	    bind-inet-port-of-root bind-address-at-page-end syscall-number-least \
	    syscall-flags-kept listen-fd-closed accept-fd-by-o-path socketcall-block-bad \
	    send-waits-for-room-stream recv-waits-for-datagram sendmsg-iov-null \
	    setsockopt-fd-of-a-pipe getsockopt-fd-negative recvmsg-fd-closed \
	    shutdown-fd-negative sendmmsg-three recvmmsg-fd-closed; do
		[ -f "$1/$case.c" ] || continue
		run_one "$1/$case.c" "$2" 0 "$3" || [ "$got" -eq 77 ] || return
		ran=$((ran + 1))
	done
	[ "$ran" -ge 5 ]
}

left_out=
for arch in $archs; do
	flag=$(flag_of "$arch")
	arch_entries=
	. "$srcdir/sysdeps/$arch/arch.sh"
	for entry in $(sweep $arch_entries int80); do
		[ ! -d "direct-$entry-$arch" ] || continue
		owner=$(owner "$arch" "$entry")
		for route in $(sweep direct socketcall); do
			dir=$route-$entry-$arch
			"$TRAPGATE" conform "$flag" --repro='*' --into="$dir" --route=$route \
				--entry="$entry" >"$dir.log" 2>&1 || {
				grep -q 'has no socketcall' "$dir.log" ||
					fail "$dir: files are made" "$dir.log"
				continue
			}
			expect "$dir: files compile without a warning" compile_all "$dir" "$flag"
			# The entry of the other architecture needs a stack below 4 GiB.
			case $dir in
			*-int80-x86_64) ;;
			direct-*) expect "$dir: files are short" lengths "$dir" 100 160 230 ;;
			*) expect "$dir: files are short" lengths "$dir" 110 175 240 ;;
			esac
			ran=0
			more=
			[ "$arch-$entry" != x86_64-int80 ] || more=-no-pie
			# An emulator of one architecture has no entry of another.
			if faithful "$owner" ||
				{ runs "$owner" && [ "$owner" = "$arch" ]; }; then
				expect "$dir: a sample runs, as expected" \
					run_sample "$dir" "$flag $more" "$owner"
			else
				left_out="$left_out $dir"
				left_out_of=$owner
			fi
		done
	done

	# --- By the entry of another width: arguments that it cannot pass are skipped.
	other=direct-int80-$arch
	if ! faithful i386; then
		:
	elif [ -f "$other/accept-fd-dirty-high.c" ] && [ ! -f "$other/sendmsg-iov-null.c" ]; then
		expect "$other: an int with a nonzero high half is passed" \
			run_one "$other/accept-fd-dirty-high.c" "$flag -no-pie" 0 i386
		expect "socketcall-int80-$arch: also in the argument block" \
			run_one "socketcall-int80-$arch/accept-fd-dirty-high.c" \
			"$flag -no-pie" 0 i386
		expect "socketcall-int80-$arch: a length of 4 GiB is skipped" \
			run_one "socketcall-int80-$arch/recv-length-4-gib.c" \
			"$flag -no-pie" 77 i386
		run_one "$other/bind-inet6-addrlen-24.c" "$flag -no-pie" 0 i386 >ran.log
		expect "$other: the probe for ::1 uses a stack below 4 GiB" \
			grep -q -x -e 'as expected' -e 'skipped: no IPv6 on loopback' output
	fi

	# --- Each case has a file by a path of the architecture, unless it has none.  The
	# cases are the same on each architecture; the program that runs here makes them.
	"$TRAPGATE" conform --list | cut -f1 | tr / - | sort >ids
	printf '%s\n' ./*-"$arch"/*.c | sed 's,.*/,,; s/\.c$//' | sort -u >made
	sed -n -e "s/^trapgate conform: \([^ ]*\) by .*: it needs words of.*/\1/p" \
		-e "s/^trapgate conform: \([^ ]*\) by direct.*: there is no path to.*/\1/p" \
		./*-"$arch".log |
		tr / - | sort -u >wide
	sort -u made wide | comm -23 ids - >lacking
	# socketcall itself has no direct path.
	[ "${SWEEP-}" = all ] || sed -i '/^socketcall-/d' lacking
	empty "$arch: every case has a file" lacking
done

[ -z "$left_out" ] || cannot_run "$left_out_of" "a sample runs:$left_out"

# --- A difference is reported: the expected result is changed to a wrong one.
own=x86_64
case $(uname -m) in
i?86) own=i386 ;;
esac
"$TRAPGATE" conform --repro=bind/addrlen-negative >one.c
expect 'it compiles alone, without other files' run_one one.c '' 0 "$own"
sed '/EXPECT_ERR (bind/s/EINVAL/EPERM/' one.c >two.c
expect 'a difference ends with status 1' run_one two.c '' 1 "$own"
expect 'and prints the expected and the actual result' \
	grep -q -x \
	'line [0-9]*: bind (fd, &name, -1) = -EPERM: expected -1, got -22, Invalid argument' output
expect 'the file fits on a screen' test "$(wc -l <one.c)" -le 60
expect 'the case precedes its helpers' awk '
	/^int main/ { at = NR }
	/^static long (check|kernel) .*[^;]$/ && !at { exit early = 1 }
	END { exit early || !at || at > 35 }' one.c
# heads ID LINE...: the head of its file has these lines.
heads () {
	"$TRAPGATE" conform --repro="$1" | sed '/\*\/$/q' >head.txt
	shift
	for line; do
		grep -q -x -F -e "   $line" head.txt || {
			printf '%s\n' "no line: $line"
			cat head.txt
			return 1
		}
	done
}
expect 'the head has the result of the call' \
	heads bind/addrlen-negative 'Right is: bind (fd, &name, -1) fails with EINVAL.'
expect 'and the comment in the source of the case' \
	heads recvmsg/rights-in-order 'As sent: the order, and one that is there twice.'
expect 'and the last check' heads connect/tcp-to-itself \
	"Right is: connect (fd, &mine, sizeof mine) gives 0; at last byte is 'x'."
expect 'without a check of the call, its other checks' heads bind/autobind \
	'Right is: getsockname (fd, &name, &length) gives 0; length is sizeof' \
	'name.sun_family + 6; name.sun_path[0] is 0.'
expect 'where a function checks, its arguments' \
	heads recvmsg/rights-one \
	'Right is: send_rights (fd[0], sent, 1) gives 1; at last got.fd[i] != first'
if command -v qemu-x86_64 >qemu; then
	expect 'a case that passes under qemu passes there as a file' \
		run_one one.c '' 0 "$own" "$(cat qemu)"
else
	skip 'under qemu' 'install it: apt-get install qemu-user'
fi

lacks='lacks the id of a case: --repro=CALL/NAME; --list has all'
refuses 'an unknown id: those with that prefix' \
	'there is no case bind/addrlen; near: bind/addrlen-.*; --list has all' \
	--repro=bind/addrlen
refuses 'an unknown name: those of its call' \
	'there is no case bind/nope; near:\( bind/[a-z0-9-]*\)\{5\}; --list has all' \
	--repro=bind/nope
refuses 'an unknown call: those with that name' \
	'there is no case bnd/autobind; near: bind/autobind .*; --list has all' \
	--repro=bnd/autobind
refuses 'a short name gives no suggestions' \
	'there is no case selftest/ok, nor one of selftest; --list has all' --repro=selftest/ok
refuses 'no id' 'bind is no id of a case, which is CALL/NAME; --list has all' --repro=bind
refuses 'no value' "--repro $lacks" --repro
refuses 'an empty value' "--repro= $lacks" --repro=
refuses 'a pattern without a directory' \
	'bind/\* is a pattern, of files that go to a directory: add --into=DIRECTORY' \
	'--repro=bind/*'
refuses 'a directory without a case' '--into= is for --repro: which cases?.*' --into=here
refuses 'two ids' '--repro=bind/autobind and --repro=bind/nope: give one of them; .*' \
	--repro=bind/autobind --repro=bind/nope
refuses 'a pattern without a match' 'there is no case bnd/\*; --list has all' \
	'--repro=bnd/*' --into=none
refuses 'another option' '--json does not go with --repro, .*' --repro=bind/autobind --json
refuses 'another route' '--route=x: with --repro it is --route=direct or --route=socketcall' \
	--repro=bind/autobind --route=x
refuses 'an unknown entry' '--entry=x: .* has .*' --repro=bind/autobind --entry=x
refuses 'a directory that cannot be made' \
	'--into=/proc/x: no files can be made there; give another directory' \
	--repro=bind/autobind --into=/proc/x
refuses 'a longer word is not one of these options' \
	"unknown option '--reprox=1'; see trapgate help conform" --reprox=1
for option in --only --entry --route --release --timeout --jobs; do
	refuses "$option without a value" "$option needs a value: $option=\.\.\." "$option"
done
"$TRAPGATE" conform --help >helped
expect '--help has the options of the command itself' \
	sh -c 'grep -q "^  --repro=ID " helped && grep -q "^  --into=DIRECTORY " helped'
finish
