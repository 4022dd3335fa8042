# measure.sh - what the tool says a program costs, and how it runs one.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

: "${srcdir:?}" "${builddir:?}" "${CC:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
measure=$builddir/libexec/trapgate/compare.d/measure

# is TEXT WANTED GOT
is () {
	[ "$2" = "$3" ] || printf 'want: %s\ngot:  %s\n' "$2" "$3" >tap.log
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" tap.log; fi
}
# holds TEXT A OP B: of two numbers
holds () { expect "$1: $2 $3 $4" test "$2" "$3" "$4"; }
# taken COMMAND...: runs what measures, into the file said and variables of its
# lines' names.
taken () {
	"$@" >said 2>told </dev/null || echo "exit-status	$?" >>said
	status='' instructions='' vdso='' calls='' processes='' threads=''
	faults='' peak='' time='' partner='' out_bytes='' err_bytes=''
	start_instructions='' start_calls=''
	while IFS='	' read -r key value; do
		case $key in
		status) status=$value ;;
		instructions) instructions=$value ;;
		instructions-vdso) vdso=$value ;;
		instructions-before-main) start_instructions=$value ;;
		calls) calls=$value ;;
		calls-before-main) start_calls=$value ;;
		processes) processes=$value ;;
		threads) threads=$value ;;
		faults) faults=$value ;;
		peak-kib) peak=$value ;;
		time-ns) time="$time $value" ;;
		partner-status) partner=$value ;;
		stdout-bytes) out_bytes=$value ;;
		stderr-bytes) err_bytes=$value ;;
		exit-status) status="measure $value" ;;
		esac
	done <said
}
# take ARGUMENT...: here; there FILE ARGUMENT...: where programs of arch run,
# the file beside it.
take () { taken "$measure" "$@"; }
there () { # FILE to send, ARGUMENT of measure...
	sent=$PWD/$1
	shift
	how "$arch"
	# With glibc 2.41 170,000 steps lead to main; in a guest each takes long.
	limit=60
	[ "$tap_how" != guest ] || limit=300
	taken on "$arch" --with="$sent" "$measure" --timeout=$limit "$@"
}
# Processes that run a program of this directory, whoever is their parent.
left () { # start of its name
	find /proc/[0-9]*/exe -maxdepth 0 -lname "$PWD/$1*" 2>/dev/null
}
# soon COMMAND...: within five seconds the command succeeds.
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

# --- Programs.
archs=
for arch in i386 x86_64; do
	case " $TARGETS " in
	*" $arch-glibc "*) ;;
	*) continue ;;
	esac
	archs="$archs $arch"
	. "$srcdir/sysdeps/$arch/arch.sh"
	flag=$arch_flag
	exit=$(awk '$1 == "exit" { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl")
	trap=syscall
	[ "$arch" != i386 ] || trap="int \$0x80"
	for again in '' -DAGAIN; do
		# shellcheck disable=SC2086	# CC may hold options.
		expect "$arch: the freestanding program builds" $CC "$flag" -nostdlib -static \
			-no-pie -DEXIT="$exit" -DTRAP="$trap" -DSTATUS=7 $again \
			-o "none-$arch$again" "$srcdir/tests/measure-freestanding.S"
	done
	# shellcheck disable=SC2086
	expect "$arch: the static program builds" $CC "$flag" -O2 -static \
		-pthread -Wall -Wextra -Werror -o "many-$arch" \
		"$srcdir/tests/measure-many.c"
	# Where there is musl, one that comes to its main in few steps.
	small=many-$arch
	case " $TARGETS " in
	*" $arch-musl "*)
		small=small-$arch
		expect "$arch: the small program builds" "$TRAPGATE" cc "$flag" \
			--plain --libc=musl -O2 -pthread -o "$small" \
			"$srcdir/tests/measure-many.c"
		;;
	esac
	# shellcheck disable=SC2086
	expect "$arch: the static-pie program builds" $CC "$flag" -O2 -static-pie \
		-pthread -o "pie-$arch" "$srcdir/tests/measure-many.c"
done

