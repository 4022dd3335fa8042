# ports-oracle.sh - on other architectures, each system call of the stubs with each result.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# gdb is the kernel of a program in qemu's gdb stub (gdb/ports.py): it compares number
# and arguments with the tables, sets results, overwrites what the kernel need not
# preserve, and unwinds at each instruction.  The registers are those of
# sysdeps/<arch>/gdb.tbl.

: "${srcdir:?}" "${TRAPGATE:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/gdb/stub.sh"
. "$srcdir/tests/ports.lib"

# GDB=COMMAND selects another one.
GDB=${GDB:-gdb-multiarch}
command -v "$GDB" >/dev/null || GDB=gdb
ports_or_skip
if ! "$GDB" -nx -batch -ex 'python print (1)' >/dev/null 2>&1; then
	skip "every result" "no gdb with python; apt-get install gdb-multiarch"
	finish
fi

stubs () { # OPTION...: the table of the stubs
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" -v flags=1 "$@" \
		-f "$srcdir/tests/stubs.awk"
}

# errors: prints the numbers of errors that a stub compares with, as the compiler sees
# them.
errors () {
	for error in EPERM EBADF EINVAL ENOPROTOOPT ENOSYS; do
		printf '#include <errno.h>\n%s=%s\n' "\"$error\"" "$error"
	done | port_cc -E -P -x c - | sed -n 's/^"\(E[A-Z]*\)"=/\1=/p'
}

# make_calls AT: builds the program for the table in the directory, and its unwind ranges.
make_calls () {
	awk '{ print "CALL (" $1 ")" }' "$1/table" >"$1/oracle-symbols.h"
	# On some architectures gdb must find the caller's frame.
	# shellcheck disable=SC2046	# Options.
	port_cc --route="$route" --entry="$entry" -static -O2 -DIN_GDB -I"$1" \
		-fasynchronous-unwind-tables \
		$(sed -n 's/^options//p' "$srcdir/sysdeps/$arch/gdb.tbl") \
		-o "$1/calls" "$srcdir/tests/oracle-calls.c" >"$1/log" 2>&1 || return
	section=.eh_frame
	[ "$libc" != none ] || section=.debug_frame
	ranges "$1/calls" "$section" >"$1/frames"
	# An architecture may have another form of them for programs.
	[ -s "$1/frames" ] || ranges "$1/calls" .debug_frame >"$1/frames"
	errors >"$1/errno"
}

# play AT: runs it, in the directory.
play () {
	cd "$1" || return
	start_stub ./calls
	# shellcheck disable=SC2154
	GDB_TARGET=$remote GDB_FACTS=$srcdir/sysdeps/$arch/gdb.tbl GDB_FRAMES=frames \
		GDB_C=without PORT_TABLE=table PORT_ERRNO=$(tr '\n' ' ' <errno) \
		timeout 300 "$GDB" -nx -batch \
		${arch_gdb:+-ex "set architecture $arch_gdb"} \
		-x "$srcdir/tests/gdb/ports.py" ./calls >results 2>>log
	stop_stub
}

# tried AT: judges what it printed: a line for every call of the table.
tried () {
	if [ ! -x "$1/calls" ]; then
		fail "$1: the program builds" "$1/log"
		return
	fi
	if grep -q '^lost ' "$1/results"; then
		skip "$1: every result" "$(sed -n 's/^lost //p' "$1/results")"
		return
	fi
	seen=0 states=0 steps=0 wrong=0
	while read -r verdict text rest; do
		case $verdict in
		ok) pass "$1 $text $rest" ;;
		not)
			fail "$1 $rest"
			wrong=$((wrong + 1))
			;;
		states)
			states=$text steps=$rest
			continue
			;;
		*) continue ;;	# What gdb prints.
		esac
		seen=$((seen + 1))
	done <"$1/results"
	wanted=$(wc -l <"$1/table")
	if [ "$wanted" -gt 0 ] && [ "$seen" -eq "$wanted" ] && [ "$states" -gt 0 ]; then
		pass "$1: $states results of $seen calls"
	else
		fail "$1: tried $seen calls of $wanted" "$1/log"
	fi
	figure "${1#"$target-"}" states "$states"
	figure "${1#"$target-"}" states-wrong "$wrong"
	figure "${1#"$target-"}" unwound "$steps"
}

# begin AT: in the background, two at a time.
begin () {
	(make_calls "$1" && play "$1") &
	last=${this-} this=$!
	[ -z "$last" ] || wait "$last"
	begun="$begun $1"
}

for target in $(ports); do
	port_runs "$target" || continue
	port "$target"
	if [ ! -f "$srcdir/sysdeps/$arch/gdb.tbl" ]; then
		fail "$target: sysdeps/$arch/gdb.tbl is not written"
		continue
	fi
	if [ -n "$arch_gdb" ] && "$GDB" -nx -batch -ex "set architecture $arch_gdb" 2>&1 |
		grep -q -i 'undefined item'; then
		skip "$target: every result" "this gdb has no architecture $arch_gdb"
		continue
	fi
	begun=
	for variant in $(port_variants); do
		of_variant "$variant"
		mkdir -p "$target-$variant"
		stubs -v route="$route" -v entry="$entry" >"$target-$variant/table"
		begin "$target-$variant"
		[ "$libc" = none ] || break
	done
	# All other calls, which have one path on every route.
	if [ "$libc" = none ]; then
		of_variant "$(port_variants | head -n 1)"
		mkdir -p "$target-plain"
		for table in "$srcdir"/*/*.tbl; do
			table=${table#"$srcdir/"}
			case $table in
			socket/*) ;;
			*) stubs -v table="$table" ;;
			esac
		done >"$target-plain/table"
		begin "$target-plain"
	fi
	wait
	for at in $begun; do
		tried "$at"
	done
done
[ "$tap_count" -gt 0 ] || fail "calls of other architectures were tried"
awk '
	$4 == "states" { states[$1] += $5; all += $5 }
	$4 == "unwound" { steps[$1] += $5 }
	END {
		for (arch in states)
			print "#> " arch ": " states[arch] " results, unwound at " \
				steps[arch] " instructions"
	}' figures | sort
finish
