#!/bin/sh
# demo.sh - make demo: a server and a client over every libc and machine.
# SPDX-License-Identifier: MIT
#
# usage: demo.sh SRCDIR TRAPGATE
# Links examples/replyhi.c and examples/hello.c in every mode that was built,
# runs each pair on loopback under strace, and compares with the pair that has
# the libc alone.  Exit 1 if a conversation differs.

set -u
srcdir=$1 trapgate=$2
work=build/demo
rm -rf "$work"
mkdir -p "$work" || exit 2
command -v strace >/dev/null || {
	echo "make demo: no strace; apt-get install strace" >&2
	exit 2
}
variants=$(sed -n 's/^variants = *//p' config.mk)
pids=
trap '[ -z "$pids" ] || kill $pids 2>/dev/null' EXIT
trap 'exit 1' HUP INT TERM

listening () { # port: someone waits there for connections
	awk -v port="$(printf ':%04X' "$1")" \
		'index($2, port) && $4 == "0A" { found = 1 } END { exit !found }' \
		/proc/net/tcp
}

port=$((20000 + $$ % 20000))
free_port () {
	port=$((port + 1))
	while listening "$port"; do
		port=$((port + 1))
	done
}

build () { # name, cc options...
	name=$1
	shift
	for program in replyhi hello; do
		"$trapgate" cc "$@" -Os -s -o "$work/$name-$program" \
			"$srcdir/examples/$program.c" || exit 1
	done
}

# Runs the pair; leaves NAME.talk, what both said, and NAME.calls.
converse () { # name
	free_port
	strace -n -e trace=%network -o "$work/$1-replyhi.strace" \
		"$work/$1-replyhi" "$port" >"$work/$1-replyhi.out" 2>&1 &
	pids=$!
	tries=0
	until listening "$port" || [ "$tries" -ge 100 ]; do
		tries=$((tries + 1))
		sleep 0.05
	done
	strace -n -e trace=%network -o "$work/$1-hello.strace" \
		"$work/$1-hello" "$port" 3 >"$work/$1-hello.out" 2>&1
	client=$?
	[ "$client" -eq 0 ] || kill "$pids" 2>/dev/null
	wait "$pids"
	server=$?
	pids=
	{
		echo "server says ($server):"
		cat "$work/$1-replyhi.out"
		echo "client says ($client):"
		cat "$work/$1-hello.out"
	} >"$work/$1.talk"
	for program in replyhi hello; do
		printf '    %-8s' "$program"
		sed -n 's/^\[ *\([0-9]*\)\] *\([a-z0-9_]*\)(.*/\2:\1/p' \
			"$work/$1-$program.strace" | uniq -c |
			awk '{ printf " %s%s", $2, ($1 > 1 ? "x" $1 : "") } END { print "" }'
	done >"$work/$1.calls"
}

size () {
	if [ -f "$1" ]; then
		wc -c <"$1" | tr -d ' '
	else
		echo -
	fi
}

# --- The libcs alone.
for variant in $variants; do
	arch=${variant%-*} libc=${variant#*-}
	. "$srcdir/sysdeps/$arch/machine.sh"
	[ "$libc" != bare ] || continue
	build "plain-$variant" --plain --over="$libc" "$machine_flag"
	converse "plain-$variant"
done

# --- trapgate in front.
echo "replyhi and hello: bytes of the server, and beside it with the libc alone;"
echo "below it the socket calls that the kernel saw, as name:number."
echo
printf '%-6s %-7s %-12s %8s %9s %9s  %s\n' \
	over machine route bytes glibc musl conversation
differ=0
for variant in $variants; do
	arch=${variant%-*} libc=${variant#*-}
	. "$srcdir/sysdeps/$arch/machine.sh"
	build "$variant" --over="$libc" "$machine_flag"
	converse "$variant"
	reference=
	for plain in "plain-$arch-$libc" "plain-$arch-glibc" "plain-$arch-musl"; do
		[ -n "$reference" ] || [ ! -f "$work/$plain.talk" ] || reference=$plain
	done
	if [ -z "$reference" ]; then
		same="no libc to compare with"
	elif cmp -s "$work/$variant.talk" "$work/$reference.talk" &&
		grep -q '^client says (0)' "$work/$variant.talk"; then
		same="the same"
	else
		same=DIFFERENT
		differ=1
	fi
	route=$("$trapgate" show "$work/$variant-replyhi" |
		sed 's/.*route \([^,]*\),.*/\1/')
	printf '%-6s %-7s %-12s %8s %9s %9s  %s\n' "$libc" "$arch" "$route" \
		"$(size "$work/$variant-replyhi")" \
		"$(size "$work/plain-$arch-glibc-replyhi")" \
		"$(size "$work/plain-$arch-musl-replyhi")" "$same"
	cat "$work/$variant.calls"
done
echo
for variant in $variants; do
	[ ! -f "$work/plain-$variant.calls" ] || {
		echo "${variant#*-} alone, ${variant%-*}:"
		cat "$work/plain-$variant.calls"
	}
done
if [ "$differ" -ne 0 ]; then
	echo "make demo: a conversation differs; see $work/*.talk" >&2
	exit 1
fi
