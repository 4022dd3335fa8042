# entered.sh - the system calls before main, and how they enter the kernel.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.

# traced OPTION... PROGRAM: runs it under strace, with the output in trace.
strace_with=
! command -v strace >err || strace_with=$(with_tool strace)
traced () {
	for traced_program; do :; done
	# shellcheck disable=SC2086
	on "$arch" $strace_with --with="$PWD/$traced_program" strace "$@" \
		2>trace >out
}

# before TEXT LINES NAME... PROGRAM: its first calls, or all of them, are these.
before () {
	before_text=$1 before_lines=$2 before_program=$3
	shift 3
	traced "$before_program"
	sed -n 's/^\([a-z0-9_]*\)(.*/\1/p' trace | sed "${before_lines}q" >got
	printf '%s\n' "$@" >want
	diff want got >output
	empty "$arch $how: $before_text" output
}

before_main () {
	case $arch in
	i386) sets=set_thread_area ;;
	*) sets=arch_prctl ;;
	esac
	before "one system call before main, $sets" 9 ./first \
		execve $sets getpid exit_group
	# Also with all parts of start-up: the first constructor calls close.
	before 'one with guard, environ and constructors' 3 ./order-gc \
		execve $sets close
}

# by PROGRAM: prints, for each call after execve, whether the trap instruction is in the
# "program" or in the "vsyscall": the program is between two symbols, at a fixed address.
by () {
	nm "$1" | sed -n -e 's/^\([^ ]*\) . __ehdr_start$/low \1/p' \
		-e 's/^\([^ ]*\) . _end$/high \1/p' >range
	traced -i "$1"
	sed -n '/execve/d; s/^\[\([0-9a-f]*\)\].*(.*/\1/p' trace >places
	while read -r end at; do
		case $end in
		low) by_low=$at ;;
		high) by_high=$at ;;
		esac
	done <range
	while read -r at; do
		if [ $((0x$at)) -ge $((0x$by_low)) ] &&
			[ $((0x$at)) -lt $((0x$by_high)) ]; then
			printf 'program '
		else
			printf 'vsyscall '
		fi
	done <places
}

entered () {
	on i386 ./first
	case $? in
	0) expect 'i386: all calls use the vsyscall, also the one before main' \
		test "$(by ./first)" = 'vsyscall vsyscall vsyscall ' ;;
	3) expect 'i386: without a vsyscall, calls are made without it' \
		test "$(by ./first)" = 'program program program ' ;;
	*) fail 'i386: first runs' ;;
	esac
}

# hide PROGRAM STATUS: it exits with STATUS as on a kernel without a vsyscall.
hide () {
	on i386 --with="$top/pages" --with="$PWD/$1" "$top/hide" "$top/pages" \
		"$PWD/$1" >hidden.out 2>&1
	hidden=$?
	[ "$hidden" -eq "$2" ] || printf '%s\n' "status $hidden"
	[ "$hidden" -eq "$2" ]
}

whole () { # FILE: complete TAP of some cases, all of them ok
	awk '/^1\.\.[0-9]+$/ { plan = substr($0, 4) }
		/^ok / { good++ }
		/^not ok / { bad++ }
		END { exit !(plan > 0 && good == plan && !bad) }' "$1"
}

no_vsyscall () {
	on i386 ./first
	[ $? -ne 3 ] || {
		pass "i386 $how: runs on this kernel, which has no AT_SYSINFO"
		return
	}
	expect "i386 $how: runs without AT_SYSINFO" hide ./first 3
	expect "i386 $how: plain builds" linked plain.o plain
	expect "i386 $how: plain runs without AT_SYSINFO" hide ./plain 0
	expect "i386 $how: plain passes without AT_SYSINFO" whole hidden.out
}

# stubs ENTRY INSTRUCTION: counts INSTRUCTION in each variant with ENTRY.
stubs () {
	objdump -d --no-show-raw-insn \
		"$builddir"/lib/trapgate/i386/none/*-"$1"/libtrapgate.a |
		awk -v text="$2" '
			/^In archive / {
				n = split($3, part, "/")
				at = part[n - 1]
				count[at] += 0
			}
			index($0, text) { count[at]++ }
			END { for (at in count) print at, count[at] }'
}

# every TEXT ENTRY INSTRUCTION TEST...: each of the four routes passes the test.
every () {
	every_text=$1
	stubs "$2" "$3" >counts
	shift 3
	expect "$every_text: four routes" test "$(wc -l <counts)" -eq 4
	while read -r variant count; do
		expect "$every_text: $variant" test "$count" "$@"
	done <counts
}

# The variants with int $0x80, and those with the vsyscall.
# shellcheck disable=SC2016
entries () {
	through='call   *%gs:0x10'
	itself='int    $0x80'
	every 'int80: no stub calls the vsyscall' int80 "$through" -eq 0
	every 'int80: every stub has the instruction' int80 "$itself" -ge 40
	if [ -n "$strace_with" ] && faithful i386; then
		arch=i386
		cp int80/first .
		expect 'int80: the trap is in the program' \
			test "$(by ./first | cut -d ' ' -f 2-)" = 'program program '
	fi
	every 'vsyscall: stubs call it' vsyscall "$through" -ge 40
	# Except in the two restorers, which return from a handler.
	every 'vsyscall: no other stub has the instruction' vsyscall "$itself" -eq 2
}