# --- Instructions and calls.
count_program () { # many or pie
	program=./$1-$arch
	there "$program" --mode=count "$program" exit
	cp said first
	counted="$calls $start_calls"
	there "$program" --mode=count "$program" exit
	expect "$program: twice the same" cmp first said
	there "$program" --mode=trace "$program" exit
	is "$program: the same calls before main, without steps" \
		"${counted#* }" "$start_calls"
	there "$program" --mode=count "$program" clock
	is "$program: its status" 'exit 15' "$status"
	holds "$program: before main" "$start_instructions" -gt 1000
	holds "$program: not all before main" \
		"$instructions" -gt "$start_instructions"
	holds "$program: in the vdso" "$vdso" -gt 0
	if command -v strace >/dev/null; then
		# shellcheck disable=SC2086	# Words.
		on "$arch" $strace --with="$PWD/$program" \
			"$(command -v strace)" "$program" exit 2>trace
		# Without the execve that strace sees; main makes but the last.
		seen=$(grep -c '^[a-z_0-9]*(' trace)
		is "$program: calls as strace sees them" \
			"$((seen - 1)) $((seen - 2))" "$counted"
	else
		skip "$program: calls" 'no strace; apt-get install strace'
	fi
}

for arch in $archs; do
	faithful "$arch" || { cannot_run "$arch" "$arch: what is measured"; continue; }
	strace=
	how "$arch"
	[ "$tap_how" != guest ] || strace=$(with_tool strace)
	there "none-$arch" --mode=count "./none-$arch"
	is "$arch: it ends as it should" 'exit 7' "$status"
	is "$arch: instructions counted by hand" 312 "$instructions"
	is "$arch: before main" 3 "$start_instructions"
	is "$arch: one call" '1 0' "$calls $start_calls"
	there "none-$arch-DAGAIN" --mode=count "./none-$arch-DAGAIN"
	is "$arch: one instruction more" 313 "$instructions"
	for kind in many pie; do
		count_program $kind
	done
	strip -o "stripped-$arch" "many-$arch"
	there "stripped-$arch" --mode=count "./stripped-$arch" exit
	is "$arch: stripped" 'exit 10 - -' "$status $start_instructions $start_calls"

	# What ends how, with how many processes and threads.
	small=many-$arch
	[ ! -x "small-$arch" ] || small=small-$arch
	while read -r what wanted wanted_processes wanted_threads; do
		wanted="${wanted%=*} ${wanted#*=}"
		for mode in trace count; do
			program=many-$arch
			# musl's raise blocks what count needs.
			[ "$mode-$what" = count-signal ] || [ $mode = trace ] ||
				program=$small
			there "$program" --mode=$mode --timeout=60 "./$program" "$what"
			is "$arch: $mode: $what" \
				"$wanted, $wanted_processes, $wanted_threads" \
				"$status, $processes, $threads"
		done
		there "many-$arch" --timeout=60 "./many-$arch" "$what"
		[ "$what" = trace ] || is "$arch: run: $what" "$wanted" "$status"
	done <<-EOT
		exit exit=10 1 0
		fork exit=10 5 0
		vfork exit=10 2 0
		exec exit=10 1 0
		thread-exec exit=10 1 1
		threads exit=11 1 4
		signal exit=12 1 0
		stop exit=13 2 0
		trace exit=14 1 0
		crash signal=11 1 0
	EOT
	# The second program's calls are all behind the first one's main.
	there "$small" --mode=count "./$small" exit
	before=$start_calls twice=$((2 * calls))
	there "$small" --mode=count "./$small" exec
	is "$arch: an execve goes on" "$twice $before" "$calls $start_calls"
	there "many-$arch" --mode=count --steps=2000 "./many-$arch" exit
	is "$arch: no more steps than that" 'steps-exceeded 2000' \
		"$status $instructions"

	# Faults, peak.
	there "many-$arch" --mode=trace "./many-$arch" touch 0
	least=$faults lowest=$peak
	# On a kernel before 6.2 it was one page.
	holds "$arch: the peak is no less than half of the pages that were touched" \
		"$((lowest / 2))" -ge "$faults"
	there "many-$arch" --mode=trace "./many-$arch" touch 64
	holds "$arch: 64 pages more fault" "$faults" -ge $((least + 64))
	holds "$arch: not twice" "$faults" -lt $((least + 100))
	there "many-$arch" --mode=trace "./many-$arch" touch 512
	holds "$arch: 512 pages more are kept" "$peak" -ge $((lowest + 1800))
	holds "$arch: not twice" "$peak" -lt $((lowest + 3000))
done

