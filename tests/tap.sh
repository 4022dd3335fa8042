# tap.sh - functions shared by the shell tests: TAP on stdout, a line for each result.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# run.sh sets for every test: srcdir, builddir (absolute), TRAPGATE (the command), CC,
# TARGETS (arch-libc pairs built), ARCHS, the same of architectures with a compiler of
# their own in CROSS_TARGETS, and an empty current directory.

set -u
tap_count=0
tap_failed=0

# pass TEXT; fail TEXT [FILE with diagnostics]; skip TEXT REASON
pass () {
	tap_count=$((tap_count + 1))
	printf 'ok %s - %s\n' "$tap_count" "$1"
}

fail () {
	tap_count=$((tap_count + 1))
	tap_failed=$((tap_failed + 1))
	printf 'not ok %s - %s\n' "$tap_count" "$1"
	[ $# -lt 2 ] || sed 's/^/# /' "$2" | head -n 40
}

skip () {
	tap_count=$((tap_count + 1))
	printf 'ok %s - %s # SKIP %s\n' "$tap_count" "$1" "$2"
}

# expect TEXT COMMAND...: passes if the command succeeds.
expect () {
	tap_text=$1
	shift
	if "$@" >tap.log 2>&1; then
		pass "$tap_text"
	else
		printf '%s\n' "failed ($?): $*" >>tap.log
		fail "$tap_text" tap.log
	fi
}

# is TEXT WANTED GOT: passes if the two are equal.
is () {
	[ "$2" = "$3" ] || printf 'want: %s\ngot:  %s\n' "$2" "$3" >tap.log
	if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" tap.log; fi
}

# empty TEXT FILE: passes if FILE is empty, else shows it.
empty () { if [ -s "$2" ]; then fail "$1" "$2"; else pass "$1"; fi; }

# judged FILE: reports the results of another program, one in each line: "TEXT|" passes,
# "TEXT|REASON" fails.
judged () {
	tap_lines=0
	while IFS='|' read -r tap_text tap_wrong; do
		tap_lines=$((tap_lines + 1))
		if [ -z "$tap_wrong" ]; then
			pass "$tap_text"
		else
			printf '%s\n' "$tap_wrong" >tap.log
			fail "$tap_text" tap.log
		fi
	done <"$1"
	[ "$tap_lines" -gt 0 ] || fail "$1 has results"
}

# refuse TEXT STATUS PATTERN COMMAND...: passes if the command exits with
# STATUS and a line of its stderr matches the basic regular expression.
refuse () {
	tap_text=$1 tap_want=$2 tap_line=$3
	shift 3
	"$@" >tap.out 2>tap.log
	tap_got=$?
	if [ "$tap_got" -eq "$tap_want" ] && grep -q -e "$tap_line" tap.log; then
		pass "$tap_text"
	else
		printf '%s\n' "want status $tap_want and: $tap_line; got status $tap_got" >>tap.log
		fail "$tap_text" tap.log
	fi
}

# fails_with STATUS PART TEXT LINE COMMAND...: passes if the command, a part of trapgate,
# prints "trapgate PART: LINE" on stderr and nothing else, and exits with STATUS.  Leaves
# its output in out and err.
fails_with () {
	tap_want=$1 tap_text=$3 tap_line="trapgate${2:+ $2}: $4"
	shift 4
	"$@" >out 2>err
	tap_got=$?
	if [ "$tap_got" -eq "$tap_want" ] && [ ! -s out ] && [ "$(wc -l <err)" -eq 1 ] &&
		grep -q -x -e "$tap_line" err; then
		pass "$tap_text"
	else
		printf '%s\n' "status $tap_got; wanted $tap_want and: $tap_line" >>err
		fail "$tap_text" err
	fi
}
error_of () { fails_with 2 "$@"; }

# sweep FIRST OTHER...: prints the values to test: FIRST in make check, all of them in
# make check-all, by a script in tests/all/ that sets SWEEP=all.
sweep () {
	if [ "${SWEEP-}" = all ]; then printf '%s\n' "$@"; else printf '%s\n' "$1"; fi
}

# The compiler's flag for an architecture.
flag_of () { sed -n 's/^arch_flag=//p' "$srcdir/sysdeps/$1/arch.sh"; }

# The architectures for which programs without a libc can be built.
none_archs () {
	for tap_target in $TARGETS; do
		case $tap_target in
		generic-*) ;;
		*-none) printf '%s\n' "${tap_target%-none}" ;;
		esac
	done
}

