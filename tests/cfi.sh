# cfi.sh - unwinding works at every instruction of every stub.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Uses gdb, with cfi.py: unwinds by .eh_frame with a libc, by .debug_frame without
# one, and in the vdso by the vdso's own tables.

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/gdb/stub.sh"

if ! gdb -nx -batch -ex 'python print (1)' >/dev/null 2>&1; then
	skip "unwinding" "no gdb with python; apt-get install gdb"
	finish
fi

# unwind TARGET ROUTE ENTRY [OTHER [SLOW]]: OTHER is a file for what is executed in a
# program that cannot cancel threads, SLOW is yes for one that can.
unwind () {
	arch=${1%-*} libc=${1#*-} route=$2 entry=$3 slow=${5-}
	at=$1${route:+-$route-$entry}${slow:+-cancels}
	section=.eh_frame c=with
	[ "$libc" != none ] || section=.debug_frame c=without
	. "$srcdir/sysdeps/$arch/arch.sh"
	mkdir -p "$at"
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" \
		-v route="$route" -v entry="$entry" -v flags=1 \
		-f "$srcdir/tests/stubs.awk" >"$at/table"
	awk '{ print "CALL (" $1 ")" }' "$at/table" >"$at/oracle-symbols.h"
	expect "$at: the program builds" "$TRAPGATE" cc "$arch_flag" \
		--libc="$libc" ${route:+"--route=$route"} \
		${entry:+"--entry=$entry"} ${slow:+-DCANCELS} -O2 -I"$at" \
		-DIN_GDB -o "$at/calls" \
		"$srcdir/tests/oracle-calls.c"
	ranges "$at/calls" "$section" >"$at/frames"
	start_stub "$at/calls"
	GDB_FACTS=$srcdir/sysdeps/$arch/gdb.tbl GDB_TARGET=$remote GDB_C=$c \
		GDB_FRAMES=$at/frames CFI_TABLE=$at/table CFI_OTHER=${4-} CFI_SLOW=$slow \
		timeout 60 gdb -nx -batch -x "$srcdir/tests/gdb/cfi.py" "$at/calls" \
		>results 2>errors
	stop_stub
	tried=0
	while read -r verdict text; do
		case $verdict in
		ok) pass "$at $text" ;;
		not) fail "$at ${text#ok }" ;;
		\#) printf '%s\n' "# $at: $text" ;;
		done) tried=$text ;;
		esac
	done <results
	wanted=$(wc -l <"$at/table")
	if [ "$tried" -gt 0 ] && [ "$tried" -eq "$wanted" ]; then
		pass "$at: tried $tried calls"
	else
		fail "$at: gdb did not try every call" errors
	fi
}

for target in $TARGETS; do
	# musl has no unwind information for its __errno_location, and the stubs with
	# musl are the same as with glibc.
	case $target in
	generic-* | *-musl) continue ;;
	esac
	steppable "${target%-*}" "$target" || continue
	case $target in
	*-none) unwind "$target" '' '' ;;
	*)
		unwind "$target" '' '' executed
		unwind "$target" '' '' executed yes
		;;
	esac
	case $target in
	i386-none)
		unwind "$target" socketcall vsyscall
		unwind "$target" socketcall-only vsyscall
		;;
	i386-glibc)
		unwind "$target" socketcall vsyscall executed
		unwind "$target" socketcall vsyscall executed yes
		;;
	esac
done

finish
