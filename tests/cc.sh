#!/bin/sh
# cc.sh - trapgate cc: its options, its messages, the programs that it links.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
has () { case " $TARGETS " in *" $1 "*) ;; *) return 1 ;; esac; }

tgcc () { "$TRAPGATE" cc "$@"; }
tgshow () { "$TRAPGATE" show "$@"; }

# A program of three files, whose exit status is 0 if everything works, since there is
# no printf without a libc.
mkdir 'a directory' 'a directory/include'
cat >'a directory/main.c' <<'END'
#include <errno.h>
#include <sys/socket.h>
#include "value.h"
int
main (void)
{
  static struct sockaddr name;
  return !(bind (-1, &name, sizeof name) == -1 && errno == EBADF
	   && other () == VALUE);
}
END
echo '#define VALUE 42
extern int other (void);' >'a directory/include/value.h'
echo 'int other (void) { return 42; }' >'a directory/other one.c'
echo 'int no_such_function (void);
int main (void) { return no_such_function (); }' >undefined.c
echo 'int printf (const char *, ...);
int main (void) { return printf ("x"); }' >prints.c
echo 'int main (void) { return 0 }' >wrong.c
inc='a directory/include'

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")
	for compiler in gcc clang; do
		command -v $compiler >/dev/null || continue
		CC=$compiler
		export CC
		for how in '' -static-pie; do
			text="$target, $compiler${how:+, $how}"
			rm -f prog
			expect "$text: two files, paths with a space" tgcc \
				"$flag" \
				--libc="$libc" $how -O2 -Wall -Wextra -Werror \
					-I "$inc" \
				-o prog 'a directory/main.c' \
					'a directory/other one.c'
			expect_on "$arch" "$text: runs" ./prog
			tgshow ./prog >out
			expect "$text: contains trapgate" \
				grep -q "$arch-$libc" out
			type=EXEC
			[ -z "$how" ] || type=DYN
			readelf -hlW prog >out
			expect "$text: is $type" grep -q "Type: *$type " out
			expect "$text: has no interpreter" \
				test "$(grep -c INTERP out)" = 0
		done
	done
	CC=gcc
	text=$target
	rm -f -- *.o prog
	expect "$text: -c" tgcc "$flag" --libc="$libc" -c -I"$inc" \
		'a directory/main.c' \
		'a directory/other one.c'
	expect "$text: makes objects" test -f main.o -a -f 'other one.o'
	expect "$text: links objects" tgcc "$flag" --libc="$libc" main.o \
		'other one.o' -o 'a directory/prog'
	expect_on "$arch" "$text: that run" './a directory/prog'
	expect "$text: -E" tgcc "$flag" --libc="$libc" -E -I"$inc" \
		'a directory/main.c'
	expect "$text: -S" tgcc "$flag" --libc="$libc" -S -o main.s -I"$inc" \
		'a directory/main.c'
	ar rc libother.a 'other one.o'
	expect "$text: -L and -l" tgcc "$flag" --libc="$libc" -o prog main.o \
		-L. -lother
	expect "$text: -print-file-name" tgcc "$flag" --libc="$libc" \
		-print-file-name=libgcc.a
	tgcc "$flag" --libc="$libc" --print -o never 'undefined.c' >out
	expect "$text: --print shows the command" grep -q \
		"^gcc .*undefined.c" out
	expect "$text: and does not run it" test ! -e never

	# A failed link or compilation: the compiler's own messages, then one
	# line of trapgate.
	tgcc "$flag" --libc="$libc" -w -o prog undefined.c >out 2>err
	status=$?
	expect "$text: an undefined function is an error" test "$status" -ne 0
	remedy='name the library that has it (-l...)'
	on="with $libc"
	start="not found $on"
	if [ "$libc" = none ]; then
		remedy='link with --libc=glibc or --libc=musl'
		on='without a libc'
		start="not offered $on"
	fi
	expect "$text: a message with its name and a remedy" \
		grep -q -x "trapgate cc: $start: no_such_function; $remedy" \
			err
	grep -v '^trapgate' err >output
	expect "$text: after the linker's messages" grep -q undefined output
	expect "$text: in one line" test "$(grep -c '^trapgate' err)" = 1
	tgcc "$flag" --libc="$libc" -o prog wrong.c >out 2>err
	want="'gcc' failed $on for $arch; see its messages above"
	expect "$text: an error of the compiler" \
		grep -q -x "trapgate cc: $want" err
done
tgcc --libc=none -w -o prog prints.c >out 2>err
expect 'freestanding: no printf, and a remedy' grep -q -x "trapgate cc: \
not offered without a libc: printf; link with --libc=glibc or --libc=musl" err