# --- Nothing survives.  All at a time, each by a name of its own.
arch=${archs##* }
small=many-$arch
[ ! -x "small-$arch" ] || small=small-$arch
for mode in run trace count; do
	for what in daemon headless; do
		ln "$small" "$what-$mode"
		"$measure" --mode=$mode --timeout=1.5 "./$what-$mode" $what \
			>"said-$what-$mode" 2>&1 &
	done
done
wait
for mode in run trace count; do
	for what in daemon headless; do
		expect "$mode: $what runs into the timeout" \
			grep -q -x 'status	timeout' "said-$what-$mode"
		none_left "$mode: no process of $what is left" "$what-$mode"
	done
	ln "$small" "ended-$mode"
	"$measure" --mode=$mode "./ended-$mode" daemon >said 2>told &
	pid=$!
	expect "$mode: program and daemon run" soon some_left "ended-$mode" 2
	kill -TERM $pid
	wait $pid
	is "$mode: SIGTERM ends it as it should" 143 $?
	none_left "$mode: no process is left after SIGTERM" "ended-$mode"
done
ln "$small" killed
"$measure" ./killed daemon >said 2>told &
pid=$!
expect 'program and daemon run' soon some_left killed 2
kill -KILL $pid
wait $pid 2>/dev/null
soon nothing_left killed
none_left 'no process is left after SIGKILL' killed

# --- Streams.
take --stdout=out --limit=1000 /usr/bin/head -c 100000000 /dev/zero
is '100 MB are dropped' 'exit 0 100000000 1000' \
	"$status $out_bytes $(($(wc -c <out)))"
echo text >in
take --stdin=in --stdout=out --stderr=err /bin/sh -c 'cat; echo no >&2'
is 'standard input, output and error' 'text no 5 3' \
	"$(cat out) $(cat err) $out_bytes $err_bytes"
take --stdout=out /bin/cat
is 'no standard input' 'exit 0 0' "$status $out_bytes"
refuse 'standard output is closed' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >&-' sh "$measure" /bin/true
refuse 'standard output is full' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >/dev/full' sh "$measure" /bin/true
take --repeat=5 /bin/true
# shellcheck disable=SC2086	# Words.
set -- $time
is 'five runs, five times' 5 $#
for one; do
	holds 'one of them' "$one" -gt 0
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
# A server that takes its time is waited for.
port=$("$measure" --free-port)
take --timeout=30 --partner=./hello --partner-arg="$port" /bin/sh -c \
	"sleep 0.5; exec ./replyhi $port"
is 'a late server' 'exit 0 exit 0' "$status $partner"
# One that never serves keeps its partner for a third of the time.
began=$(date +%s%3N)
take --timeout=3 --partner=/bin/date --partner-arg=+%s%3N \
	--partner-stdout=out /bin/sleep 1.5
holds 'no server at all: its partner waits' $(($(cat out) - began)) -ge 900
is 'its partner' 'exit 0 exit 0' "$status $partner"
# A name with a parenthesis and a space, as /proc/PID/stat shows it.
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
expect 'a program with a name of its own builds' $CC -o named named.c
take --timeout=30 --partner=/bin/sh --partner-arg=-c \
	--partner-arg='echo >fifo' ./named
is 'a server named srv) 1: its end' 'exit 0 exit 0' "$status $partner"
holds 'its partner starts once it waits' "${time# }" -lt 5000000000
take --timeout=1 --partner=/bin/sleep --partner-arg=100 /bin/true
is 'a partner without end' 'exit 0 timeout' "$status $partner"

# --- What cannot be.
says () { # TEXT PATTERN ARGUMENT...
	text=$1 line=$2
	shift 2
	refuse "$text" 2 "^measure: $line\$" "$measure" "$@"
}
printf 'text\n%0100d' 0 >text
chmod +x text
: >plain
says 'no program' 'there is no program to run; see measure --help'
says 'an unknown option' "'--x' is not an option, or needs a value; .*" --x true
says 'an unknown mode' "there is no mode 'x'; .*" --mode=x /bin/true
says 'no time' '--timeout=0 is not a number .*; give one' --timeout=0 /bin/true
says 'a missing program' "cannot run './nonesuch': No such file or directory; \
give the path of a program" ./nonesuch
says 'one that is not executable' "cannot run './plain': it is not \
executable; .*" ./plain
says 'one that is no ELF' "cannot run './text': it is no ELF program.*; give \
a program for this architecture" ./text
says 'a partner that is missing' "cannot run './nonesuch': .*" \
	--partner=./nonesuch /bin/true
cp "many-$arch" broken
printf '\377\377' | dd of=broken bs=1 seek=16 conv=notrunc 2>/dev/null
for mode in run trace count; do
	says "$mode: one the kernel refuses" "cannot run './broken': Exec format \
error; give a program for this architecture" --mode=$mode ./broken
done
finish
