# lanes.sh - builds and runs the suites of tests/bare, many at a time.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.  Each lane is a process and a folder, where it leaves
# lines "verdict|text|file" for the end.

# What the suites have as standard input: see map.c.
awk 'BEGIN { for (i = 0; i < 768; i++) printf "%015d\n", i }' >pages

# whole FILE: whether it is TAP of some cases, all of them good.
whole () {
	awk '/^1\.\.[0-9]+$/ { plan = substr($0, 4) }
		/^ok / { good++ }
		/^not ok / { bad++ }
		END { exit !(plan > 0 && good == plan && !bad) }' "$1"
}

# judge TEXT SUITE OUT PROGRAM...: runs it.
judge () {
	judge_text=$1 judge_suite=$2 judge_out=$3
	shift 3
	[ "$judge_suite" != start ] || set -- "$@" one 'two words' ''
	TG_START=here timeout 120 "$@" <>pages >"$judge_out" 2>&1
	judge_status=$?
	if [ "$judge_status" -eq 0 ] && whole "$judge_out"; then
		echo "pass|$judge_text|" >>results
	else
		grep -v '^ok' "$judge_out" >"$judge_out.bad"
		echo "exit status $judge_status" >>"$judge_out.bad"
		echo "fail|$judge_text|$PWD/$judge_out.bad" >>results
	fi
}

# suite TEXT NAME MACHINE OPTION...
suite () {
	suite_text=$1 suite_name=$2 suite_arch=$3
	shift 3
	suite_prog=./$suite_name$(echo "$*" | tr -d ' /')
	# shellcheck disable=SC2086
	if cc "$suite_arch" $warnings "$@" -o "$suite_prog" \
		"$bare/$suite_name.c" >"$suite_prog.log" 2>&1; then
		judge "$suite_text: $suite_name" "$suite_name" "$suite_prog.out" \
			"$suite_prog"
	else
		echo "fail|$suite_text: $suite_name builds|$PWD/$suite_prog.log" \
			>>results
	fi
}

# lane FOLDER COMMAND...
lanes=
lane () {
	lanes="$lanes $1"
	mkdir "$1"
	cp pages "$1/"
	lane_at=$1
	shift
	(cd "$lane_at" && "$@" && echo end >>results) &
}

# How a program is compiled for a fixed address, or for any.
kind () {
	case $1 in
	static) echo "-static -fno-pie" ;;
	static-pie) echo "-static-pie -Wl,-z,text" ;;
	esac
}

every_suite () { # machine, kind, compiler
	export CC="$3"
	for mode in -O0 -O2 '-O2 -fstack-protector-all'; do
		# A guard makes a difference where the stack or the thread
		# block does.
		[ "$mode" = "${mode#*protector}" ] ||
			suites="plain signals registers start tls"
		for name in $suites; do
			# shellcheck disable=SC2046,SC2086
			suite "$1 $2 $3 $mode" "$name" "$1" $(kind "$2") $mode
		done
	done
}

# Sizes and alignments of the thread-local segment, by each linker.
every_tls () { # machine
	for how in static static-pie; do
		for linker in '' $lld; do
			for what in -DFEW -DALIGN=8 -DALIGN=64 -DALIGN=4096 \
				'-DFEW -DALIGN=4' '-DFEW -DALIGN=64' \
				'-DSKEW -DALIGN=64'; do
				# shellcheck disable=SC2046,SC2086
				suite "$1 $how $what $linker" tls "$1" \
					$(kind "$how") -O1 $what $linker
			done
		done
	done
}

# The flavour whose stubs enter the kernel by the instruction itself.
by_int80 () {
	for name in $suites; do
		suite "int80" "$name" i386 --entry=int80 -O2
	done
	# shellcheck disable=SC2046
	cc i386 --entry=int80 $(kind static) -o first "$bare/first.c"
}

# Wait for all, and make their results ours.
collect () {
	wait
	for at in $lanes; do
		while IFS='|' read -r verdict text file; do
			case $verdict in
			pass) pass "$text" ;;
			fail) fail "$text" "$file" ;;
			esac
		done <"$top/$at/results"
		expect "$at: all was run" grep -q -x end "$at/results"
	done
}
