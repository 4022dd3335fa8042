#!/bin/sh
# cc.sh - trapgate cc: its options, its answers, what it links.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
has () { case " $VARIANTS " in *" $1 "*) ;; *) return 1 ;; esac; }

tgcc () { "$TRAPGATE" cc "$@"; }
tgshow () { "$TRAPGATE" show "$@"; }

# A program of three files; it tells by its status whether all is as it
# should be, since there is no printf without a libc.
mkdir 'a folder' 'a folder/include'
cat >'a folder/main.c' <<'END'
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
extern int other (void);' >'a folder/include/value.h'
echo 'int other (void) { return 42; }' >'a folder/other one.c'
echo 'int no_such_function (void);
int main (void) { return no_such_function (); }' >undefined.c
echo 'int printf (const char *, ...);
int main (void) { return printf ("x"); }' >prints.c
echo 'int main (void) { return 0 }' >wrong.c
inc='a folder/include'

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")
	for compiler in gcc clang; do
		command -v $compiler >/dev/null || continue
		CC=$compiler
		export CC
		for how in '' -static-pie; do
			text="$variant, $compiler${how:+, $how}"
			rm -f prog
			expect "$text: two files, paths with a space" tgcc \
				"$flag" \
				--over="$libc" $how -O2 -Wall -Wextra -Werror \
					-I "$inc" \
				-o prog 'a folder/main.c' \
					'a folder/other one.c'
			expect_on "$arch" "$text: runs" ./prog
			tgshow ./prog >out
			expect "$text: holds trapgate" \
				grep -q "$arch over $libc" out
			type=EXEC
			[ -z "$how" ] || type=DYN
			readelf -hlW prog >out
			expect "$text: is $type" grep -q "Type: *$type " out
			expect "$text: asks for no other file" \
				test "$(grep -c INTERP out)" = 0
		done
	done
	CC=gcc
	text=$variant
	rm -f -- *.o prog
	expect "$text: -c" tgcc "$flag" --over="$libc" -c -I"$inc" \
		'a folder/main.c' \
		'a folder/other one.c'
	expect "$text: makes objects" test -f main.o -a -f 'other one.o'
	expect "$text: links objects" tgcc "$flag" --over="$libc" main.o \
		'other one.o' -o 'a folder/prog'
	expect_on "$arch" "$text: that run" './a folder/prog'
	expect "$text: -E" tgcc "$flag" --over="$libc" -E -I"$inc" \
		'a folder/main.c'
	expect "$text: -S" tgcc "$flag" --over="$libc" -S -o main.s -I"$inc" \
		'a folder/main.c'
	ar rc libother.a 'other one.o'
	expect "$text: -L and -l" tgcc "$flag" --over="$libc" -o prog main.o \
		-L. -lother
	expect "$text: -print-file-name" tgcc "$flag" --over="$libc" \
		-print-file-name=libgcc.a
	tgcc "$flag" --over="$libc" --print -o never 'undefined.c' >out
	expect "$text: --print shows the command" grep -q \
		"^gcc .*undefined.c" out
	expect "$text: and does not run it" test ! -e never

	# What does not link or compile: the compiler's own words, then one
	# line of ours.
	tgcc "$flag" --over="$libc" -w -o prog undefined.c >out 2>told
	status=$?
	expect "$text: an undefined function is an error" test "$status" -ne 0
	remedy='name the library that has it (-l...)'
	on="over $libc"
	start="not found $on"
	if [ "$libc" = bare ]; then
		remedy='link with --over=glibc or --over=musl'
		on='without a libc'
		start="not offered $on"
	fi
	expect "$text: told by name, with a remedy" \
		grep -q -x "trapgate cc: $start: no_such_function; $remedy" \
			told
	grep -v '^trapgate' told >said
	expect "$text: after the linker's words" grep -q undefined said
	expect "$text: in one line" test "$(grep -c '^trapgate' told)" = 1
	tgcc "$flag" --over="$libc" -o prog wrong.c >out 2>told
	want="'gcc' failed $on for $arch; see its messages above"
	expect "$text: an error of the compiler" \
		grep -q -x "trapgate cc: $want" told