# --- Errors of trapgate cc itself.
unset CC
error_of cc '--libc without a value' '--libc needs a value: --libc=...' tgcc --libc \
	x.c
for option in --libc --route --entry; do
	error_of cc "$option= without a value" "$option needs a value: $option=..." tgcc \
		"$option=" x.c
done
error_of cc '--route without a value' '--route needs a value: --route=...' tgcc \
	--route
error_of cc '--entry without a value' '--entry needs a value: --entry=...' tgcc \
	--entry
error_of cc '-o without a value' '-o needs a value' tgcc x.c -o
error_of cc '-mx32' '-mx32: there is -m32 and -m64' tgcc -mx32 x.c
error_of cc '-shared' "-shared: trapgate cc links programs, statically; build the \
project with --disable-shared or -DBUILD_SHARED_LIBS=OFF" tgcc -shared x.c
error_of cc 'an unknown libc' '--libc=newlib: there is glibc, musl, none' \
	tgcc --libc=newlib x.c
error_of cc 'no compiler' "no compiler 'nonesuch'; .*set TRAPGATE_CC" \
	env CC=nonesuch "$TRAPGATE" cc undefined.c
if has x86_64-glibc; then
	error_of cc 'a route that the architecture lacks' \
		'--route=socketcall: x86_64 has direct-only' \
		tgcc -m64 --route=socketcall x.c
	error_of cc 'an entry that the architecture lacks' \
		'--entry=int80: x86_64 has syscall' \
		tgcc -m64 --entry=int80 x.c
	expect 'the route that it has' tgcc -m64 --route=direct-only \
		--entry=syscall -w -o prog prints.c
fi
error_of cc 'an unknown route' '--route=scenic: .*' tgcc --route=scenic x.c
error_of cc 'an unknown entry' '--entry=back: .*' tgcc --entry=back x.c

# A copy with missing parts, in another place.
mkdir moved
cp -R "$builddir/bin" "$builddir/libexec" "$builddir/share" "$builddir/lib" \
	moved
moved=$PWD/moved/bin/trapgate
ln -s "$moved" link
expect 'a moved command works' "$moved" cc -w -o prog prints.c
expect 'and by a symbolic link' ./link cc -w -o prog prints.c
for arch in $ARCHS; do
	flag=$(flag_of "$arch")
	[ -d "moved/lib/trapgate/$arch/glibc" ] || continue
	place=$PWD/moved/lib/trapgate/$arch
	rm "$place"/glibc/*/*.a
	error_of cc "$arch: a missing archive" \
		".*/libtrapgate.a is missing; run make" \
		"$moved" cc "$flag" x.c
	rm -rf "$place/glibc/include/trapgate"
	error_of cc "$arch: a missing archive and inline form" \
		".*/libtrapgate.a is missing; run make" \
		"$moved" cc "$flag" --inline x.c
	echo "cc_missing='no static glibc (apt-get install some)'" \
		>>"$place/glibc/cc.conf"
	error_of cc "$arch: a libc that configure did not find" \
		"--libc=glibc for $arch \
was not built: no static glibc (apt-get install some), then .*" \
		"$moved" cc "$flag" x.c
	rm "$place/glibc/cc.conf"
	error_of cc "$arch: a libc that was not enabled" "--libc=glibc was \
not built for $arch; configure it with --enable-libcs= and run make" \
		"$moved" cc "$flag" x.c
	rm -r "$place"
	[ -n "$(ls moved/lib/trapgate)" ] || continue
	error_of cc "$arch: an architecture that was not built" "$flag was not built; \
configure it with --enable-archs= and run make" "$moved" cc "$flag" x.c
done

expect '--help' sh -c "'$TRAPGATE' cc --help | grep -q '^usage: trapgate cc'"
# The libc's own directory, even if first, is not searched before ours.
cat >plain.c <<'EOT'
#include <sys/socket.h>
int
main (void)
{
  return bind (-1, 0, 0) != -1;
}
EOT
for target in $TARGETS; do
	case $target in
	*-none | generic-*) continue ;;
	esac
	. "$srcdir/sysdeps/${target%-*}/arch.sh"
	dir=$(sed -n "s/^libdir-$target = //p" "$builddir/../config.mk")
	"$TRAPGATE" cc "$arch_flag" --libc="${target#*-}" -L"$dir" -o prog plain.c \
		>err 2>&1
	expect "$target: -L of the libc" sh -c 'nm prog | grep -q __tg_error'
	expect "$target: -x c" "$TRAPGATE" cc "$arch_flag" --libc="${target#*-}" \
		-o prog -x c plain.c
done
refuse '-lc without a libc' 2 '^trapgate cc: -lc: there is no libc' \
	"$TRAPGATE" cc --libc=none -o prog plain.c -lc
finish
