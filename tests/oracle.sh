# oracle.sh - every system call that the stubs make, and every answer to it.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# A tracer is the kernel (oracle.c): it sees number and arguments, invents the
# results, and compares registers, stack, errno and what is returned.  What
# has to come is read from the tables.

: "${srcdir:?}" "${TRAPGATE:?}" "${VARIANTS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"

# shellcheck disable=SC2086	# CC may hold options.
expect "the tracer builds" $CC -std=gnu11 -O2 -Wall -Wextra -Werror \
	-o oracle "$srcdir/tests/oracle.c" "$srcdir/tests/oracle-ptrace.c"

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	. "$srcdir/sysdeps/$arch/machine.sh"
	mkdir -p "$variant"
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" \
		-f "$srcdir/tests/stubs.awk" >"$variant/table"
	awk '{ print "CALL (" $1 ")" }' "$variant/table" \
		>"$variant/oracle-symbols.h"
	expect "$variant: the program builds" "$TRAPGATE" cc "$machine_flag" \
		--over="$libc" -O2 -I"$variant" -o "$variant/calls" \
		"$srcdir/tests/oracle-calls.c"
	cut -d ' ' -f 2- "$variant/table" >calls
	timeout 60 ./oracle "$arch" "$variant/calls" <calls >results
	status=$?
	seen=' '
	while read -r verdict text; do
		case $verdict in
		ok) pass "$variant $text" ;;
		*) fail "$variant ${text#ok }" ;;
		esac
		text=${text#ok }
		seen="$seen${text%%:*} "
	done <results
	# Every call of the table, and not by luck an empty one.
	missing=$(awk -v seen="$seen" '
		!index(seen, " " $1 " ") { printf "%s ", $1 }' calls)
	wanted=21
	[ "$arch" = i386 ] || wanted=20
	[ "$variant" != x86_64-musl ] || wanted=16	# The others are C.
	if [ "$status" -eq 0 ] && [ -z "$missing" ] &&
		[ "$(wc -l <calls)" -eq "$wanted" ]; then
		pass "$variant: $wanted calls were tried"
	else
		fail "$variant: status $status; not tried: $missing"
	fi
done

finish
