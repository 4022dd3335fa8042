#!/bin/sh
# fortify.sh - programs built with _FORTIFY_SOURCE, static and with the shared object.
# SPDX-License-Identifier: MIT

# shellcheck disable=SC2086	# Flags and compilers are words.

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/shared.lib"
LC_ALL=C
export LC_ALL
source=$srcdir/tests/fortify.c

# received TEXT COMMAND...: what fits arrives, and nothing else.
received () {
	text=$1
	shift
	for call in recv recvfrom; do
		is "$text: $call receives" '16 sixteen letters' "$("$@" ./prog $call 16 2>&1)"
		"$@" ./prog $call 17 >out 2>err
		is "$text: $call beyond the buffer ends by SIGABRT" 134 $?
		expect "$text: $call prints why" grep -q 'buffer overflow detected' err
		empty "$text: $call receives nothing then" out
	done
}

# checked TEXT: does the program call both functions of glibc?  clang makes the checks
# since glibc 2.40, whose headers have attributes for it.
checked () {
	nm prog | awk '/ __recv(from)?_chk(@|$)/ { n++ } END { exit n != 2 }' && return
	if $compiler -dM -E -x c /dev/null 2>log | grep -q __clang__ &&
		! grep -q __fortify_clang "$(dirname "$socket_h")/socket2.h"; then
		skip "$1" 'clang makes no checks with this glibc'
	else
		fail "$1: calls both functions"
	fi
	return 1
}

# bound TEXT: glibc's loader binds both functions to ours, as glibc's would receive and
# abort as well.
bound () {
	for call in recv recvfrom; do
		with "$variant" env LD_DEBUG=bindings ./prog $call 16 >out 2>&1
		expect "$1: __${call}_chk is ours" grep -q \
			"\./prog .* to .*/$variant/libtrapgate.so.0 .*\`__${call}_chk'" out
	done
}

# called TEXT: what glibc's functions call in a static program is ours.
called () {
	"$TRAPGATE" show ./prog >out 2>&1
	expect "$1: recv is ours" grep -q '^\./prog: calls of trapgate:.* recv ' out
	expect "$1: recvfrom is ours" grep -q '^\./prog: calls of trapgate:.* recvfrom\>' out
	expect "$1: no call is the libc's" test "$(wc -l <out)" -eq 2
}

# In C++ without its library, which gcc has for one word size.
printf '%s\n' "2 c $CC" "3 c $CC" >forms
if plus_plus; then
	printf '%s\n' "2 c++ $CC -nostdinc++" >>forms
else
	skip 'fortified C++' "$CC compiles no C++; apt-get install g++"
fi
! command -v clang >log || echo '2 c clang' >>forms
targets=
dynamic_targets
for target in $targets; do
	dynamic "$target"
	[ "$libc" = glibc ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	variant=${arch_routes%% *}-${arch_entries%% *}
	while read -r level language compiler; do
		text="$target, $compiler, level $level, $language"
		set -- $flags -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE="$level" -x "$language" \
			"$source" -x none
		socket_h=$($CC $flags -M "$source" | tr ' ' '\n' | grep bits/socket.h)
		rm -f prog
		expect "$text: a dynamic program" $compiler "$@" -o prog
		! checked "$text" || {
			received "$text" with "$variant"
			bound "$text"
		}
		text="$text, static"
		rm -f prog
		expect "$text: a program" env TRAPGATE_CC="$compiler" \
			"$TRAPGATE" cc "$(flag_of "$arch")" "$@" -o prog
		! checked "$text" || {
			received "$text" env
			called "$text"
		}
	done <forms
done
finish
