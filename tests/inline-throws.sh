#!/bin/sh
# inline-throws.sh - an exception from a signal handler unwinds a blocking call.
# SPDX-License-Identifier: MIT
#
# With inline calls and with stubs, by gcc and clang, in C++ if its library is
# installed, and in C by the unwinder itself.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

try () { # text, compiler, source, options of trapgate cc
	text=$1 compiler=$2 source=$3
	shift 3
	rm -f thrown
	expect "$text: builds" env CC="$compiler" "$TRAPGATE" cc "$arch_flag" \
		--libc=glibc -Wall -Wextra -Werror "$@" -o thrown "$srcdir/tests/$source"
	expect_on "$arch" "$text: unwinds, and runs cleanups" ./thrown
}

every_form () { # compiler, source, options
	for form in '' --inline; do
		for entry in $arch_entries; do
			for level in -O0 -O2; do
				# shellcheck disable=SC2086
				try "$arch $1 $entry $form $level" "$@" "$level" \
					--entry="$entry" $form
			done
		done
	done
}

# with_library COMPILER: succeeds if it links C++ for this architecture.
with_library () {
	"$1" "$arch_flag" -static -o library -x c++ library.cc >err 2>&1
}
echo 'int main () { try { throw 1; } catch (int) { return 0; } }' >library.cc
cat >nothrow.cc <<'END'
#include <sys/socket.h>
int main () { return socket (AF_UNIX, SOCK_STREAM, 0) < 0; }
END

for arch in $ARCHS; do
	case " $TARGETS " in
	*" $arch-glibc "*) ;;
	*) continue ;;
	esac
	. "$srcdir/sysdeps/$arch/arch.sh"
	for compiler in gcc clang; do
		command -v "$compiler" >err || {
			skip "$arch $compiler" "no $compiler; apt-get install $compiler"
			continue
		}
		every_form "$compiler" thrown.c -fexceptions -fnon-call-exceptions
		expect "$arch $compiler: a call that does not throw needs no C++ library" \
			env CC="$compiler" "$TRAPGATE" cc "$arch_flag" --inline -O2 \
			-o nothrow -x c++ nothrow.cc
		case $compiler in
		gcc) plus=g++ ;;
		clang) plus=clang++ ;;
		esac
		if command -v "$plus" >err && with_library "$plus"; then
			every_form "$plus" thrown.cc -fnon-call-exceptions
		else
			skip "$arch $plus" "no C++ library of $arch; apt-get install g++-multilib"
		fi
	done
done
[ "$tap_count" -gt 0 ] || skip 'exceptions' 'nothing was built with glibc'
finish
