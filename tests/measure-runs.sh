# measure-runs.sh - compare's measuring program: timeouts, streams, partners, errors.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

. "${srcdir:?}/tests/measure.lib"

# left START: lists processes, of any parent, that run a program in this directory whose
# name begins with START.
left () {
	find /proc/[0-9]*/exe -maxdepth 0 -lname "$PWD/$1*" 2>/dev/null
}
# soon COMMAND...: waits until it succeeds, five seconds at most.
soon () {
	tries=0
	until "$@"; do
		[ $((tries += 1)) -lt 250 ] || return
		sleep 0.02
	done
}
some_left () { # START COUNT: that many at least
	left "$1" >"$1.remains"
	remaining=0
	while read -r _; do
		remaining=$((remaining + 1))
	done <"$1.remains"
	[ "$remaining" -ge "$2" ]
}
nothing_left () { ! some_left "$1" 1; }
none_left () { # TEXT START
	if nothing_left "$2"; then pass "$1"; else fail "$1" "$2.remains"; fi
}

archs_with_glibc
arch=${archs##* }
build_many

# --- No process survives.  All run at the same time, under different names.
for mode in run trace count; do
	for what in daemon headless; do
		ln "$small" "$what-$mode"
		"$measure" --mode=$mode --timeout=1.5 "./$what-$mode" $what \
			>"output-$what-$mode" 2>&1 &
	done
done
wait
for mode in run trace count; do
	for what in daemon headless; do
		expect "$mode: $what: timeout" \
			grep -q -x 'status	timeout' "output-$what-$mode"
		none_left "$mode: no process of $what is left" "$what-$mode"
	done
	ln "$small" "ended-$mode"
	"$measure" --mode=$mode "./ended-$mode" daemon >output 2>err &
	pid=$!
	expect "$mode: program and daemon run" soon some_left "ended-$mode" 2
	kill -TERM $pid
	wait $pid
	is "$mode: SIGTERM ends it" 143 $?
	none_left "$mode: no process is left after SIGTERM" "ended-$mode"
done
ln "$small" killed
"$measure" ./killed daemon >output 2>err &
pid=$!
expect 'program and daemon run' soon some_left killed 2
kill -KILL $pid
wait $pid 2>/dev/null
soon nothing_left killed
none_left 'no process is left after SIGKILL' killed

# --- Streams.
take --stdout=out --limit=1000 /usr/bin/head -c 100000000 /dev/zero
is '100 MB beyond the limit are dropped' 'exit 0 100000000 1000' \
	"$status $out_bytes $(($(wc -c <out)))"
echo text >in
take --stdin=in --stdout=out --stderr=errors /bin/sh -c 'cat; echo no >&2'
is 'standard input, output and error' 'text no 5 3' \
	"$(cat out) $(cat errors) $out_bytes $err_bytes"
take --stdout=out /bin/cat
is 'empty standard input' 'exit 0 0' "$status $out_bytes"
refuse 'standard output is closed' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >&-' sh "$measure" /bin/true
refuse 'standard output is full' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >/dev/full' sh "$measure" /bin/true
take --repeat=5 /bin/true
# shellcheck disable=SC2086	# Words.
set -- $time
is 'five runs give five times' 5 $#
for one; do
	holds 'each time' "$one" -gt 0
done
take /bin/sleep 0.2
holds 'the time' "${time# }" -ge 200000000

# --- A server and its client.
for what in hello replyhi; do
	# shellcheck disable=SC2086
	expect "$what builds" $CC -O2 -static -o $what "$srcdir/examples/$what.c"
done
pair () { # TEXT, options
	text=$1
	shift
	port=$("$measure" --free-port)
	take "$@" --timeout=60 --stdout=out --partner=./hello \
		--partner-arg="$port" --partner-stdout=answers ./replyhi "$port"
	is "$text" 'exit 0 exit 0 hello hello hi hi ' \
		"$status $partner $(cat out answers | tr '\n' ' ')"
}
for mode in run trace count; do
	pair "$mode: a server and its client" --mode=$mode
done
# The client starts only when the server waits.
port=$("$measure" --free-port)
take --timeout=30 --partner=./hello --partner-arg="$port" /bin/sh -c \
	"sleep 0.5; exec ./replyhi $port"
is 'a late server' 'exit 0 exit 0' "$status $partner"
# If the server never waits, its partner starts after a third of the timeout.
began=$(date +%s%3N)
take --timeout=3 --partner=/bin/date --partner-arg=+%s%3N \
	--partner-stdout=out /bin/sleep 1.5
holds 'no server: its partner starts late' $(($(cat out) - began)) -ge 900
is 'no server: both end' 'exit 0 exit 0' "$status $partner"
# A name with a parenthesis and a space in /proc/PID/stat.
cat >named.c <<'EOT'
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
int
main (void)
{
  struct pollfd fifo = { open ("fifo", O_RDWR), POLLIN, 0 };
  return prctl (PR_SET_NAME, "srv) 1") != 0 || poll (&fifo, 1, -1) != 1;
}
EOT
mkfifo fifo
# shellcheck disable=SC2086
expect 'a program that renames itself builds' $CC -o named named.c
take --timeout=30 --partner=/bin/sh --partner-arg=-c \
	--partner-arg='echo >fifo' ./named
is 'a server named srv) 1: both end' 'exit 0 exit 0' "$status $partner"
holds 'a server named srv) 1: its partner starts soon' "${time# }" -lt 5000000000
take --timeout=1 --partner=/bin/sleep --partner-arg=100 /bin/true
is 'a partner that does not end' 'exit 0 timeout' "$status $partner"

# --- Errors.
prints () { # TEXT PATTERN ARGUMENT...
	text=$1 line=$2
	shift 2
	refuse "$text" 2 "^measure: $line\$" "$measure" "$@"
}
printf 'text\n%0100d' 0 >text
chmod +x text
: >plain
prints 'no program' 'there is no program to run; see measure --help'
prints 'an unknown option' "'--x' is not an option, or needs a value; .*" --x true
prints 'an unknown mode' "there is no mode 'x'; .*" --mode=x /bin/true
prints 'a timeout of zero' '--timeout=0 is not a number .*; give one' --timeout=0 /bin/true
prints 'a missing program' "cannot run './nonesuch': No such file or directory; \
give the path of a program" ./nonesuch
prints 'a program that is not executable' "cannot run './plain': it is not \
executable; .*" ./plain
prints 'not an ELF program' "cannot run './text': it is no ELF program.*; give \
a program for this architecture" ./text
prints 'a missing partner' "cannot run './nonesuch': .*" \
	--partner=./nonesuch /bin/true
cp "many-$arch" broken
printf '\377\377' | dd of=broken bs=1 seek=16 conv=notrunc 2>/dev/null
for mode in run trace count; do
	prints "$mode: a program that the kernel refuses" "cannot run './broken': Exec format \
error; give a program for this architecture" --mode=$mode ./broken
done
finish
