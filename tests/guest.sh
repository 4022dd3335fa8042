#!/bin/sh
# guest.sh - trapgate guest: the environment of a program, and the ways it can end.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016	# For sh -c to expand.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/guest.lib"

guest_programs
# --- One guest for all tests that follow; two processes start it at once.
"$guest" --keep >err 2>&1 &
"$guest" --keep -- "$probe" exit 3 >>err 2>&1
is 'the status is the program'"'"'s, and nothing else is printed' '3 ' "$? $(cat err)"
wait
count_guests () { find "$state" -name alive | wc -l; }
is 'two processes start one guest' 1 "$(count_guests)"
guest_pid=$(cat "$state"/*/alive)
# The same as in an ordinary process: arguments, environment and so on.
in_clean () {
	env -i 'EMPTY=' 'TWO=a
b' "HIGH=$(printf '\377\001')" PATH=/bin HOME=/ "$@"
}
for arch in $archs; do
	program=./probe-$arch
	set -- '' 'two
lines' "$(printf '\200\377')" '*' ' ' '"$x"'
	in_clean XDG_RUNTIME_DIR="$XDG_RUNTIME_DIR" TMPDIR="$TMPDIR" \
		TRAPGATE_KERNELS="$TRAPGATE_KERNELS" "$guest" -- "$program" self "$@" >there
	if [ "$arch" = x86_64 ] || [ "$(on "$arch" ./probe-i386 exit 3; echo $?)" = 3 ]; then
		in_clean XDG_RUNTIME_DIR="$XDG_RUNTIME_DIR" TMPDIR="$TMPDIR" \
			TRAPGATE_KERNELS="$TRAPGATE_KERNELS" "$program" self "$@" >native
		expect "$arch: the native output is not empty" test -s native
		same "$arch: arguments, environment, directory, umask" native there
	fi
	is "$arch: root, and the usual places" '0 1' "$("$guest" "$program" places)"
	is "$arch: loopback" hello "$("$guest" "$program" loopback)"
	for status in 0 1 77 255; do
		"$guest" "$program" exit $status
		is "$arch: exit status $status" $status $?
	done
	for signal in 9 15 6 11; do
		(exec "$guest" "$program" signal $signal) 2>err
		is "$arch: killed by signal $signal" $((128 + signal)) $?
	done
	(exec "$guest" "$program" crash) >err 2>&1
	is "$arch: a crash" 139 $?
done
expect 'death by a signal is reported as that signal' sh -c '"$1" "$2" signal 10
	test "$(kill -l $?)" = USR1' - "$guest" "$probe"
head -c 1000000 /dev/urandom >million
"$guest" "$probe" copy <million >back
same '1 MB of standard input comes back' million back
"$guest" "$probe" exit 0 <million
is 'standard input that nobody reads blocks nothing' 0 $?
"$guest" "$probe" copy <&- >back
is 'a closed standard input is empty' '0 0' "$? $(wc -c <back)"
"$probe" much 10000000 >native 2>native-err
"$guest" "$probe" much 10000000 >there 2>there-err
same '10 MB of output' native there
same 'standard error is separate from it' native-err there-err
prints 'a hanging program' 124 "'$probe' did not end in 1 s and was killed; --timeout=S \
gives it more" "$guest" --timeout=1 "$probe" hang
prints 'a busy program' 124 "'$probe' did not end in 1 s and was killed; --timeout=S gives it \
more" "$guest" --timeout=1 "$probe" spin
"$guest" "$probe" leave
is 'processes that a program left are killed, and delay nothing' '5 1' \
	"$? $("$guest" "$probe" others)"
prints 'output to a full disk' 125 "cannot write to standard output: No space left on \
device" sh -c '"$0" "$1" self >/dev/full' "$guest" "$probe"
prints 'standard output is closed' 125 "cannot write to standard output: Bad file \
descriptor" sh -c 'exec "$0" "$1" self >&-' "$guest" "$probe"
{
	"$guest" "$probe" much 10000000 2>/dev/null
	echo $? >status
} | head -c 10 >/dev/null
is 'a closed pipe: killed by SIGPIPE, as outside' 141 "$(cat status)"
wrong '--with: no such file' "cannot read 'nonesuch': No such file or directory" \
	--with=nonesuch "$probe"
wrong '--with: a directory' "'tmp' is no regular file; give the files one by one" \
	--with=tmp "$probe"
echo first >data
is '--with: a file' first "$("$guest" --with=data "$probe" show data)"
echo later >data
is '--with: sent again when it changes' later \
	"$("$guest" --with=data "$probe" show "$here/data")"
"$guest" "$probe" show data 2>err
is '--with: for that command only' 1 $?
"$guest" "$probe" put "$here/written" && "$guest" --with=data "$probe" put data
is 'files written in the guest are not written here' 'later ' \
	"$(cat data) $(ls written 2>/dev/null)"
is 'nor preserved there' later "$("$guest" --with=data "$probe" show data)"
is 'a full file system' 'No space left on device' "$("$guest" "$probe" fill)"
is 'a full file system, again' 'No space left on device' "$("$guest" "$probe" fill)"
truncate -s 600M large
prints '--with: a file too large' 125 "no room in the guest's memory for $here/large" \
	"$guest" --with=large "$probe"
(exec "$guest" "$probe" eat) 2>err
is 'a program that uses up all memory is killed' 137 $?
cat=$(command -v cat)
if ldd "$cat" >/dev/null 2>&1; then
	prints 'a dynamic program' 127 "'$cat' is dynamic, and its loader .* is not in the \
guest; link it statically, or give that and its libraries by --with=FILE" "$guest" "$cat"
	with=$(with_tool cat)
	# shellcheck disable=SC2086	# Options.
	expect 'it runs with its loader and libraries' "$guest" $with "$cat" /proc/version
fi
printf '#!/bin/nonesuch\n' >script
chmod +x script
prints 'a script' 127 "'./script' is a script, and its interpreter is not in the guest; \
give that by --with=FILE" "$guest" ./script
echo text >script
prints 'not a program' 126 "cannot run './script': the guest's kernel runs no such program; \
trapgate guest --list shows what each runs" "$guest" ./script

# --- Signals: the shell makes sure that they are not ignored.
"$guest" "$probe" trap >out 2>&1 &
until_true grep -q ready out
kill -TERM $!
wait $!
is 'a signal is delivered to the program, which catches it' '4 ready caught 15' \
	"$? $(tr '\n' ' ' <out | sed 's/ $//')"
# Before the exec the shell's own trap would catch it.
is_guest () { read -r comm <"/proc/$1/comm" && [ "$comm" = guest ]; }
"$guest" "$probe" hang &
until_true is_guest $!
kill -TERM $!
wait $! 2>/dev/null
is 'even an early signal kills it' 143 $?
"$guest" "$probe" trap >out 2>&1 &
until_true grep -q ready out
kill -KILL $!
wait $! 2>/dev/null
nobody_left () { [ "$("$guest" "$probe" others)" = 1 ]; }
expect 'SIGKILL of the client kills its program' until_true nobody_left

# --- Many programs at once, on four channels.
run=0
while [ $run -lt 24 ]; do
	run=$((run + 1))
	{
		"$guest" "$probe" copy <million >"back-$run"
		cmp "back-$run" million && "$guest" "$probe" exit $run
		echo $? >"status-$run"
	} >"log-$run" 2>&1 &
done
wait
run=0 bad=
while [ $run -lt 24 ]; do
	run=$((run + 1))
	read -r got <"status-$run"
	[ "$got" = $run ] || bad="$bad $run:$got"
done
is '48 runs, 24 at once' '' "$bad"
is 'one guest ran all of them' "$guest_pid" "$(cat "$state"/*/alive)"

