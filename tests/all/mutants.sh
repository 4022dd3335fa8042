#!/bin/sh
# mutants.sh - make mutants counts the faults that the tests find, and no others.
# SPDX-License-Identifier: MIT
#
# The faults are put into a tree of one program and its tests, which the real run.sh
# runs.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

mkdir -p tree/tests/mutants tree/scripts work/build || exit 2
cp "$srcdir/tests/run.sh" tree/tests/
cat >tree/configure <<'END'
printf 'CC = %s\ntargets = none\n' "${1#CC=}" >config.mk
cp Makefile.in Makefile
END
cat >tree/Makefile.in <<'END'
TESTS = one two
all: answer
answer: answer.c
	gcc -Werror -Wall -o $@ $<
check: $(addprefix test-,$(TESTS))
	@sh tests/run.sh --sum $(TESTS)
test-%: all
	@sh tests/run.sh $*
END
cat >tree/answer.c <<'END'
/* Ends with the answer.  */
int
main (void)
{
  return 42;
}
END
cat >tree/tests/one.sh <<'END'
"$srcdir/answer"
[ $? -eq 42 ] && echo ok 1 - one || echo not ok 1 - one
echo 1..1
END
printf 'echo ok 1 - two\necho 1..1\n' >tree/tests/two.sh
echo 'CC = gcc' >work/config.mk
cd work || exit 2

# mutant NAME TESTS OLD NEW: a patch of the one line OLD.
mutant () {
	{
		printf 'It is wrong.\n%s\n' "${2:+Tests: $2}"
		printf -- '--- a/answer.c\n+++ b/answer.c\n@@ -%s +%s @@\n-%s\n+%s\n' \
			"$3" "$3" "$4" "$5"
	} >"../tree/tests/mutants/$1.patch"
}
run () { # NAME...
	sh "$srcdir/tests/mutants/mutants.sh" ../tree "$@" >out 2>output
	status=$?
	cat output >>out
}
# ends TEXT STATUS LINE...: how the last run ended, and lines of its output.
ends () {
	text=$1 wanted=$2
	shift 2
	for line; do
		grep -q -x -e "$line" out || wanted="$wanted, without $line"
	done
	if [ "$status" = "$wanted" ]; then
		pass "$text"
	else
		printf '%s\n' "status $status, wanted $wanted" >>out
		fail "$text" out
	fi
}
right='  return 42;'
mutant false one 5 "$right" '  return 41;'
mutant late 'two one' 5 "$right" '  return 40;'
mutant unnamed '' 5 "$right" '  return 43;'
mutant stops one 5 "$right" '  return x;'
mutant comment 'one two' 1 '/* Ends with the answer.  */' '/* Begins.  */'
mutant unseen two 5 "$right" '  return 41;'
mutant moved one 5 '  return 24;' '  return 25;'

run false late
ends 'faults that are found' 0 'false  *killed by one' 'late  *killed by one' \
	'2 killed, 0 survived'
cp build/mutants/tree/answer.c left
expect 'are reverted' cmp left ../tree/answer.c
run unnamed
ends 'a fault without a list of tests goes through all' 0 'unnamed  *killed by one'
run stops
ends 'a fault that breaks the build' 0 'stops  *killed by the build' '1 killed, 0 survived'
run false comment
ends 'a change without effect survives' 1 'comment  *SURVIVED one two' \
	'1 killed, 1 survived'
run unseen
ends 'a fault that its tests do not cover' 1 'unseen  *SURVIVED two' '0 killed, 1 survived'
run moved false
ends 'a patch that does not apply' 1 'moved  *SURVIVED: the patch does not apply' \
	'false  *killed by one' '1 killed, 1 survived'
run
ends 'all mutants' 1 '4 killed, 3 survived'
run -x
ends 'an unknown option' 2 "make mutants: unknown option '-x'; .*"
run none
ends 'an unknown mutant' 2 "make mutants: there is no mutant 'none'; see .*/tests/mutants"
sh "$srcdir/tests/mutants/mutants.sh" ../tests >out 2>&1
status=$?
ends 'no source tree' 2 "make mutants: '../tests' is no source tree; .*"

# The tests fail even without a mutant.
sed 's/-eq 42/-eq 0/' ../tree/tests/one.sh >one.sh
mv one.sh ../tree/tests/one.sh
run false
ends 'a tree that fails without a mutant' 2 \
	'make mutants: without a mutant these fail: one; mend them first'
rm ../tree/tests/one.sh
run false
ends 'a missing test' 2 'make mutants: make check TESTS="one" ends .*'
printf '#!/bin/sh\nsleep 30\n' >../tree/tests/one.sh
mutant hangs two 5 "$right" '  return 41;'
cat >../tree/tests/two.sh <<'END'
! grep -q 41 "$srcdir/answer.c" || sleep 30
echo ok 1 - two
echo 1..1
END
MUTANT_SECONDS=4 run hangs
ends 'a test that hangs' 0 'hangs  *killed by the time limit'
finish