# linker_arguments FILE COMMAND...: records how the compiler driver COMMAND, which links
# main.o, calls the linker: the arguments before main.o in FILE.1, those after it in
# FILE.2.  A link "ld @FILE.1 x.o @FILE.2" is one process.
linker_arguments () {
	tap_file=$1
	shift
	"$@" '-###' 2>&1 | awk -v file="$tap_file" '
		!/^ *"?[^ ]*\/(collect2|ld(\.[a-z]+)?)"? / { next }
		!sub(/^ *[^ ]* /, "") || !match($0, /"?main\.o"?( |$)/) { next }
		{
			gsub(/"?-plugin(-opt=[^ ]*|"? [^ ]*)/, "")
			match($0, /"?main\.o"?( |$)/)
			print substr($0, 1, RSTART - 1) >(file ".1")
			print substr($0, RSTART + RLENGTH) >(file ".2")
		}'
}

# --- Programs of an architecture run in the way that configure found: $RUNS.

# on ARCH [--with=FILE]... PROGRAM ARG...: runs it, in a guest with the files named.
on () {
	tap_arch=$1
	shift
	how "$tap_arch"
	if [ "$tap_how" = native ]; then
		while :; do
			case $1 in
			--with=*) shift ;;
			*) break ;;
			esac
		done
		"$@"
	else
		"$builddir/libexec/trapgate/run" --arch="$tap_arch" "$@"
	fi
}

# how ARCH: sets tap_how to native, guest, user or none.
how () {
	tap_how=${RUNS#* "$1"=}
	tap_how=${tap_how%% *}
}

# runs ARCH: succeeds if its programs run here in some way.  faithful ARCH: succeeds if
# they run on a real kernel, with seccomp, ptrace, and every socket call.
runs () { how "$1" && [ "$tap_how" != none ]; }
faithful () {
	how "$1"
	case $tap_how in
	native | guest) ;;
	*) return 1 ;;
	esac
}

# cannot_run ARCH TEXT: one skip line for a test that cannot run.
cannot_run () {
	how "$1"
	case $tap_how in
	user) skip "$2" "$1 runs by qemu-user, which is no kernel; ./bootstrap guest" ;;
	*) skip "$2" "no $1 program runs here; ./bootstrap guest gets a kernel that can" ;;
	esac
}

# expect_on ARCH TEXT [--with=FILE]... PROGRAM ARG...: expect for a program of ARCH.  If
# none runs, a test prints one skip line for all of them.
tap_cannot=
expect_on () {
	if runs "$1"; then
		tap_text=$2 tap_arch=$1
		shift 2
		expect "$tap_text" on "$tap_arch" "$@"
		return
	fi
	case $tap_cannot in
	*" $1 "*) ;;
	*)
		tap_cannot="$tap_cannot $1 "
		cannot_run "$1" "programs of $1 run"
		;;
	esac
}

# tracer OUTPUT SOURCE...: builds one of our tracers with their shared library, for use
# in a guest, too.
tracer () {
	tap_tool=$1 tap_static=
	shift
	for tap_arch in $ARCHS; do
		how "$tap_arch"
		[ "$tap_how" != guest ] || tap_static=-static
	done
	# shellcheck disable=SC2086	# CC may hold options.
	$CC -std=gnu11 -O2 -Wall -Wextra -Werror $tap_static -o "$tap_tool" \
		"$@" "$srcdir"/tools/ptrace/*.c
}

# with_tool TOOL: prints the --with= options that run this system's TOOL by on.
. "$srcdir/tools/run/how.sh"

. "$srcdir/tests/copy-source.lib"

# The last line of every test.
finish () {
	printf '%s\n' "1..$tap_count"
	exit $((tap_failed > 0))
}
