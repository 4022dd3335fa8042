#!/bin/sh
# inline-cancel.sh - inline calls are cancellation points, in front of the libc alone too.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

cc () { "$TRAPGATE" cc --inline "$arch_flag" --libc="$libc" -Wall -Wextra -Werror "$@"; }

try () { # text, options of trapgate cc
	text=$1
	shift
	rm -f cancels
	expect "$text: builds" cc -std=gnu11 "$@" -pthread -o cancels \
		"$srcdir/tests/inline-cancel.c"
	expect "$text: has inline calls" grep -q __tg_else_accept4 cancels
	if faithful "$arch"; then
		expect "$text: every call" on "$arch" ./cancels
	else
		cannot_run "$arch" "$text: every call"
	fi
}

# A program that cancels no thread has nothing of cancellation.
cat >traps.c <<'END'
#define _GNU_SOURCE 1
#include <sys/socket.h>
int
main (void)
{
  char byte;
  return recv (-1, &byte, 1, 0) != -1 || accept4 (-1, 0, 0, 0) != -1
	 || sendmmsg (-1, 0, 1, 0) != -1;
}
END
adds_nothing () { # text, options of trapgate cc
	text=$1
	shift
	rm -f traps
	expect "$text, without pthread_cancel: builds" cc "$@" -o traps traps.c
	nm traps | grep -i -e ' [tdr] .*pthread_cancel$' -e ' [tdr] __tg_before_trap' >output
	empty "$text, without pthread_cancel: links nothing of it" output
	if runs "$arch"; then
		expect "$text, without pthread_cancel: runs" on "$arch" ./traps
	else
		cannot_run "$arch" "$text, without pthread_cancel: runs"
	fi
}

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in generic-* | *-none) continue ;; esac
	[ -f "$srcdir/sysdeps/$arch/inline-trap.h" ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	configured=$CC
	for CC in $(sweep gcc clang); do
		command -v "$CC" >/dev/null || continue
		export CC
		{
			printf '%s\n' '-O2 -fPIE -static-pie' '-O2 --plain'
			sweep -O2 -O0 '-O2 -fno-pie' '-O2 -fPIE -static-pie --plain' \
				'-O2 -flto' '-O2 -flto --plain'
		} >modes
		while read -r options <&3; do
			# shellcheck disable=SC2086	# Words.
			try "$target $CC $options" $options
			# shellcheck disable=SC2086
			adds_nothing "$target $CC $options" $options
		done 3<modes
		# By unwinding.
		[ "$libc" != glibc ] || try "$target $CC -fexceptions" -O2 -fexceptions
	done
	CC=$configured
	export CC
	cc -c -o traps.o traps.c
	refuse "$target: an object without --plain is linked with it" 1 \
		'^trapgate cc: .* without --plain; compile it as it is linked$' \
		"$TRAPGATE" cc "$arch_flag" --libc="$libc" --plain -o traps traps.o
	for entry in ${arch_entries#* }; do
		try "$target --entry=$entry" -O2 --entry="$entry"
	done
done
[ "$tap_count" -gt 0 ] || skip 'inline cancellation' 'nothing was built with a libc'
finish
