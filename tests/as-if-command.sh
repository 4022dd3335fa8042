#!/bin/sh
# as-if-command.sh - trapgate as-if: runs a command without disturbing it.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/as-if.lib"

build_probes

await () { # FILE: waits until it is not empty, 5 seconds at most
	tries=0
	until [ -s "$1" ] || [ $((tries += 1)) -gt 250 ]; do sleep 0.02; done
}
# gone PID: it ends in time; an orphan may stay a zombie where init does not reap it.
gone () {
	tries=0
	while [ -d "/proc/$1" ] && ! grep -q '^State:	Z' "/proc/$1/status"; do
		[ $((tries += 1)) -le 50 ] || return
		sleep 0.02
	done
}

# --- The command is not disturbed: status, signals, input, children.
for profile in 4.2 android-x86; do
	for status in 0 1 42 126 255; do
		asif $profile sh -c "exit $status" >out 2>&1
		is "$profile: exit $status" $status "$?"
	done
	for signal in TERM-15 KILL-9 SEGV-11 PIPE-13; do
		number=${signal#*-} signal=${signal%-*}
		sh -c "$part $profile sh -c 'kill -$signal \$\$'" \
			>out 2>err
		is "$profile: is killed by SIG$signal" \
			$((128 + number)) "$?"
	done
	is "$profile: input and output" 'some words' \
		"$(echo some words | asif $profile -- cat)"
	is "$profile: nothing but the command's output" 'x' \
		"$(asif $profile sh -c 'echo x; echo y >&2' 2>err)"
	is "$profile: nothing but the command's errors" y "$(cat err)"
	is "$profile: arguments are unchanged" '[a b][][-x][--][*]' \
		"$(asif $profile printf '[%s]' 'a b' '' -x -- '*')"
	printf 'echo "$1 of a script"\n' >script
	chmod +x script
	is "$profile: a script without #!" 'one of a script' \
		"$(asif $profile ./script one)"
	# A SIGTERM to as-if goes to the command, which ends; no process is left.
	"$TRAPGATE" as-if $profile sh -c 'echo $$ >pid
		trap "echo got >output; exit 9" TERM
		for i in 1 2 3 4 5 6 7 8 9; do sleep 0.3; done' &
	job=$!
	await pid
	kill -TERM $job
	wait $job
	is "$profile: a trapped SIGTERM" '9 got' "$? $(cat output 2>&1)"
	expect "$profile: no process is left" gone "$(cat pid)"
	rm -f pid output
	"$TRAPGATE" as-if $profile sh -c 'echo $$ >pid; exec sleep 5' &
	job=$!
	await pid
	kill -KILL $job
	wait $job 2>/dev/null
	expect "$profile: nor after SIGKILL" gone "$(cat pid)"
	rm -f pid
	is "$profile: an ignored signal stays ignored" alive "$(trap '' TERM
		asif $profile sh -c 'kill -TERM $$; echo alive')"
	is "$profile: with SIGCHLD ignored, traced or not" '5 5' "$(
		deaf $profile sh -c 'exit 5'
		echo $? | tr '\n' ' '
		asif android-x86 env --ignore-signal=CHLD "$part" $profile \
			sh -c 'exit 5'
		echo $?)"
	is "$profile: stopped until continued" 'still over' "$(
		asif $profile sh -c '(sleep 0.3; printf "still "
			kill -CONT $$) & kill -STOP $$; echo over')"
done
is 'without watching: no process in between' yes "$(
	sh -c 'echo $$ >me; exec "$TRAPGATE" as-if 4.2 sh -c "echo \$\$"' >out
	cmp me out >&2 && echo yes)"
# The rest runs i386 programs, as children of a shell, too.
beside=
how i386
[ "$tap_how" != guest ] || beside="--with=$part $(with_tool sh)"
there () {
	# shellcheck disable=SC2086	# Words.
	on i386 $beside "$part" "$@"
}
for arch in $archs; do
	beside="$beside --with=$PWD/probe-$arch --with=$PWD/int80-$arch"
done
run=there
! has i386 || faithful i386 || cannot_run i386 'children, and the calls that kill them'
if has i386 && faithful i386; then
	is 'children of children inherit' '359 38' \
		"$(there 4.2 sh -c '(sh -c "./probe-i386 359; :")')"
	is 'nested: both profiles deny' '359 38
366 38
102:18 22
355 38' "$(there 4.2 "$part" 2.6.27 \
		./probe-i386 359 366 102:18 355)"
	is 'nested the other way: the inner error wins' '359 1
