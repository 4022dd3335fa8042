# counts.sh - the cost of a call: instructions, bytes of stubs and programs.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Counted by single steps (tools/steps), so the figures are exact and reproducible: on
# success no architecture may need more instructions than its ABI requires.  Those in
# the vdso are the kernel's, and only shown.

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${ARCHS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"

cc () { # architecture, libc, arguments of the compiler
	cc_arch=$1 cc_libc=$2
	shift 2
	. "$srcdir/sysdeps/$cc_arch/arch.sh"
	"$TRAPGATE" cc "$arch_flag" --libc="$cc_libc" "$@"
}

# The calls that are declared in C; recvmmsg_time64 is an internal name.
calls=$(awk '!/^#/ && NF && $1 !~ /_time64$/ { print $1 }' \
	"$srcdir/socket/socket.tbl")

# Lines "ok TEXT" and "not ok TEXT" become results, "# TEXT" is passed on.
relay () {
	relayed=0
	while read -r verdict rest; do
		case $verdict in
		ok) pass "$rest" ;;
		not) fail "${rest#ok }" ;;
		*) printf '%s\n' "$verdict $rest"; continue ;;
		esac
		relayed=$((relayed + 1))
	done <"$1"
	[ $relayed -gt 0 ] || fail "$1 has results"
}

count () { # file for the lines, program, functions
	count_file=$1
	shift
	on "$arch" --with="$PWD/${1#./}" ./steps "$@" >"$count_file"
}

