#!/bin/sh
# trace-errors.sh - trapgate trace: each error is one clear line, whatever is in a name.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
for tool in jq objdump; do
	command -v $tool >/dev/null || { skip 'traces' "no $tool; apt-get install $tool"; finish; }
done
. "$srcdir/tests/trace.lib"
wrong () { # LINE ARGUMENT...
	line=$1
	shift
	error_of trace "$*" "$line" root/bin/trapgate trace "$@"
}
program_of 5.10-i386 i386
i386=no
case " $TARGETS " in
*" i386-glibc "* | *" i386-musl "*) i386=yes ;;
esac
printf 'int main (void) { return 0; }\n' >a.c

# --- The command line.
wrong 'no program; see trapgate help trace'
wrong "unknown option '--kernels=6.1'; see trapgate help trace" --kernels=6.1 a.c
wrong '--kernel needs a value: --kernel=...' --kernel= a.c
wrong '--html needs a value: --html=...' --html a.c
wrong '--kernel=6.1,,6.12: an empty name in the list' --kernel=6.1,,6.12 a.c
wrong '--timeout=0: a number from 1 to 99999 is wanted' --timeout=0 a.c
wrong 'nonesuch.c: no such file; name a source or an executable' nonesuch.c
wrong '/ is a directory; name a source or an executable' /
wrong '--steps=read: no socket call' --steps=bind,read a.c
wrong 'nonesuch.c: no such file; name a source or an executable' --partner=nonesuch.c a.c
wrong '--partner-arg without --partner; name the program that gets it' --partner-arg=x a.c
wrong '--partner=a.c: there is one already; leave it out' --partner=a.c --partner=a.c a.c
wrong '-c: trace makes a program of its own; leave it out' -c a.c
wrong '-I needs a value' a.c -I
wrong '--html=/nonesuch/x: cannot be written; name a file in a directory of yours' \
	--html=/nonesuch/x ./prog
wrong '--arch=m68k: there is i386, x86_64' --arch=m68k a.c
wrong '--arch=i386 and -m64: give one of them' --arch=i386 -m64 a.c
for arch in $ARCHS; do
	flag=$(flag_of "$arch")
	wrong "--route=scenic: $arch has .*" "$flag" --route=scenic a.c
	wrong "--entry=back: $arch has .*" "$flag" --entry=back a.c
	wrong '--libc=newlib: there is glibc, musl, none' "$flag" --libc=newlib a.c
done

wrong '--plain has no route or entry of trapgate; leave those out' --plain --route=direct a.c
wrong '--plain: ./prog is linked already; give its source' --plain ./prog

# --- Kernels.
wrong '--kernel=9.9: no kernel of that name or path; known are .*6.1-i386.*' --kernel=9.9 ./prog
wrong 'kernel 2.0 is not here; ./bootstrap guest-2.0 gets it' --kernel=2.0 ./prog
case " $TARGETS " in
*" x86_64-glibc "* | *" x86_64-musl "*)
	wrong '--kernel=6.1-i386 runs no x86_64 program; .*' -m64 --kernel=6.1-i386 a.c
	;;
esac

# A path: its image states whether it is of x86_64.
program_of 6.1 x86_64
mkdir images
{ head -c 566 /dev/zero && printf '\001'; } >images/6.1
expect 'a path to a kernel of x86_64' root/bin/trapgate trace --kernel=images/6.1 ./prog
head -c 700 /dev/zero >images/6.1
wrong '--kernel=images/6.1 runs no x86_64 program; take another, see trapgate guest --list' \
	--kernel=images/6.1 ./prog
program_of 5.10-i386 i386

# --- Executables.
wrong '--route=direct: ./prog is linked already; give its source' --route=direct ./prog
wrong '--libc=musl: ./prog is linked already; give its source' --libc=musl ./prog
wrong '-O3: ./prog is linked already; give its source' ./prog -O3
wrong 'a.c: an executable is traced as it is, alone' ./prog a.c
wrong './prog is of i386; leave -m64 out' -m64 ./prog
if $CC -o dynamic a.c 2>/dev/null; then
	wrong './dynamic is linked dynamically; link it with -static' ./dynamic
	wrong './dynamic is linked dynamically; link it with -static' --partner=./dynamic ./prog
fi

# --- Errors of the compiler are shown as they are, then the line.
if [ $i386 = yes ]; then
	printf 'int main (void) { return nonesuch; }\n' >b.c
	root/bin/trapgate trace -m32 b.c >out 2>err
	is 'a compile error: exit status' 2 $?
	empty 'nothing on standard output' out
	expect 'the error' grep -q 'b.c:1:.*nonesuch' err
	is 'the line' 'trapgate trace: b does not build for i386; correct what is above' \
		"$(tail -n 1 err | sed 's/ with [a-z]*;/;/')"
	error_of trace 'no room' 'cannot .* in /nonesuch; make room there, or set TMPDIR' \
		env TMPDIR=/nonesuch root/bin/trapgate trace -m32 a.c
fi

