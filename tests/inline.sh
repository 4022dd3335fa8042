#!/bin/sh
# inline.sh - the inline form: its system calls, and its cost in instructions.
# SPDX-License-Identifier: MIT
#
# inline.awk makes a function inl_<call> around each inline call; the oracle tests them,
# and their instructions are counted in objdump's output.  Programs with the inline form
# are tested in inline-uses.sh, and with all suites in suites.sh.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

cc () { "$TRAPGATE" cc --inline "$@"; }

# Prints the calls of arch and libc that are inlined, as stubs.awk does: those that are
# declared in C by their names, that no header redirects, and that are never prepared for
# 64-bit times.
inlined () {
	prepared=$(awk '$3 ~ /[CO]/ && $3 ~ /T/ { print $1 }' "$srcdir/socket/socket.tbl")
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" -v prefix=inl_ \
		-v route=direct-only -v entry="$entry" -f "$srcdir/tests/stubs.awk" |
		case $arch-$libc in
		*-none) cat ;;
		i386-musl) grep -v -e ' recvmmsg' ${prepared:+-e " $prepared "} ;;
		*) grep -v '_time64 ' ;;
		esac
}

make_of () { awk -v stubs=stubs -v what="$1" -f "$srcdir/tests/inline.awk" "$2"; }

# --- Every possible result, by the oracle.
expect 'the tracer builds' tracer oracle "$srcdir/tests/oracle.c" \
	"$srcdir/tests/oracle-scripts.c" \
	"$srcdir/tests/oracle-ptrace.c"

try () { # text, how, options of trapgate cc
	text=$1 how=$2
	shift 2
	rm -f calls
	# The wrappers pass pointers for all arguments: an error from GCC 14 on.
	expect "$text: the wrappers build" cc "$arch_flag" --libc="$libc" \
		--entry="$entry" -w -Wno-int-conversion -I. "$@" -o calls \
		"$srcdir/tests/oracle-calls.c" wrappers.c
	faithful "$arch" || { cannot_run "$arch" "$text: calls"; return; }
	on "$arch" --with="$PWD/calls" --with="$PWD/table" --with="$PWD/scripts" \
		./oracle "$arch" ./calls "$how" table scripts >results
	status=$?
	: >wrong
	tried=' ' kinds=0
	while read -r verdict line; do
		[ "$verdict" = ok ] || printf '%s\n' "$verdict $line" >>wrong
		line=${line#ok }
		tried="$tried${line%%:*} "
		kinds=$((kinds + 1))
	done <results
	if [ "$status" -eq 0 ] && [ ! -s wrong ]; then
		pass "$text: $kinds kinds of results"
	else
		fail "$text: status $status" wrong
	fi
	untried=
	while read -r name; do
		case $tried in
		*" inl_$name "*) ;;
		*) untried="$untried $name" ;;
		esac
	done <names
	[ -s names ] || untried=none
	expect "$text: every call was tried" test -z "$untried"
}

# --- Instructions from entry to ret, and the functions called.

# hot: prints for each inl_ function in calls, up to its ret: name, instructions, traps.
hot () {
	objdump -d --no-show-raw-insn calls | awk '
		/^[0-9a-f]+ <inl_[a-z0-9_]*>:/ {
			name = $2
			gsub(/[<>:]|inl_/, "", name)
			n = traps = bad = 0
			next
		}
		name == "" || !/^ /  { next }
		{ n++ }
		/syscall|int +\$0x80|call +\*%gs:0x10/ { traps++; next }
		/call .*<__tg_inline_six_/ { traps++; next }
		/call/ { bad++ }
		/\tret/ {
			print name, n, traps, bad
			name = ""
		}'
}

# The limit follows from the number of arguments.  On x86_64 all but the fourth are in
# place already; on i386 they cost the same as in a stub, without the call.  Six there
# need memory; gcc may save some for the error path (13, 7).  From gcc 15 on it moves
# the first of two through %edx, and on x86_64 it saves a register in sendmmsg that only
# the other paths need.  With a libc a cancellation point tests the word.
judge_hot () {
	hot >counted
	# shellcheck disable=SC2086	# CC may hold options.
	awk -v arch="$arch" -v libc="$libc" -v gcc="$($CC -dumpversion)" '
		FILENAME ~ /socket\.tbl$/ {
			tests[$1] = libc != "none" && $3 ~ /C/ ? 2 : 0
			next
		}
		FILENAME == "stubs" {
			args[$2] = $4
			zeros[$2] = $5
			saves[$2] = $10 != "C" ? 0 : $4 == 5 ? 7 : $2 == "sendmmsg" && \
				(gcc + 0 >= 15 || tests[$2]) ? 3 : 1
			next
		}
		{
			seen[$1] = 1
			n = args[$1] + zeros[$1]
			if (arch == "i386")
				most = n == 6 ? (zeros[$1] ? 20 : 25) : \
					n < 3 ? 9 + (gcc + 0 >= 15) : 3 * n + 1
			else
				most = 5 + (args[$1] > 3) + zeros[$1] + saves[$1]
			most += tests[$1]
			if ($2 > most || $3 != 1 || $4 != 0)
				print $1 ": " $2 " instructions of " most ", " \
					$3 " traps, " $4 " calls"
		}
		END {
			for (name in args)
				if (!(name in seen))
					print name ": not found"
		}' "$srcdir/socket/socket.tbl" stubs counted >err
	if [ -s err ]; then fail "$1" err; else pass "$1"; fi
	printf '# %s: %s\n' "$1" "$(awk '{ printf "%s %s, ", $1, $2 }' counted)"
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ -f "$srcdir/sysdeps/$arch/inline-trap.h" ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	route=${arch_routes%% *}
	for entry in $arch_entries; do
		inlined >stubs
		cut -d ' ' -f 2 stubs >names
		awk '{ print "CALL (" $1 ")" }' stubs >oracle-symbols.h
		make_of wrappers /dev/null >wrappers.c
		make_of rows "$srcdir/include/freestanding/sys/socket.h" >table
		awk -v arch="$arch" -v route="$route" \
			-f "$srcdir/tests/oracle-fallback.awk" \
			"$srcdir/sysdeps/$arch/numbers.tbl" \
			"$srcdir/socket/socketcall.tbl" \
			"$srcdir/tests/oracle-fallback.txt" >general.txt
		make_of takeover general.txt >scripts
		try "$target $entry" whole -O2
		[ -z "${CC##*clang*}" ] ||
			judge_hot "$target $entry: no instruction too many"
		try "$target $entry -O0" spread -O0 -fno-omit-frame-pointer
	done
done

finish
