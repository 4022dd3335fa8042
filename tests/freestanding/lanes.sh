# lanes.sh - builds and runs the suites of tests/freestanding, in parallel lanes.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A part of start.sh.  Each lane is a process with a directory, where it leaves
# lines "verdict|text|file", which become results at the end.

# The standard input of the suites: see map.c.
awk 'BEGIN { for (i = 0; i < 12288; i++) printf "%015d\n", i }' >pages

# Options for a program at a fixed address, or at any.
kind () {
	case $1 in
	static) echo "-static -fno-pie" ;;
	static-pie) echo "-static-pie -Wl,-z,text" ;;
	esac
}

# driver DIRECTORY COMPILER ARCH KIND OPTION...: records, in a new directory, how
# trapgate cc compiles and links with these: $compile has the command, and the linker's
# arguments before and after the object are in files.
driver () {
	mkdir "$1"
	(
		cd "$1" && export CC="$2" && arch=$3 how=$4 && shift 4
		position=-fno-pie
		[ "$how" = static ] || position=-fPIE
		"$TRAPGATE" cc "$(flag_of "$arch")" --libc=none "$@" $position -c \
			--print >compile
		# shellcheck disable=SC2046
		"$TRAPGATE" cc "$(flag_of "$arch")" --libc=none "$@" $(kind "$how") \
			--print -o program main.o >link-line
		: >main.o
		# shellcheck disable=SC2046
		linker_arguments ./arguments $(cat link-line)
	)
	use "$top/$1"
}
use () { # DIRECTORY of a driver
	link=$1/arguments
	compile=$(cat "$1/compile")
}
# linked OBJECT PROGRAM OPTION...: links by calling the linker itself.
linked () {
	object=$1 program=$2
	shift 2
	case ${ld-} in
	*lld) set -- --threads=1 "$@" ;;
	esac
	"${ld:-ld}" "@$link.1" "$object" "@$link.2" "$@" -o "$program"
}

# run_all ARCH: runs the programs of the lane, which are lines "program|text" in the
# file "programs".  If one hangs all are killed, and it has no status.
run_all () {
	runs "$1" || {
		while IFS='|' read -r program text; do
			verdict=fail
			[ ! -x "$program" ] || verdict=pass
			printf '%s\n' "$verdict|$text builds|$program.log"
		done <programs >results
		return
	}
	timeout 600 sh "$none/run-all.sh" "$1" "$top/$1/from" >statuses 2>&1
	awk -F '|' '
		FILENAME == "statuses" { status[$1] = $2; next }
		FILENAME == "programs" { text[$1] = $2; next }
		FNR == 1 { at = FILENAME; gsub(/^\.\/|\.out$/, "", at) }
		/^1\.\.[0-9]+$/ { plan[at] = substr($0, 4) }
		/^ok / { good[at]++ }
		/^not ok / { bad[at]++ }
		END {
			for (p in text) {
				if (status[p] == 0 && status[p] != "" && !bad[p] &&
				    plan[p] > 0 && good[p] == plan[p])
					print "pass|" text[p] "|"
				else {
					print "exit status " (p in status ? \
						status[p] : "none") >>(p ".log")
					print "fail|" text[p] "|" p
				}
			}
		}' statuses programs ./*/*.out >results
}

# suites_of DIRECTORY TEXT OPTION...: compiles and links the suites for run_all.
suites_of () {
	directory=$1 text=$2
	shift 2
	sources=
	for name in $suites; do
		sources="$sources $none/$name.c"
	done
	# shellcheck disable=SC2086
	(mkdir "$directory" && cd "$directory" &&
		$compile $warnings "$@" $sources) >log 2>&1
	for name in $suites; do
		{
			[ -f "$directory/$name.o" ] || grep -A 5 "$name" log
			linked "$directory/$name.o" "$directory/$name"
		} >"$directory/$name.log" 2>&1
		printf '%s\n' "$directory/$name|$text: $name" >>programs
	done
}

# lane DIRECTORY COMMAND...
lanes=
lane () {
	lanes="$lanes $1"
	mkdir "$1"
	cp pages "$1/"
	lane_at=$1
	shift
	(cd "$lane_at" && "$@" && echo end >>results) &
}

every_suite () { # arch, kind, compiler
	use "$top/by-$1-$2-$3"
	suites_of O0 "$1 $2 $3 -O0" -O0
	suites_of O2 "$1 $2 $3 -O2" -O2
	# A stack protector matters to suites about the stack or the thread block.
	suites="plain signals registers start tls"
	suites_of guard "$1 $2 $3 -O2 -fstack-protector-all" -O2 \
		-fstack-protector-all
	run_all "$1"
}

# Sizes and alignments of the thread-local segment, by each linker.
tls='few:FEW align8:ALIGN=8 align64:ALIGN=64 align4096:ALIGN=4096
	few4:FEW,ALIGN=4 few64:FEW,ALIGN=64 skew64:SKEW,ALIGN=64'
every_tls () { # arch
	for one in $tls; do
		printf '%s\n' "${one#*:}" | tr , '\n' | sed -e 's/=/ /' -e 's/^/#define /'
		printf '%s\n' "#include \"$none/tls.c\""
	done >all
	awk -v tls="$tls" '
		BEGIN { n = split(tls, name, /:[^ \n\t]*[ \n\t]*/) }
		{ print >(name[i + 1] ".c") }
		/include/ { i++ }' all
	for how in static static-pie; do
		mkdir "$how"
		use "$top/by-$1-$how-gcc"
		# shellcheck disable=SC2086
		(cd "$how" && $compile $warnings -O1 ../*.c) >log 2>&1
		for linker in ld $lld; do
			for one in $tls; do
				at=$how/${one%%:*}
				(ld=$linker && linked "$at.o" "$at-$linker" -e start_dirty) \
					>"$at-$linker.log" 2>&1
				printf '%s\n' "$at-$linker|$1 $how ${one#*:} $linker: tls" \
					>>programs
			done
		done
	done
	run_all "$1"
}

# The variant whose stubs contain the trap instruction.
by_int80 () {
	use "$top/by-int80"
	suites_of int80 int80 -O2
	# For entered.sh.
	$compile "$none/first.c" && linked first.o first
	run_all i386
}

# Waits for all lanes, and reports their results.
collect () {
	wait
	for at in $lanes; do
		while IFS='|' read -r verdict text file; do
			case $verdict in
			pass) pass "$text" ;;
			fail)
				sed '/^ok/d' "$at/$file.log" "$at/$file.out" >output 2>err
				fail "$text" output
				;;
			esac
		done <"$top/$at/results"
		expect "$at: all was run" grep -q -x end "$at/results"
	done
}