# --- The end of a guest.
prints 'a panic' 125 "the guest's kernel panicked: sysrq triggered crash" \
	"$guest" "$probe" panic
# shellcheck disable=SC2317	# Called by until_true.
is_gone () { ! kill -0 "$1" 2>/dev/null || grep -q '^State:.Z' "/proc/$1/status"; }
expect 'the guest has ended' is_gone "$guest_pid"
"$guest" --keep --idle=2 -- "$probe" exit 5
is 'another guest replaces it' 5 $?
guest_pid=$(cat "$state"/*/alive)
expect 'which runs' sh -c 'kill -0 "$1"' - "$guest_pid"
expect 'an idle guest ends itself' until_true is_gone "$guest_pid"
"$guest" --keep
guest_pid=$(cat "$state"/*/alive)
prints 'a guest that powers itself off' 125 "the guest ended: it was powered off, or qemu was \
killed" "$guest" "$probe" power-off
"$guest" --keep
guest_pid=$(cat "$state"/*/alive)
expect '--stop' "$guest" --stop
expect 'ends it' is_gone "$guest_pid"
is 'and leaves no files' 'lock' "$(ls "$state")"
chmod 755 "$state"
prints 'a directory that others can access' 125 "cannot use the directory of kept guests .*: \
others may use it; remove it" "$guest" --keep
chmod 700 "$state"

# --- An installed command, and the build tree of another user.
prints 'installed, without a kernel' 125 "there is no kernel for .* here; \
TRAPGATE_KERNELS=$here/none/trapgate/kernels ./bootstrap guest-6.1 gets one" \
	env TRAPGATE_KERNELS= XDG_DATA_HOME="$here/none" "$guest" "$probe"
nobody () { setpriv --reuid=65534 --clear-groups "$@"; }
if [ "$(id -u)" -eq 0 ] && nobody test -x "$here"; then
	mkdir -p others/build/libexec/trapgate others/build/guest nobody
	cp "$guest" others/build/libexec/trapgate/
	: >others/config.mk
	chmod 700 others/build/guest
	chown 65534 nobody
	expect 'in the build of another user, state is elsewhere' \
		nobody env XDG_RUNTIME_DIR="$here/nobody" \
		others/build/libexec/trapgate/guest --stop
else
	skip 'in the build of another user, state is elsewhere' \
		'not root, or this directory is closed to other users'
fi

# --- Without --keep: a guest for one command.
"$guest" "$probe" much 100000 >there 2>err
"$probe" much 100000 >native 2>/dev/null
same 'without --keep: the same output' native there
ours () { # Succeeds if a process has its working directory below this one.
	for ours_link in /proc/[0-9]*/cwd; do
		case $(readlink "$ours_link") in
		"$here"/tmp/* | "$here"/runtime/*) return 0 ;;
		esac
	done
	return 1
}
none_ours () { ! ours; }
expect 'without --keep: no qemu is left' none_ours
"$guest" "$probe" trap >out 2>&1 &
until_true ours
kill -KILL $!
wait $! 2>/dev/null
expect 'nor after SIGKILL of the client' until_true none_ours
finish
