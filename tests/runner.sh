#!/bin/sh
# runner.sh - run.sh counts a test's results, and detects missing ones.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# A configured source tree with nothing but tests.
mkdir -p tree/tests || exit 2
cp "$srcdir/tests/run.sh" tree/tests/
printf '%s = %s\n' CC "$CC" targets "$TARGETS" >tree/config.mk
cd tree || exit 2
run () { sh tests/run.sh "$@"; }

# counted NAME COUNTS VERDICT TEXT: a test whose script is standard input has these
# counts of passed, failed and skipped, and a line with the verdict.
counted () {
	cat >"tests/$1.sh"
	run "$1" >out 2>log
	status=$? counts=none
	[ ! -f "build/check/$1.counts" ] || read -r counts <"build/check/$1.counts"
	read -r name passed _ failed _ skipped _ _ _ verdict <out
	if [ "$status" -eq 0 ] && [ "$counts" = "$2" ] && [ "$name" = "$1" ] &&
		[ "$passed $failed $skipped" = "$2" ] && [ "$verdict" = "$3" ]; then
		pass "$4"
	else
		printf '%s\n' "status $status, counts $counts; wanted $2, $3" >>out
		fail "$4" out
	fi
}
shows () { expect "$1" grep -q -x -e "$2" out; }

counted good '2 0 0' ok 'a test that passes' <<'END'
printf 'ok 1 - one\nok 2 - two\n1..2\n'
END
counted bad '1 1 0' FAILED 'a test that fails' <<'END'
printf 'ok 1 - one\nnot ok 2 - two\n# why\n1..2\n'
exit 1
END
shows 'the failure is shown' '  2: not ok 2 - two'
shows 'with its diagnostics' '  3: # why'
counted hidden '0 1 0' FAILED 'a failure with exit status 0' <<'END'
printf 'not ok 1 - one\n1..1\n'
END
counted silent '0 1 0' FAILED 'a test without output' </dev/null
counted cut '1 1 0' FAILED 'a test that ends before its plan' <<'END'
printf '1..2\nok 1 - one\n'
END
counted unplanned '1 1 0' FAILED 'a test without a plan' <<'END'
echo 'ok 1 - one'
END
counted killed '1 1 0' FAILED 'a test that is killed after its last line' <<'END'
printf 'ok 1 - one\n1..1\n'
kill -9 $$
END
counted skipped '0 0 1' ok 'a test that is skipped' <<'END'
printf 'ok 1 - one # SKIP there is no two\n1..1\n'
END
shows 'with the reason' '  skipped - one # SKIP there is no two'
counted table '1 0 0' ok 'a test with a table' <<'END'
printf '#> a table\nok 1 - one\n1..1\n'
END
shows 'with the table' '  a table'
counted by-check '3 3 0' FAILED 'a program of Check' <<'END'
echo '50%: Checks: 6, Failures: 1, Errors: 2'
echo 'x.c:7:F:bind:bind:0: not so'
exit 1
END
shows 'its failure is shown' '  2: x.c:7:F:bind:bind:0: not so'
counted errors '1 0 0' ok 'standard error counts, too' <<'END'
echo 'ok 1 - one' >&2
echo '1..1'
END
# Earlier counts are no results of a test that no longer exists.
counted good '1 0 0' ok 'a test is counted anew' <<'END'
printf 'ok 1 - one\n1..1\n'
END

# --- A signal to all foreground processes, as from a terminal.  A killed process ends
# only once it is scheduled.
cat >tests/endless.sh <<'END'
sh -c 'trap "" TERM; echo $$ >pids; while :; do sleep 1; done' &
until [ -s pids ]; do sleep 0.05; done
echo ready >ready
sleep 600
END
stays () { # PID...
	stays_tries=0
	while [ $((stays_tries += 1)) -le 50 ]; do
		stays_some=
		for stays_pid; do
			! kill -0 "$stays_pid" 2>/dev/null || stays_some="$stays_some $stays_pid"
		done
		[ -n "$stays_some" ] || return 1
		sleep 0.2
	done
	printf 'stays:%s\n' "$stays_some"
	kill -9 "$@"
}
if env --default-signal=INT true 2>/dev/null; then
	rm -rf build/check/endless
	env --default-signal=INT setsid sh tests/run.sh endless >out 2>&1 &
	runner=$! tries=0
	until [ -f build/check/endless/ready ] || [ $((tries += 1)) -gt 200 ]; do
		sleep 0.05
	done
	kill -s INT -- "-$runner"
	wait "$runner"
	expect 'an interrupted test has status 130' test $? -eq 130
	pids=$(cat build/check/endless/pids)
	# shellcheck disable=SC2086	# Some numbers.
	stays $pids >err
	empty 'and leaves no process' err
else
	skip 'an interrupted test' 'env has no --default-signal'
fi

# summed TEXT STATUS LINE NAME...
summed () {
	text=$1 want=$2 line=$3
	shift 3
	run --sum "$@" >out 2>&1
	status=$?
	expect "$text" test "$status $(cat out)" = "$want $line"
}
summed 'a sum without failures' 0 '2 passed, 0 failed, 1 skipped' good errors skipped
summed 'a sum with a failure' 1 '2 passed, 1 failed, 0 skipped' good bad
summed 'nothing passed' 1 '0 passed, 0 failed, 1 skipped' skipped
rm build/check/errors.counts
run --sum good errors >out 2>&1
expect 'a test without counts is no success' test $? -ne 0
run nonesuch >out 2>&1
expect 'an unknown test' test "$? $(cat out)" = \
	"2 run.sh: there is no test 'nonesuch'"
cd ..
finish