102:18 22' "$(there 2.6.27 "$part" eperm ./probe-i386 359 102:18)"

	# --- Killed by SIGSYS: the message names the call.
	asif_error 'killed: the message names the call' 159 "./probe-i386 was killed: i386 \
call 359 (socket) is denied by android-x86" android-x86 ./probe-i386 -k 359
	asif_error 'also for children' 7 "./probe-i386 was killed: i386 call 373 \
(shutdown) is denied by android-x86" android-x86 sh -c \
		'./probe-i386 -k 373; exit 7'
	asif_error 'also after an execve' 159 "./probe-i386 was \
killed: i386 call 361 (bind) is denied by android-x86" android-x86 \
		sh -c 'exec ./probe-i386 -k 361'
	asif_error 'killed with the whole architecture' 7 "a process was killed by SIGSYS, as by \
a call that 7.0 denies by killing" --deny=i386 --errno=kill 7.0 \
		sh -c './probe-i386 20; exit 7'
	is 'the first call before it was made' '20 ok' \
		"$(there android-x86 ./probe-i386 -k 20 359 2>err)"
	is 'a program that catches SIGSYS goes on' '359 SIGSYS 359
20 ok' "$(there android-x86 ./probe-i386 359 20 2>&1)"
	there android-x86 sh -c 'kill -SYS $$' >out 2>err
	is 'SIGSYS sent by kill is no denied call' '159 ' \
		"$? $(grep as-if err)"
	there android-x86 ./probe-i386 359 kill >out 2>err
	is 'also after an earlier denied call' '159 359 SIGSYS 359 ' \
		"$? $(cat out) $(grep as-if err)"
	there android-x86 "$part" android-x86 ./probe-i386 -k 359 \
		>out 2>err
	is 'traced already: the death is reported all the same' 159 "$?"
	expect 'and that the call cannot be determined' grep -q -x -e \
		"trapgate as-if: ./probe-i386 was killed by SIGSYS, as by a \
call that android-x86 denies; which one is not to be seen here \
(ptrace: .*)" err
fi
if has x86_64 && faithful i386; then
	asif_error 'int $0x80 makes i386 calls' 159 "./int80-x86_64 was killed: \
i386 call 359 (socket) is denied by android-x86" android-x86 ./int80-x86_64 359
fi

run=asif

# --- A dynamic program starts, or the message gives the reason.
cat >dynamic.c <<'END'
#include <stdio.h>
int main (void) { return puts ("started") < 0; }
END
loaders=
dynamic () {
	# shellcheck disable=SC2086	# Words.
	on "$arch" $beside "$part" "$@"
}
for arch in $archs; do
	flag=$(flag_of "$arch")
	# binutils 2.41 and newer place the note of the libc's minimum release far behind.
	# shellcheck disable=SC2086	# CC and cc_flags are words.
	(. "$builddir/lib/trapgate/$arch/glibc/cc.conf"
	$CC $flag $cc_flags -no-pie -Wl,--section-start=.note.ABI-tag=0x9000000 \
		-o "dynamic-$arch" dynamic.c) >log 2>&1
	loaders=$(readelf -p .interp "dynamic-$arch" |
		sed -n 's/^.*\] *\(.*\)/\1/p')
	faithful "$arch" || { cannot_run "$arch" "dynamic, $arch"; continue; }
	how "$arch"
	beside=
	if [ "$tap_how" = guest ]; then
		# shellcheck disable=SC2086
		libc=$(realpath "$($CC $flag -print-file-name=libc.so.6)")
		beside="--with=$loaders --with=$libc --with=$PWD/dynamic-$arch"
		LD_LIBRARY_PATH=${libc%/*}
		export LD_LIBRARY_PATH
	fi
	run=dynamic
	for release in 2.6.16 2.6.27 2.6.32 3.2 4.2; do
		is "dynamic, $arch: starts on $release" started \
			"$(dynamic $release "./dynamic-$arch" 2>&1)"
	done
	asif_error "dynamic, $arch: not on 2.6.15" 126 "'./dynamic-$arch' cannot \
start on 2.6.15: its loader $loaders is made for Linux [0-9.]* and works on \
no such old kernel; link it statically" 2.6.15 "./dynamic-$arch"
	unset LD_LIBRARY_PATH
	# shellcheck disable=SC2034	# For asif_error.
	run=asif
	[ "$tap_how" = guest ] || is "dynamic, $arch: not with SIGCHLD ignored either" \
		126 "$(deaf 2.6.15 "./dynamic-$arch" 2>err; echo $?)"
	expect "static, $arch: starts on 2.6.15" asif 2.6.15 "./probe-$arch"
done
echo '#!/bin/sh' >script
asif_error 'a script: its shell cannot start' 126 "'./script' cannot start on \
2.6.0: its loader .*" 2.6.0 ./script

# --- Without privileges, if this is root.
if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
	open=$(mktemp -d)
	cp "$builddir/libexec/trapgate/as-if" "$open"
	chmod -R a+rX "$open"
	plain="setpriv --reuid=65534 --regid=65534 --clear-groups"
	$plain "$open/as-if" --deny=uname --errno=E2BIG eperm uname \
		>out 2>err
	expect 'unprivileged: the call is denied' grep -q 'Argument list too long' err
	is 'unprivileged: no privilege is needed' 3 \
		"$($plain "$open/as-if" android-x86 sh -c 'exit 3'; echo $?)"
	rm -rf "$open"
fi
is 'no new privileges' 1 "$(asif 6.1 sed -n 's/^NoNewPrivs:	//p' \
	/proc/self/status)"
finish
