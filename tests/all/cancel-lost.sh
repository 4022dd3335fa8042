#!/bin/sh
# cancel-lost.sh - connections and bytes that calls take and cancellations lose.
# SPDX-License-Identifier: MIT
#
# 6,000 threads are cancelled just when their call succeeds.  None may lose what the call
# has taken; the figures of the libc alone stand beside it.  CANCEL_ROUNDS=N changes 6,000.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
rounds=${CANCEL_ROUNDS:-6000}

# lose TEXT OPTION...: one line, with the counts of accept and recv, for each mode.
lose () {
	text="$target $1" builds=
	shift
	"$TRAPGATE" cc "$flag" --libc="$libc" -std=gnu11 -O2 -Wall -Wextra -Werror -pthread \
		"$@" -o lost "$srcdir/tests/cancel/place.c" \
		"$srcdir/tests/cancel/lost.c" >err 2>&1 || builds='does not build'
	for call in accept recv; do
		read -r made cancelled lost <<-EOT
			$(on "$arch" "$PWD/lost" "$rounds" "$call" 2>>err)
		EOT
		line="$text $call: lost ${lost:-?} of ${cancelled:-?} cancelled"
		if [ "${made:-0}" -ne "$rounds" ] || [ "$cancelled" -lt 100 ] ||
			[ "$cancelled" -eq "$rounds" ] || [ -n "$builds" ]; then
			printf '%s\n' "$builds ${made:-0} rounds" >>err
			fail "$line" err
		elif [ "$plain" ] || [ "$lost" -eq 0 ]; then
			pass "$line"
		else
			fail "$line"
		fi
	done
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	faithful "$arch" || { cannot_run "$arch" "$target"; continue; }
	flag=$(flag_of "$arch")
	. "$srcdir/sysdeps/$arch/arch.sh"
	plain=yes
	lose 'alone' --plain
	plain=
	for entry in $arch_entries; do
		lose "$entry" --entry="$entry"
	done
	lose 'static-pie' -static-pie
	lose 'inline' --inline
	case $arch_routes in
	*socketcall*) lose 'socketcall' --route=socketcall ;;
	esac
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'nothing was built with a libc'
finish
