#!/bin/sh
# cc-arguments.sh - trapgate cc: the arguments that build systems pass to a compiler.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
unset CC
cat >main.c <<'END'
#include <errno.h>
#include <sys/socket.h>
#ifndef VALUE
# define VALUE 0
#endif
int
main (void)
{
  static struct sockaddr name;
  return !(bind (-1, &name, sizeof name) == -1 && errno == EBADF) + VALUE;
}
END
echo '#define VALUE 3' >three.h
status_is () { # STATUS COMMAND...
	wanted=$1
	shift
	"$@" >out 2>&1
	got=$?
	[ "$got" -eq "$wanted" ] || { cat out; printf 'status %s\n' "$got"; return 1; }
}

# --- --print prints a line for a shell, and data is never run as code.
odd="it's \$(touch PWN)\`touch PWN\` \\n.c"
cat >"$odd" <<'END'
#include <string.h>
int main (void) { return strcmp (TEXT, "a\\n\"b\" $HOME ' *"); }
END
# shellcheck disable=SC2016	# For the program.
text='-DTEXT="a\\n\"b\" $HOME '"'"' *"'
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in
	generic-* | *-none) continue ;;
	esac
	flag=$(flag_of "$arch")
	rm -f prog
	expect "$target: --print with odd arguments" "$TRAPGATE" cc "$flag" --libc="$libc" \
		--print "$text" "$odd" -o prog
	cp tap.log line
	expect "$target: prints one line" test "$(wc -l <line)" -eq 1
	expect "$target: runs nothing" test ! -e prog
	expect "$target: the line is a command" sh line
	expect_on "$arch" "$target: with the same arguments" ./prog
	expect "$target: and runs none of them" test ! -e PWN
done
"$TRAPGATE" cc --print '' '-DA=1
2' main.c >out
expect 'an empty argument, a newline' sh -c "tr '\n' ' ' <out | grep -q \" '' '-DA=1 2' \""
# shellcheck disable=SC2016	# It must not be run either.
for option in '--libc=$(touch PWN)\n' '--route=`touch PWN`\n'; do
	"$TRAPGATE" cc main.c "$option" >out 2>err
	expect "an error prints ${option%%=*} literally" grep -q -F -e "$option" err
done
expect 'and does not run it' test ! -e PWN

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")
	tgcc () { "$TRAPGATE" cc "$flag" --libc="$libc" "$@"; }
	text=$target
	rm -rf -- *.o *.d prog *.rsp

	# --- Response files.
	printf '%s\n' '-c -DVALUE="1 + 1"' "'main.c'" '-o "with space.o"' >c.rsp
	expect "$text: @file with -c" tgcc @c.rsp
	expect "$text: makes an object" test -s 'with space.o'
	printf '%s\n' '-o prog with\ space.o @l.rsp' >o.rsp
	printf '%s\r\n' '-static-pie' '-Wl,-z,now' >l.rsp
	expect "$text: @file in @file" tgcc @o.rsp
	! runs "$arch" || expect "$text: runs" status_is 2 on "$arch" ./prog
	readelf -hW prog >out
	expect "$text: -static-pie in @file is obeyed" grep -q 'Type: *DYN' out
	# A backslash escapes the newline, which ends the definition; gcc 16 drops both.
	# shellcheck disable=SC1003	# This is no attempt to escape a quote.
	printf '%s\n' 'main.c -o prog -DVALUE=1\' '+0' >b.rsp
	expect "$text: @file with a backslash and a newline" tgcc @b.rsp
	! runs "$arch" || expect "$text: runs, too" status_is 1 on "$arch" ./prog
	printf '%s\n' "main.c '' -o \"\"" >e.rsp
	expect "$text: empty words in @file" sh -c '"$@" | grep -q -F " main.c '"'' -o ''"'"' sh \
		"$TRAPGATE" cc "$flag" --libc="$libc" --print @e.rsp
	echo '-shared main.o' >s.rsp
	refuse "$text: -shared in @file" 2 '^trapgate cc: -shared: ' tgcc @s.rsp
	echo '@round.rsp' >round.rsp
	refuse "$text: @file in itself" 2 'more than 100 response files$' tgcc @round.rsp

	# --- Inputs that are not C files.
	tgcc -x c - -o prog <main.c >tap.log 2>&1
	expect_on "$arch" "$text: -x c -" ./prog
	tgcc -imacros three.h -E - <main.c >out 2>&1
	expect "$text: -imacros, -E -" grep -q '+ 3;' out
	tgcc -c main.c -o main.o -MMD -MP -MF deps.d -MT target
	expect "$text: -MMD -MF -MT" grep -q '^target: main.c' deps.d
	tgcc -MM main.c >out
	expect "$text: -MM" grep -q '^main.o: main.c' out
	ar rcs libmain.a main.o
	expect "$text: -l NAME alone" tgcc -L . -l main -o prog
	"$TRAPGATE" show ./prog >out
	expect "$text: and it is ours" grep -q "[0-9]-$libc," out
	expect_on "$arch" "$text: runs with it" ./prog
	expect "$text: --param, -Xlinker, -u" tgcc --param ssp-buffer-size=4 \
		-Xlinker --gc-sections -u main -L. -lmain -o prog

	# --- Kinds of programs and links.
	for how in -pie '-pie -no-pie' '-static -pie' '-fPIE -pie'; do
		# shellcheck disable=SC2086	# Words.
		expect "$text: $how" tgcc $how main.c -o prog
		expect_on "$arch" "$text: $how: runs" ./prog
		type=DYN
		[ "$how" != '-pie -no-pie' ] || type=EXEC
		readelf -hlW prog >out
		expect "$text: $how: is $type" grep -q "Type: *$type " out
		expect "$text: $how: is static" test "$(grep -c INTERP out)" -eq 0
	done
	expect "$text: -r" tgcc -r -nostdlib main.o -o whole.o
	echo 'void _start (void) { for (;;); }' >start.c
	expect "$text: -nostdlib is obeyed" tgcc -nostdlib -o prog start.c
	nm prog | grep -e ' main$' -e __tg_ -e __libc_start >err
	empty "$text: and has nothing else" err
	expect "$text: -nostartfiles is obeyed" tgcc -nostartfiles -o prog start.c
	expect "$text: -static-libgcc -pthread -Wl,-z,relro" tgcc -static-libgcc -pthread \
		-Wl,-z,relro -Wl,--as-needed -o prog main.c

	# --- Questions, which are for the compiler or the linker alone.
	for question in --version -v -dumpmachine -dumpversion -print-prog-name=ld \
		-print-search-dirs -print-multi-os-directory -print-libgcc-file-name \
		'-E -dM -x c /dev/null' '-### -c main.c' -Wl,--version; do
		# shellcheck disable=SC2086
		expect "$text: $question" tgcc $question
		grep ^trapgate tap.log >err
		empty "$text: $question: no word of ours" err
	done
	for compiler in gcc clang; do
		command -v "$compiler" >/dev/null || continue
		TRAPGATE_CC=$compiler
		export TRAPGATE_CC
		# Autoconf and cmake try options with -Werror.
		expect "$text, $compiler: compiles with -Werror" tgcc -Werror -c main.c
		expect "$text, $compiler: links objects with -Werror" tgcc -Werror main.o -o prog
		expect_on "$arch" "$text, $compiler: runs" ./prog
		unset TRAPGATE_CC
	done
done
finish
