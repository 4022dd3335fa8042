#!/bin/sh
# check.sh - what the directory of an architecture lacks or has wrong, step by step.
# SPDX-License-Identifier: MIT
#
# usage: check.sh SRCDIR BUILDDIR ARCH [STEP...]
# The steps, facts, numbers, macros, files, stubs and build, are those of HACKING.md, "Add
# an architecture".  Prints what is missing and what that costs; exits with 1 if a required
# part is missing or wrong.  CC, from the environment, is the compiler of the build machine.

set -u
srcdir=$(cd "$1" && pwd) builddir=$(cd "$2" && pwd) arch=$3
shift 3
steps=$*
: "${CC:=gcc}"
LC_ALL=C
export LC_ALL CC
directory=$srcdir/sysdeps/$arch
if [ -z "$arch" ] || [ ! -f "$directory/arch.sh" ]; then
	printf '%s\n' "port-check: there is no sysdeps/$arch/arch.sh; give ARCH=, of: $(
		cd "$srcdir/sysdeps" && echo */arch.sh | sed 's,/arch\.sh,,g')" >&2
	exit 2
fi
temporary=$(mktemp -d) || exit 2
trap 'rm -rf "$temporary"' EXIT
trap 'exit 2' HUP INT TERM
. "$srcdir/gen/port/stubs.sh"
. "$srcdir/gen/port/numbers.sh"
. "$srcdir/gen/port/steps.sh"
cd "$temporary" || exit 2

failed=0 number=0
step () {
	number=$((number + 1))
	printf '%s\n' "$number. $1"
}
right () { printf '   ok       %s\n' "$1"; }
without () { printf '   without  %s\n' "$1"; }
lacks () {
	printf '   LACKS    %s\n' "$1"
	failed=1
}
wrong () { # text, file with more
	printf '   WRONG    %s\n' "$1"
	[ $# -lt 2 ] || head -n 5 "$2" | sed 's/^/            /'
	failed=1
}
# tried TEXT COMMAND...: right if the command succeeds and prints nothing.
tried () {
	text=$1
	shift
	if "$@" >log 2>&1 && [ ! -s log ]; then right "$text"; else wrong "not $text" log; fi
}

# Whether a step is selected; without STEPS, all are.
selected () {
	case " ${steps:-$1} " in
	*" $1 "*) ;;
	*) return 1 ;;
	esac
}

port_compiler "$arch"
: >ours
if [ -f "$directory/numbers.tbl" ]; then
	rows "$directory/numbers.tbl" >ours
	port_generate "$arch" none generated >generator 2>&1
fi
for one in facts numbers macros files; do
	if selected "$one"; then
		step "$one"
		"check_$one"
	fi
done
if [ -z "$port_cc" ] || [ -z "$port_as" ]; then
	lacks "a compiler and an assembler: $arch_gnu-gcc; ./bootstrap cross-$arch"
	exit 1
fi
if selected stubs; then
	step stubs
	for libc in none glibc; do
		check_stubs "$libc"
	done
fi
if [ "$failed" = 1 ]; then
	[ -n "$steps" ] || echo "Stopped here: mend this first."
	exit 1
fi
if selected build; then
	step "build, with $port_cc"
	! check_build || {
		step programs
		check_programs
	}
fi
[ "$failed" = 1 ] || echo "Complete."
exit "$failed"
