# oracle.sh - every system call that the stubs make, with every result.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A tracer (oracle.c) acts as the kernel: it compares number and arguments with the
# tables, sets invented results, and checks registers, stack, errno and the returned
# value.

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"

expect "the tracer builds" tracer oracle "$srcdir/tests/oracle.c" \
	"$srcdir/tests/oracle-scripts.c" \
	"$srcdir/tests/oracle-ptrace.c"

# stubs OPTION...: writes the table of the stubs of arch and libc.
stubs () {
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" "$@" \
		-f "$srcdir/tests/stubs.awk"
}

make_scripts () {
	awk -v arch="$arch" -v route="$route" -f "$srcdir/tests/oracle-fallback.awk" \
		"$srcdir/sysdeps/$arch/numbers.tbl" "$srcdir/socket/socketcall.tbl" \
		"$srcdir/tests/oracle-fallback.txt" >"$scripts"
}

# of_stubs TEXT: prints how many stubs of socket calls contain it.
of_stubs () {
	grep -l '<socket.S>' "$builddir/gen/$target/stubs/"*.S | xargs grep -l -e "$1" | wc -l
}

# try TEXT HOW CALLS ARCHIVE OPTION...: builds a program with the calls in the file
# table and tries them; there must be CALLS of them.
try () {
	try_text=$1 try_how=$2 try_wanted=$3 try_archive=$4
	shift 4
	mkdir -p "$try_text"
	mv table "$try_text/table"
	awk '{ print "CALL (" $1 ")" }' "$try_text/table" \
		>"$try_text/oracle-symbols.h"
	expect "$try_text: the program builds" "$TRAPGATE" cc "$arch_flag" \
		--libc="$libc" "$@" -O2 -I"$try_text" -o "$try_text/calls" \
		"$srcdir/tests/oracle-calls.c" ${try_archive:+"$try_archive"}
	faithful "$arch" || { cannot_run "$arch" "$try_text: calls"; return; }
	on "$arch" --with="$PWD/$try_text/calls" --with="$PWD/$try_text/table" \
		${scripts:+"--with=$PWD/$scripts"} ./oracle "$arch" \
		"$try_text/calls" "$try_how" "$try_text/table" \
		${scripts:+"$scripts"} >results
	try_status=$?
	tried "$try_text" "$try_wanted" $try_status
}

# tried TEXT CALLS STATUS: results has a line for every call of the table, which has
# CALLS rows.
tried () {
	seen=' '
	while read -r verdict text; do
		case $verdict in
		ok) pass "$1 $text" ;;
		*) fail "$1 ${text#ok }" ;;
		esac
		text=${text#ok }
		seen="$seen${text%%:*} "
	done <results
	missing='' rows=0
	while read -r name _; do
		rows=$((rows + 1))
		case $seen in
		*" $name "*) ;;
		*) missing="$missing $name" ;;
		esac
	done <"$1/table"
	if [ "$3" -eq 0 ] && [ -z "$missing" ] && [ "$rows" -eq "$2" ]; then
		pass "$1: tried $2 calls"
	else
		fail "$1: status $3, $rows calls of $2; not tried: $missing"
	fi
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	place=${TRAPGATE%/bin/*}/lib/trapgate/$arch/$libc
	# As many as the generator made stubs; the others are C.
	wanted=$(of_stubs '<socket.S>') operations=$(of_stubs CALL_OP)
	# shellcheck disable=SC2154	# From arch.sh.
	default=${arch_routes%% *}-${arch_entries%% *}

	# Every variant without a libc; with each libc, for its errno and names, the
	# default and the one that differs most.
	for route in $arch_routes; do
		for entry in $arch_entries; do
			variant=$route-$entry how=spread
			case $variant-$libc in
			"$default"-*) how=whole ;;
			*-none | socketcall-vsyscall-*) ;;
			*) continue ;;
			esac
			scripts=$target-$variant-scripts
			make_scripts
			stubs -v route="$route" -v entry="$entry" >table
			try "$target-$variant" $how "$wanted" '' \
				--route="$route" --entry="$entry"
			# In a program that cancels threads; its fallbacks use both entries.
			if [ "$libc" != none ]; then
				scripts=
				stubs -v route="$route" -v entry="$entry" -v slow=1 >table
				try "$target-$variant-cancels" spread "$wanted" '' \
					--route="$route" --entry="$entry" -DCANCELS
				scripts=$target-$variant-scripts
			fi
			# The same under a prefix, beside the libc's names.
			stubs -v route="$route" -v entry="$entry" \
				-v prefix=tg_ >table
			try "$target-$variant-prefixed" spread "$wanted" \
				"$place/$variant/libtrapgate-prefixed.a" \
				--route="$route" --entry="$entry"
		done
	done

	# With musl, the other routes, for the fallbacks that need a libc.
	for route in $arch_routes; do
		entry=${arch_entries%% *}
		case $libc,$route-$entry in
		*,"$default" | musl,socketcall-"$entry") continue ;;
		musl,*) ;;
		*) continue ;;
		esac
		scripts=$target-$route-scripts
		make_scripts
		stubs -v route="$route" -v entry="$entry" >table
		try "$target-$route-$entry" spread "$wanted" '' --route="$route"
	done

	# Single paths, all in one program.
	scripts=
	for entry in $arch_entries; do
		stubs -v entry="$entry" -v single=direct -v prefix="tg_direct_${entry}_"
		[ "$operations" -eq 0 ] || stubs -v entry="$entry" \
			-v single=socketcall -v prefix="tg_socketcall_${entry}_"
	done >table
	wanted=$((wanted + operations))
	wanted=$((wanted * $(printf '%s\n' "$arch_entries" | wc -w)))
	try "$target-paths" spread "$wanted" "$place/libtrapgate-paths.a"

	# All other calls, which have one path on every route: each half of a 64-bit
	# argument.
	[ "$libc" = none ] || continue
	for group in "$srcdir"/*/*.tbl; do
		group=${group#"$srcdir/"}
		case $group in
		socket/*) ;;
		*) stubs -v table="$group" ;;
		esac
	done >table
	wanted=$(grep -l -F '<syscall.S>' "$builddir/gen/$target/stubs/"*.S | wc -l)
	try "$target-plain" spread "$wanted" ''
done

finish
