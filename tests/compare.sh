#!/bin/sh
# compare.sh - trapgate compare: it finds what is the same and what differs.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2016,SC2086	# jq has variables, too; some options are words.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
# It gets directories of its own, so that the test finds what it leaves behind.
mkdir tmp 'a directory'
TMPDIR=$PWD/tmp
export TMPDIR
compare () { "$TRAPGATE" compare "$@"; }
has () { case " $TARGETS " in *" $1 "*) ;; *) return 1 ;; esac; }

# result TEXT STATUS ARGUMENT...: it exits with STATUS; leaves the object in json.
result () {
	text=$1 want=$2
	shift 2
	compare --json "$@" >json 2>err
	status=$?
	printf '%s\n' "status $status, wanted $want" >>err
	if [ "$status" -eq "$want" ] && [ -s json ] && jq -e . json >>err 2>&1; then
		pass "$text"
	else
		cat json >>err
		fail "$text" err
	fi
}
# prints TEXT CONDITION: the object meets it; $s is all that were built.
prints () {
	if [ -s json ] &&
		jq -e "[.implementations[] | select(.built)] as \$s | $2" json >tap.log 2>&1; then
		pass "$1"
	else
		jq -c . json >>tap.log 2>&1
		fail "$1" tap.log
	fi
}

# --- A server and a client, on each architecture, with most options.
for arch in $ARCHS; do
	has "$arch-glibc" || continue
	has "$arch-musl" || continue
	if ! faithful "$arch"; then
		refuse "$arch: cannot be measured here" 126 \
			"^trapgate compare: .*; ./bootstrap guest gets a kernel that can$" \
			compare "$(flag_of "$arch")" "$srcdir/examples/hello.c"
		cannot_run "$arch" "$arch: a server and a client"
		continue
	fi
	flag=$(flag_of "$arch")
	cp "$srcdir/examples/replyhi.c" "a directory/it's a server.c"
	result "$arch: a server and a client agree" 0 \
		"$flag" --freestanding --time=2 --timeout=90 \
		--with=glibc,musl --html="a directory/$arch.html" \
		--partner="$srcdir/examples/hello.c" "a directory/it's a server.c" \
		-- @PORT@
	prints "$arch: all were run" '$s | length == 5'
	prints "$arch: the first is glibc" '.reference == "glibc"'
	prints "$arch: both succeeded" '[$s[].result | .exit_status == 0 and
		.partner.exit_status == 0] | all'
	prints "$arch: they exchanged messages" '[$s[].result | .stdout_bytes == 12 and
		.partner.stdout_bytes == 6] | all'
	prints "$arch: the route makes no difference" '[$s[].calls.equal] | all'
	prints "$arch: figures" '[$s[] | .instructions.total > .instructions.before_main
		and .instructions.complete and .memory.peak_kib > 0
		and .memory.faults > 0 and .size.file > .size.text / 2
		and .time.median_ns > 0 and .time.ratio > 0
		and .calls.total > .calls.before_main] | all'
	prints "$arch: glibc starts with more instructions than without a libc" \
		'$s[0].instructions.before_main >
		9 * ($s[] | select(.libc == "none") | .instructions.before_main)'
	prints "$arch: the cost of trapgate with musl" '($s[3].instructions.total -
		$s[2].instructions.total | fabs) < 1500'
	prints "$arch: the command" '$s[1].command | startswith("trapgate cc -m")'
	prints "$arch: arguments" '.arguments == ["@PORT@"]'
	expect "$arch: an HTML page" grep -q "<title>a directory/it's a server.c on $arch: the \
results agree" "a directory/$arch.html"
	expect "$arch: that loads nothing" sh -c \
		"! grep -E '<(script|link|img)|https?:|@import|url\\(' 'a directory/$arch.html'"
	expect "$arch: that has a row for each" test \
		"$(grep -c '^<tr><th scope="row">trapgate' "a directory/$arch.html")" = 9