done
tgcc --over=bare -w -o prog prints.c >out 2>told
expect 'bare: there is no printf, and a remedy' grep -q -x "trapgate cc: \
not offered without a libc: printf; link with --over=glibc or --over=musl" told

# --- Errors of our own.
unset CC
dies cc '--over without a value' '--over needs a value: --over=...' tgcc --over \
	x.c
dies cc '--route without a value' '--route needs a value: --route=...' tgcc \
	--route
dies cc '--entry without a value' '--entry needs a value: --entry=...' tgcc \
	--entry
dies cc '-o without a value' '-o needs a value' tgcc x.c -o
dies cc '-mx32' '-mx32: there is -m32 and -m64' tgcc -mx32 x.c
dies cc '-shared' "-shared: trapgate cc links programs, statically; build the \
project with --disable-shared or -DBUILD_SHARED_LIBS=OFF" tgcc -shared x.c
dies cc 'an unknown libc' '--over=newlib: there is glibc, musl, bare' \
	tgcc --over=newlib x.c
dies cc 'no compiler' "no compiler 'nonesuch'; .*set TRAPGATE_CC" \
	env CC=nonesuch "$TRAPGATE" cc undefined.c
if has x86_64-glibc; then
	dies cc 'a route that there is not' \
		'--route=mux: x86_64 has direct-only' \
		tgcc -m64 --route=mux x.c
	dies cc 'an entry that there is not' \
		'--entry=int80: x86_64 has syscall' \
		tgcc -m64 --entry=int80 x.c
	expect 'the route that there is' tgcc -m64 --route=direct-only \
		--entry=syscall -w -o prog prints.c
fi
dies cc 'an unknown route' '--route=scenic: .*' tgcc --route=scenic x.c
dies cc 'an unknown entry' '--entry=back: .*' tgcc --entry=back x.c

# A copy with parts missing; it also shows that the command may be moved.
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
	dies cc "$arch: a missing archive" \
		".*/libtrapgate.a is missing; run make" \
		"$moved" cc "$flag" x.c
	echo "cc_missing='no static glibc (apt-get install some)'" \
		>>"$place/glibc/cc.conf"
	dies cc "$arch: a libc that configure did not find" \
		"--over=glibc for $arch \
was not built: no static glibc (apt-get install some), then .*" \
		"$moved" cc "$flag" x.c
	rm "$place/glibc/cc.conf"
	dies cc "$arch: a libc that was not asked for" "--over=glibc was \
not built for $arch; configure it with --enable-libcs= and run make" \
		"$moved" cc "$flag" x.c
	rm -r "$place"
	[ -n "$(ls moved/lib/trapgate)" ] || continue
	dies cc "$arch: a machine that was not built" "$flag was not built; \
configure it with --enable-archs= and run make" "$moved" cc "$flag" x.c
done

expect '--help' sh -c "'$TRAPGATE' cc --help | grep -q '^usage: trapgate cc'"
# The libc's own folder, named first, does not come before ours.
cat >plain.c <<'EOT'
#include <sys/socket.h>
int
main (void)
{
  return bind (-1, 0, 0) != -1;
}
EOT
for variant in $VARIANTS; do
	case $variant in
	*-bare | generic-*) continue ;;
	esac
	. "$srcdir/sysdeps/${variant%-*}/machine.sh"
	dir=$(sed -n "s/^libdir-$variant = //p" "$builddir/../config.mk")
	"$TRAPGATE" cc "$machine_flag" --over="${variant#*-}" -L"$dir" -o prog plain.c \
		>told 2>&1
	expect "$variant: -L of the libc" sh -c 'nm prog | grep -q __tg_error'
	expect "$variant: -x c" "$TRAPGATE" cc "$machine_flag" --over="${variant#*-}" \
		-o prog -x c plain.c
done
refuse 'no libc, and yet -lc' 2 '^trapgate cc: -lc: there is no libc' \
	"$TRAPGATE" cc --over=bare -o prog plain.c -lc
finish
