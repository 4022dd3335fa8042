# measure.sh - what the tool says a program costs, and how it runs one.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

: "${srcdir:?}" "${builddir:?}" "${CC:?}" "${VARIANTS:?}"
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
# take ARGUMENT...: runs it into the file said.
take () {
	"$measure" "$@" >said 2>told || echo "exit-status	$?" >>said
}
value () { # key, of the file said
	awk -F '\t' -v key="$1" '$1 == key { print $2 }' said
}
# Processes that run a program of this folder, whoever is their parent.
left () {
	for exe in /proc/[0-9]*/exe; do
		case $(readlink "$exe") in
		"$PWD"/*) echo "$exe" ;;
		esac
	done
}
none_left () { # TEXT
	left >remains
	if [ -s remains ]; then fail "$1" remains; else pass "$1"; fi
}

# --- Programs.
machines=
for arch in i386 x86_64; do
	case " $VARIANTS " in
	*" $arch-glibc "*) ;;
	*) continue ;;
	esac
	machines="$machines $arch"
	. "$srcdir/sysdeps/$arch/machine.sh"
	flag=$machine_flag
	exit=$(awk '$1 == "exit" { print $2 }' "$srcdir/sysdeps/$arch/numbers.tbl")
	trap=syscall
	[ "$arch" != i386 ] || trap="int \$0x80"
	for again in '' -DAGAIN; do
		# shellcheck disable=SC2086	# CC may hold options.
		expect "$arch: the bare program builds" $CC "$flag" -nostdlib -static \
			-no-pie -DEXIT="$exit" -DTRAP="$trap" -DSTATUS=7 $again \
			-o "bare-$arch$again" "$srcdir/tests/measure-bare.S"
	done
	# shellcheck disable=SC2086
	expect "$arch: the static program builds" $CC "$flag" -O2 -static \
		-pthread -Wall -Wextra -Werror -o "many-$arch" \
		"$srcdir/tests/measure-many.c"
	# shellcheck disable=SC2086
	expect "$arch: the static-pie program builds" $CC "$flag" -O2 -static-pie \
		-pthread -o "pie-$arch" "$srcdir/tests/measure-many.c"
done

# --- Instructions and calls.
for arch in $machines; do
	take --mode=count "./bare-$arch"
	is "$arch: it ends as it should" 'exit 7' "$(value status)"
	is "$arch: instructions counted by hand" 312 "$(value instructions)"
	is "$arch: before main" 3 "$(value instructions-before-main)"
	is "$arch: one call" '1 0' "$(value calls) $(value calls-before-main)"
	take --mode=count "./bare-$arch-DAGAIN"
	is "$arch: one instruction more" 313 "$(value instructions)"
	for kind in many pie; do
		program=./$kind-$arch
		take --mode=count "$program" exit
		cp said first
		take --mode=count "$program" exit
		expect "$program: twice the same" cmp first said
		take --mode=count "$program" clock
		is "$program: its status" 'exit 15' "$(value status)"
		holds "$program: before main" "$(value instructions-before-main)" -gt 1000
		holds "$program: not all before main" \
			"$(value instructions)" -gt "$(value instructions-before-main)"
		holds "$program: in the vdso" "$(value instructions-vdso)" -gt 0
		if command -v strace >/dev/null; then
			strace -o trace "$program" exit
			take --mode=count "$program" exit
			# Without the execve that strace sees; main makes but the last.
			calls=$(grep -c '^[a-z_0-9]*(' trace)
			is "$program: calls as strace sees them" \
				"$((calls - 1)) $((calls - 2))" \
				"$(value calls) $(value calls-before-main)"
		else
			skip "$program: calls" 'no strace; apt-get install strace'
		fi
	done
	strip -o "stripped-$arch" "many-$arch"
	take --mode=count "./stripped-$arch" exit
	is "$arch: stripped" 'exit 10 - -' "$(value status) \
$(value instructions-before-main) $(value calls-before-main)"

	# What ends how, with how many processes and threads.
	while read -r what status processes threads; do
		for mode in trace count; do
			take --mode=$mode --timeout=60 "./many-$arch" "$what"
			is "$arch: $mode: $what" \
				"$(echo "$status" | tr '=' ' '), $processes, $threads" \
				"$(value status), $(value processes), $(value threads)"
		done
		take --timeout=60 "./many-$arch" "$what"
		[ "$what" = trace ] ||
			is "$arch: run: $what" "$(echo "$status" | tr '=' ' ')" "$(value status)"
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
	take --mode=count "./many-$arch" exit
	calls=$(value calls) before=$(value calls-before-main)
	take --mode=count "./many-$arch" exec
	is "$arch: an execve goes on" "$((2 * calls)) $before" \
		"$(value calls) $(value calls-before-main)"
	take --mode=count --steps=2000 "./many-$arch" exit
	is "$arch: no more steps than that" 'steps-exceeded 2000' \
		"$(value status) $(value instructions)"

	# Faults, peak.
	take --mode=trace "./many-$arch" touch 0
	faults=$(value faults) peak=$(value peak-kib)
	take --mode=trace "./many-$arch" touch 64
	holds "$arch: 64 pages more fault" "$(value faults)" -ge $((faults + 64))
	holds "$arch: not twice" "$(value faults)" -lt $((faults + 100))
	take --mode=trace "./many-$arch" touch 512
	holds "$arch: 512 pages more are kept" "$(value peak-kib)" -ge $((peak + 1800))
	holds "$arch: not twice" "$(value peak-kib)" -lt $((peak + 3000))
done

# --- Nothing survives.
arch=${machines##* }
for mode in run trace count; do
	for what in daemon headless; do
		take --mode=$mode --timeout=1.5 "./many-$arch" $what
		is "$mode: $what runs into the timeout" timeout "$(value status)"
		none_left "$mode: no process of $what is left"
	done
	"$measure" --mode=$mode "./many-$arch" daemon >said 2>told &
	pid=$!
	for tick in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
		left >remains
		[ "$(wc -l <remains)" -lt 2 ] || break
		sleep "0.$tick"
	done
	holds "$mode: program and daemon run" "$(wc -l <remains)" -ge 2
	kill -TERM $pid
	wait $pid
	is "$mode: SIGTERM ends it as it should" 143 $?
	none_left "$mode: no process is left after SIGTERM"
done
"$measure" "./many-$arch" daemon >said 2>told &
pid=$!
sleep 1
kill -KILL $pid
wait $pid 2>/dev/null
sleep 1
none_left 'no process is left after SIGKILL'

# --- Streams.
take --stdout=out --limit=1000 /usr/bin/head -c 100000000 /dev/zero
is '100 MB are dropped' 'exit 0 100000000 1000' \
	"$(value status) $(value stdout-bytes) $(($(wc -c <out)))"
echo text >in
take --stdin=in --stdout=out --stderr=err /bin/sh -c 'cat; echo no >&2'
is 'standard input, output and error' 'text no 5 3' \
	"$(cat out) $(cat err) $(value stdout-bytes) $(value stderr-bytes)"
take --stdout=out /bin/cat
is 'no standard input' 'exit 0 0' "$(value status) $(value stdout-bytes)"
refuse 'standard output is closed' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >&-' sh "$measure" /bin/true
refuse 'standard output is full' 2 \
	'^measure: cannot write to standard output: .*; is there room?$' \
	sh -c '"$@" >/dev/full' sh "$measure" /bin/true
take --repeat=5 /bin/true
is 'five runs, five times' 5 "$(value time-ns | grep -c '^[1-9][0-9]*$')"
take /bin/sleep 0.2
holds 'the time' "$(value time-ns)" -ge 200000000

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
		"$(value status) $(value partner-status) $(cat out answers |
			tr '\n' ' ')"
}
for mode in run trace count; do
	pair "$mode: a server and its client" --mode=$mode
done
# A server that takes its time is waited for.
port=$("$measure" --free-port)
take --timeout=30 --partner=./hello --partner-arg="$port" /bin/sh -c \
	"sleep 1; exec ./replyhi $port"
is 'a late server' 'exit 0 exit 0' "$(value status) $(value partner-status)"
# One that never serves keeps its partner for a third of the time.
began=$(date +%s%3N)
take --timeout=3 --partner=/bin/date --partner-arg=+%s%3N \
	--partner-stdout=out /bin/sleep 1.5
holds 'no server at all: its partner waits' $(($(cat out) - began)) -ge 900
is 'its partner' 'exit 0 exit 0' "$(value status) $(value partner-status)"
take --timeout=1 --partner=/bin/sleep --partner-arg=100 /bin/true
is 'a partner without end' 'exit 0 timeout' \
	"$(value status) $(value partner-status)"

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
says 'an unknown option' "'--x' is no option, or lacks its value; .*" --x true
says 'an unknown mode' "there is no mode 'x'; .*" --mode=x /bin/true
says 'no time' '--timeout=0 is no number .*; give one' --timeout=0 /bin/true
says 'a missing program' "cannot run './nonesuch': No such file or directory; \
give the path of a program" ./nonesuch
says 'one that is not executable' "cannot run './plain': it is not \
executable; .*" ./plain
says 'one that is no ELF' "cannot run './text': it is no ELF program.*; give \
a program for this machine" ./text
says 'a partner that is missing' "cannot run './nonesuch': .*" \
	--partner=./nonesuch /bin/true
cp "many-$arch" broken
printf '\377\377' | dd of=broken bs=1 seek=16 conv=notrunc 2>/dev/null
for mode in run trace count; do
	says "$mode: one the kernel refuses" "cannot run './broken': Exec format \
error; give a program for this machine" --mode=$mode ./broken
done
finish