done
if has i386-glibc && faithful i386; then
	result 'all routes and entries' 0 -m32 --no-count --with=glibc \
		--route=direct,socketcall-only --entry=all --partner="$srcdir/examples/hello.c" \
		"$srcdir/examples/replyhi.c" -- @PORT@
	prints 'with their names' '[$s[].name] == ["glibc", "trapgate glibc direct-vsyscall",
		"trapgate glibc direct-int80", "trapgate glibc socketcall-only-vsyscall",
		"trapgate glibc socketcall-only-int80"]'
	prints 'make the same calls' '[$s[].calls.equal] | all'
	prints 'nothing was counted' '[$s[].instructions.total == null] | all'
fi

# --- Differences.
if has x86_64-glibc && has x86_64-musl; then
	result 'musl has no room for much control data' 1 -m64 --no-count --with=glibc,musl \
		"$srcdir/tests/compare-control.c"
	prints 'musl alone' '[$s[].result.equal] == [true, true, false, true]'
	prints 'the difference in output is shown' '.differences[] | select(.what == "stdout") |
		.implementation == "musl" and (.diff | contains(["-sent", "+sendmsg: errno 12"]))'
	prints 'trapgate with musl made the system call' '.differences[] |
		select(.implementation | startswith("trapgate musl")) |
		.what == "calls" and .compared_with == "musl" and
		(.diff | map(startswith("+sendmsg(FD1, {")) | any)'
	cp json control
fi
if has x86_64-glibc && has x86_64-musl; then flag=-m64; else flag=$(flag_of "${ARCHS%% *}"); fi
cp "$srcdir/tests/compare-actions.c" actions.c
both="$flag --with=glibc,musl actions.c"
{
	result 'other output, status and files' 1 --no-count $both -- differ
	prints 'another exit status is reported' '[$s[].result.exit_status] == [3, 3, 4, 4]
		and [$s[].result.status_equal] == [true, true, false, false]'
	prints 'another stdout' '[$s[].result.stdout_equal] == [true, true, false, false]'
	prints 'another stderr' '[$s[].result.stderr_equal] == [true, true, false, false]'
	prints 'another file' '[$s[].result.files_equal] == [true, true, false, false]'
	prints 'files that differ are reported, calls are not' '[.differences[] |
		select(.what == "files") | .diff[1:][]] |
		length == 4 and all(test("^[-+][0-9]+ [0-9]+ \\./"))'
	prints 'arbitrary bytes are shown as text' '[.differences[] | select(.what == "stdout")
		| .diff[]] | any(. == "-^[[1mM-^?^A\"\\<&a")'
	printf 'a line\nand more' >input
	result 'input, a fork, other calls: the same result' 0 --stdin=input $both -- echo
	prints 'all read the input' '[$s[].result.stdout_bytes >= 15] | all'
	prints 'two processes' '[$s[].calls.processes == 2] | all'
	prints 'the calls differ' '[$s[].calls.equal] == [true, true, false, true]
		and (.differences | map(.what == "calls") | all)'
	prints 'instructions of both processes' '[$s[].instructions.complete] | all'
	result 'with --strict-calls the result differs' 1 --strict-calls --no-count \
		--stdin=input $both -- echo
	result 'a crash' 0 --no-count $both -- crash
	prints 'the signal is the same' '[$s[].result | .signal == 6 and .exit_status == null]
		| all'
	result 'a program that hangs' 0 --timeout=1 --no-count $flag --with=glibc \
		actions.c -- hang
	prints 'is reported' '[$s[].result | .timed_out and .signal == null] | all'
	prints 'with its calls' '[$s[].calls | .total > .before_main and .before_main > 0]
		| all'
	result 'a hundred megabytes of output' 0 --no-count $both -- much
	prints 'are counted' '[$s[].result.stdout_bytes == 104857600] | all'
	result 'a process id in the output' 1 --no-count $flag --with=glibc actions.c -- pid
	prints 'is reported as changing from run to run' '.repeatable == false'
	result 'arguments stay' 0 --no-count $flag --with=glibc actions.c -- 'a b' "it's" \
		'' '$x*' "two