expect "the counting tool builds" tracer steps "$srcdir"/tools/steps/*.c
# A program that ends within a counted function ends the tool with its status.
printf '#include <unistd.h>\nint main (void) { _exit (7); }\n' >ends.c
# shellcheck disable=SC2086	# CC may hold options.
expect "a program that ends in a function builds" $CC -static -o ends ends.c
expect "its status" sh -c './steps ./ends _exit; [ $? -eq 7 ]'
# A thread made before main runs on, and is not counted.
cat >thread.c <<'EOT'
#include <pthread.h>
#include <unistd.h>
static void *wait (void *p) { for (;;) pause (); return p; }
static void __attribute__ ((constructor)) begin (void)
{
  pthread_t thread;
  if (pthread_create (&thread, NULL, wait, NULL) != 0)
    _exit (1);
}
int main (void) { return getppid () <= 0; }
EOT
# shellcheck disable=SC2086	# CC may hold options.
expect "a program with a thread builds" $CC -static -pthread -o thread thread.c
expect "a thread beside the counted one" timeout 30 ./steps ./thread getppid
# The name of its function ends at the end of the file, which is that of a page.
cat >cut.s <<'EOT'
	.byte 0x7f, 'E', 'L', 'F', 2, 1, 1
	.org 16
	.short 2, 62
	.long 1
	.quad 0, 0, 64			# The sections: none, symbols, names.
	.long 0
	.short 64, 0, 0, 64, 3, 0
	.org 128
	.long 0, 2
	.quad 0, 0, 256, 48
	.long 2, 1
	.quad 8, 24
	.long 0, 3
	.quad 0, 0, 4091, 5
	.org 280
	.long 1
	.byte 0x12, 0
	.short 1
	.quad 4096, 0
	.org 4091
	.ascii "\0main"
EOT
as -o cut.o cut.s && objcopy -O binary -j .text cut.o cut
refuse 'a name that the file cuts off' 2 "no function 'mainly'" ./steps ./cut mainly

# The cost of the C error function and of start-up depends on the compiler: there are
# limits for gcc, while those of others are shown.
limits=yes
case $($CC --version) in
*clang*) limits= ;;
esac

# within TEXT SIZE MOST
within () {
	if [ -z "$limits" ]; then
		printf '%s\n' "# $1: $2 bytes"
	elif [ "$2" -gt 0 ] && [ "$2" -le "$3" ]; then
		pass "$1: $2 bytes of $3"
	else
		fail "$1: $2 bytes of $3"
	fi
}

# judge_variant TARGET [ROUTE ENTRY]
judge_variant () {
	target=$1 arch=${1%-*} libc=${1#*-} route=${2-} entry=${3-}
	variant=${route:+$route-$entry}
	at=$target${variant:+-$variant}
	names=$calls
	# musl's header renames it to the time64 form.
	[ "$target" != i386-musl ] ||
		names=$(printf '%s\n' "$calls" | sed 's/^recvmmsg$/__recvmmsg_time64/')
	expect "$at: the program builds" cc "$arch" "$libc" \
		${route:+"--route=$route"} ${entry:+"--entry=$entry"} -O2 \
		-o "calls-$at" "$srcdir/tests/counts.c"
	faithful "$arch" || { cannot_run "$arch" "$at: the cost of calls"; return; }
	# shellcheck disable=SC2086
	expect "$at: the program runs to its end" count "steps-$at" \
		"./calls-$at" $names
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc="$libc" \
		-v route="$route" -v entry="$entry" -v flags=1 \
		-f "$srcdir/tests/stubs.awk" >table
	awk -v arch="$arch" -v libc="$libc" -v variant="$variant" \
		-v calls="$calls" -v limits="$limits" \
		-f "$srcdir/tests/counts.awk" table "steps-$at" >judged
	relay judged
}

# In a program that cancels threads, a call costs no more than the libc's own; one with a
# fallback, for which the arguments are kept, a dozen instructions more at most.  With musl
# on x86_64 sendmmsg and recvmmsg also look whether the headers are readable, and may
# need 40 more.
judge_cancels () { # TARGET
	arch=${1%-*} libc=${1#*-}
	faithful "$arch" || { cannot_run "$arch" "$1: the cost with threads"; return; }
	for how in '' --plain; do
		# shellcheck disable=SC2086	# One word or none.
		expect "$1, with threads${how:+, $how}: the program builds" cc "$arch" \
			"$libc" $how -DCANCELS -O2 -pthread -o "threads-$1$how" \
			"$srcdir/tests/counts.c"
		# shellcheck disable=SC2086
		expect "$1, with threads${how:+, $how}: the program runs to its end" \
			count "steps-$1$how" "./threads-$1$how" $names
	done
	awk -v target="$1" '
		function done() { print (good ? "" : "not ") "ok " target ", with threads: " \
			$1 ": " ours[$1] " instructions, and " $2 + $3 " of the libc alone" }
		$4 < 0 || $4 == 4294967295 || seen[FILENAME, $1]++ { next }
		FNR == NR { ours[$1] = $2 + $3; next }
		{
			more = 12 * ($1 ~ /^(accept4|sendmmsg|recvmmsg)$/)
			if (target == "x86_64-musl" && $1 ~ /mmsg$/)
				more = 40
			good = ours[$1] > 0 && ours[$1] <= $2 + $3 + more
			done()
		}' FS='\t' "steps-$1" FS='\t' "steps-$1--plain" >judged
	relay judged
}
for target in $TARGETS; do
	case $target in
	generic-*) continue ;;
	esac
	judge_variant "$target"
	case $target in
	*-none) ;;
	*) judge_cancels "$target" ;;
	esac
	. "$srcdir/sysdeps/${target%-*}/arch.sh"
	# With a single route, that was all.
	routes=
	case $arch_routes in
	*' '*) routes=$arch_routes ;;
	esac
	for route in $routes; do
		case $target,$route in
		*-none,* | *,socketcall*) ;;
		*) continue ;;
		esac
		for entry in $arch_entries; do
			judge_variant "$target" "$route" "$entry"
		done
	done
done

# The 20 stubs and their shared code.
bytes () { # target, variant, most, members beside the stubs
	place=${TRAPGATE%/bin/*}/lib/trapgate/${1%-*}/${1#*-}
	# Converting times (flag T) takes a test in recvmsg and setsockopt, and a tail
	# in setsockopt and getsockopt, which has their second path.
	times=0
	case $1,$2 in
	i386-glibc,*-only-*) times=55 ;;
	i386-glibc,*) times=143 ;;
	esac
	size -A "$place/$2/libtrapgate.a" |
		awk -v members="$(printf '%s\n' "$calls" error "$4" | tr '\n' ' ')" '
		BEGIN {
			n = split(members, list, " ")
			for (i = 1; i <= n; i++)
				want[list[i] ".o"] = 1
		}
		/\(ex / { member = $1; found += (member in want) }
		$1 ~ /^\.text/ && (member in want) { sum += $2 }
		END { print found == n ? sum : 0 }' >sum
	within "$1 $2: the stubs and their shared code" "$(cat sum)" \
		$(($3 + times))
}
# With musl some calls are C.
for target in $TARGETS; do
	case $target in
	generic-* | *-musl) continue ;;
	esac
	awk -v arch="${target%-*}" '
		$1 == "bytes" && $2 == arch && $4 == "20-calls" && $5 == "stubs" {
			sub(/^trapgate\//, "", $3)
			print $3, $7
		}' "$srcdir/bench/goals.txt" >goals
	expect "$target: there are goals of bytes" test -s goals
	# Bytes for the test of each of the 11 cancellation points.
	case $target in
	*-none) points=0 ;;
	i386-*) points=$((11 * 17)) ;;
	*) points=$((11 * 15)) ;;
	esac
	while read -r variant most; do
		most=$((most + points))
		case $variant in
		direct-only-* | socketcall-*) bytes "$target" "$variant" "$most" '' ;;
		*) bytes "$target" "$variant" "$most" second-path ;;
		esac
	done <goals
done

# A complete program without a libc.
cat >small.c <<'EOT'
#include <sys/socket.h>
#include <unistd.h>
int main (void) { return close (socket (AF_UNIX, SOCK_STREAM, 0)); }
EOT
for arch in $ARCHS; do
	case " $TARGETS " in
	*" $arch-none "*) ;;
	*) continue ;;
	esac
	[ "$arch" != generic ] || continue
	expect "$arch-none: socket, close, exit: builds" cc "$arch" none \
		-Os -fno-pie -s -Wl,-z,noseparate-code -Wl,-z,norelro \
		-Wl,--build-id=none -o "small-$arch" small.c
	if runs "$arch"; then
		expect "$arch-none: socket, close, exit: runs" \
			on "$arch" "./small-$arch"
	else
		cannot_run "$arch" "$arch-none: socket, close, exit"
	fi
	within "$arch-none: socket, close, exit: file size" "$(wc -c <"small-$arch")" 999
done

finish