# --- What the guest, or record in it, cannot do.
echo 125 >status
echo "trapgate guest: the guest's kernel panicked: oops" >said
fails_with 125 trace 'a panic' "5.10-i386: the guest's kernel panicked: oops" \
	root/bin/trapgate trace --kernel=5.10-i386 ./prog
echo 2 >status
{
	echo 'output of the program'
	echo 'trapgate trace: no tracefs: No such device; a kernel with it is needed'
} >said
fails_with 125 trace 'record fails' '5.10-i386: no tracefs: No such device; .*' \
	root/bin/trapgate trace --kernel=5.10-i386 ./prog
echo 77 >status
: >said
fails_with 125 trace 'an exit without a line' '5.10-i386: the trace ended with status 77; .*' \
	root/bin/trapgate trace --kernel=5.10-i386 ./prog
rm status said
: >image
error_of trace 'no trace' './image: the guest printed no trace; try again' \
	root/bin/trapgate trace --kernel=./image ./prog
expect 'a path of a kernel is made absolute' grep -q -x -e "--kernel=$PWD/./image" arguments

# --- A run that is not complete, among others.
mkdir streams
cp "$streams/5.10-i386.txt" "$streams/6.1-i386.txt" streams/
streams=$here/streams
two () { root/bin/trapgate trace --kernel=5.10-i386,6.1-i386 ./prog >/dev/null; }
two 2>err
is 'complete runs: exit status' 0 $?
empty 'no message' err
echo 'timeout 30' >>streams/6.1-i386.txt
fails_with 1 trace 'a program without an end' \
	'6.1-i386: a program ran longer than 30 s; --timeout= gives it more' two
echo 'lost 3 events' >>streams/5.10-i386.txt
fails_with 1 trace 'lost events' '5.10-i386: events were lost; trace fewer calls, or try again' two
streams=$srcdir/tests/trace

# --- A signal ends the guest, too.
: >slow
for signal in TERM=143 HUP=129; do
	root/bin/trapgate trace --kernel=5.10-i386 ./prog >out 2>err &
	pid=$!
	for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
		[ -s guest ] || sleep 0.5
	done
	kill -s "${signal%=*}" "$pid"
	wait "$pid"
	is "${signal%=*}: exit status" "${signal#*=}" $?
	empty 'no message' err
	expect 'the guest has ended' sh -c "! kill -0 $(cat guest) 2>/dev/null"
	expect 'no file is left' test -z "$(ls tmp)"
	rm guest
done
rm slow

# --- Programs that are missing: a PATH with all but one.
mkdir path
for tool in sh awk sed cat cp mkdir mktemp rm readelf grep tail nm objdump as chmod tr; do
	ln -s "$(command -v $tool)" path/
done
fails_with 2 trace 'no jq' 'no jq; apt-get install jq' \
	env PATH="$PWD/path" root/bin/trapgate trace --kernel=5.10-i386 ./prog

# --- A build without record, as without glibc.
rm root/libexec/trapgate/trace.d
mkdir root/libexec/trapgate/trace.d
for file in "$builddir"/libexec/trapgate/trace.d/*[!46]; do
	ln -s "$file" root/libexec/trapgate/trace.d/
done
wrong 'trace was not built for i386: it needs glibc; .*' ./prog
ln -s "$builddir"/libexec/trapgate/trace.d/record-* root/libexec/trapgate/trace.d/

# --- Any name, of the program, its directory and its arguments.
# shellcheck disable=SC2016
name=$(printf 'a "b" <i>&'\''$(touch x)`touch x`;\n\\c%%s')
mkdir "$name"
cp prog "$name/$name"
expect 'a name with quotes, blanks and a newline' \
	root/bin/trapgate trace --json --kernel=5.10-i386 "./$name/$name" -- "$name" ''
root/bin/trapgate trace --json --kernel=5.10-i386 "./$name/$name" -- "$name" '' >json
is 'is in the object as it is' "$name" "$(jq -r .program json)"
is 'and so is an argument' "$name" "$(jq -r '.arguments[0]' json)"
is 'and an empty one' '""' "$(jq '.arguments[1]' json)"
expect 'the program in the guest has a plain name' grep -q '/program/[A-Za-z0-9_]*$' arguments
root/bin/trapgate trace --kernel=5.10-i386 "./$name/$name" >text
expect 'in the text no control byte is left' sh -c \
	'! tr -d "\n" <text | grep -q "[[:cntrl:]]" && grep -q "^=== a \"b\"" text'
expect 'nothing was run' test ! -e x
expect 'nothing is left' test -z "$(ls tmp)"
expect 'a closed pipe: no message' sh -c '
	root/bin/trapgate trace --kernel=5.10-i386 ./prog 2>err | head -n 1 >out; [ ! -s err ]'
if [ -w /dev/full ]; then
	error_of trace 'a full disk' 'cannot write to standard output; is there room?' \
		sh -c 'root/bin/trapgate trace --kernel=5.10-i386 ./prog >/dev/full'
	error_of trace 'a page to a full disk' '--html=/dev/full: cannot be written; .*' \
		root/bin/trapgate trace --html=/dev/full --kernel=5.10-i386 ./prog
fi
finish