lines"
	prints 'as they were' '.arguments == ["a b", "it'\''s", "", "$x*", "two\nlines"]'

	# --- The text for a terminal, and libcs that cannot be compared.
	compare $flag --with=glibc,musl,none --no-count actions.c -- differ >report 2>&1
	expect 'no control byte reaches a terminal' sh -c \
		'! tr -d "\n" <report | grep -q "[[:cntrl:]]"'
	expect 'a libc with which it does not compile' \
		grep -q '^not compared: .* none .*: .*error' report
	expect 'the others are compared' grep -q '^musl  .*DIFFERS' report
	expect 'a table of 100 columns' sh -c '! grep -E "^(glibc|musl|trapgate).{96}" report'
	refuse 'with one libc alone' 2 'two libcs are needed.* one alone' \
		compare $flag --with=none "$srcdir/examples/replyhi.c"
	"$TRAPGATE" cc $flag -c actions.c
	result 'an object' 0 --no-count $flag --objects-for=glibc actions.o
	prints 'an object links with the libc it was made for' '[$s[].libc == "glibc"] | all'
	refuse 'that libc must be named' 2 'actions.o is compiled already' compare $flag actions.o
}
# A run may take long, above all in a guest: its progress is shown on a terminal, and
# not in a file.
export flag
script -q -e -c '"$TRAPGATE" compare "$flag" --json --with=glibc actions.c' terminal \
	>out 2>&1
expect 'on a terminal each run is announced' grep -q \
	'trapgate compare: glibc: instructions, up to [0-9]* s' terminal
"$TRAPGATE" compare "$flag" --json --with=glibc actions.c 2>err >out
empty 'nowhere else' err
for libc in dietlibc klibc; do
	compare $flag --no-count --with=glibc,$libc "$srcdir/tests/compare-control.c" \
		>report 2>&1
	expect "$libc: compared, or what to install" grep -q \
		"^$libc  .*same\|^trapgate compare: --with: $libc: no $libc .*(.*$libc-dev" \
		report
done

# --- Wrong arguments: the message names each.
wrong () { # LINE ARGUMENT...
	line=$1
	shift
	refuse "$*: refused" 2 "^trapgate compare: $line" compare "$@"
}
wrong 'no program;' --no-count
wrong 'nonesuch.c: no such file' nonesuch.c
wrong "unknown option '--wth=glibc'" --wth=glibc actions.c
wrong '--with: newlib: no such libc; there are glibc' --with=newlib actions.c
wrong '--with=glibc,,musl: an empty name' --with=glibc,,musl actions.c
wrong '--with needs a value' --with actions.c
wrong '--html needs a value' --html= actions.c
wrong '--objects-for needs a value' --objects-for= actions.c
wrong '--route=scenic: [^ ]* has ' --route=scenic actions.c
wrong '--entry=back: [^ ]* has ' --entry=back actions.c
wrong '--timeout=0: a number' --timeout=0 actions.c
wrong '--timeout=1x: a number' --timeout=1x actions.c
wrong '--time=x: a number' --time=x actions.c
wrong '--stdin=nonesuch: cannot be read' --stdin=nonesuch actions.c
wrong 'nonesuch.c: no such file' --partner=nonesuch.c actions.c
wrong '--partner-arg without --partner' --partner-arg=x actions.c
wrong '--html=/nonesuch/x: cannot be written' --html=/nonesuch/x actions.c
wrong '--objects-for=newlib: no such libc' --objects-for=newlib actions.o
wrong '--objects-for=glibc: there is no object' --objects-for=glibc actions.c
wrong '--with=: objects for glibc' --objects-for=glibc --with=musl actions.o
wrong '-o: compare makes programs of its own' -o x actions.c
wrong '-I needs a value' actions.c -I
wrong '--libc=musl: --with= chooses' --libc=musl actions.c

# --- Nothing is left behind, even if a signal ends it.
setsid "$TRAPGATE" compare --timeout=20 $both -- hang >out 2>&1 &
job=$!
tries=0
until ls -d tmp/*/1/run >err 2>&1 || [ $((tries += 1)) -gt 500 ]; do sleep 0.02; done
kill -TERM "-$job"
wait $job
expect 'ended by a signal' test $? -ne 0
tries=0
until [ -z "$(ls tmp)" ] || [ $((tries += 1)) -gt 250 ]; do sleep 0.02; done
expect 'no directory is left' test -z "$(ls tmp)"
finish
