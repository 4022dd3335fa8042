#!/bin/sh
# run.sh - runs the tests and counts: make check, make check-all.
# SPDX-License-Identifier: MIT
#
# usage: run.sh [--all] [NAME]...
# In the folder that was configured.  A test is tests/NAME.sh, which speaks
# TAP, or runs Check programs, whose closing lines count too.  The slow ones,
# in tests/all/, run with --all or when named.

set -u
srcdir=$(cd "$(dirname "$0")/.." && pwd)
builddir=$(pwd)/build
TRAPGATE=$builddir/bin/trapgate
if [ ! -f config.mk ]; then
	echo "run.sh: nothing is configured here; run configure and make first" >&2
	exit 2
fi
mk () { sed -n "s/^$1 = *//p" config.mk; }
CC=$(mk CC)
VARIANTS=$(mk variants)
ARCHS=$(for v in $VARIANTS; do echo "${v%%-*}"; done | sort -u | tr '\n' ' ')
# How programs of each architecture run here: " i386=native x86_64=native ".
RUNS=' i386=native x86_64=native '
[ ! -f build/lib/trapgate/run.conf ] ||
	RUNS=" $(tr '\n' ' ' <build/lib/trapgate/run.conf)"
export srcdir builddir TRAPGATE CC VARIANTS ARCHS RUNS
unset TRAPGATE_LIB TRAPGATE_DATA MAKEFLAGS MAKELEVEL MFLAGS

all=
if [ "${1-}" = --all ]; then
	all=yes
	shift
fi
if [ $# -eq 0 ]; then
	set -- "$srcdir"/tests/*.sh
	for script in "$srcdir"/tests/all/*.sh; do
		[ -z "$all" ] || [ ! -f "$script" ] || set -- "$@" "$script"
	done
fi

passed=0 failed=0 skipped=0
for name; do
	name=${name##*/}
	name=${name%.sh}
	script=$srcdir/tests/$name.sh
	[ -f "$script" ] || script=$srcdir/tests/all/$name.sh
	case $name in
	run | tap) continue ;;
	esac
	if [ ! -f "$script" ]; then
		echo "run.sh: there is no test '$name'" >&2
		exit 2
	fi
	work=$builddir/check/$name
	rm -rf "$work"
	mkdir -p "$work" || exit 2
	began=$(date +%s)
	(cd "$work" && sh "$script") >"$work.log" 2>&1 </dev/null
	status=$?
	# TAP lines, and Check's: "98%: Checks: 50, Failures: 1, Errors: 0".
	counts=$(awk '
		/^ok .*# SKIP/ { s++; next }
		/^ok / { p++ }
		/^not ok / { f++ }
		/^1\.\.[0-9]+$/ { plan += substr($0, 4); planned = 1 }
		/^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
			gsub(/,/, "")
			p += $3 - $5 - $7
			f += $5 + $7
			planned = 1
			plan += $3
		}
		END {
			if (!planned || plan != p + f + s)
				f++
			print p + 0, f + 0, s + 0
		}' "$work.log")
	# shellcheck disable=SC2086
	set -- $counts
	# A test that ends badly after good lines has failed, too.
	if [ "$status" -ne 0 ] && [ "$2" -eq 0 ]; then
		set -- "$1" 1 "$3"
	fi
	passed=$((passed + $1)) failed=$((failed + $2)) skipped=$((skipped + $3))
	verdict=ok
	[ "$2" -eq 0 ] || verdict=FAILED
	printf '%-12s %5d passed %3d failed %3d skipped  %3d s  %s\n' \
		"$name" "$1" "$2" "$3" "$(($(date +%s) - began))" "$verdict"
	if [ "$2" -gt 0 ]; then
		grep -n -A 12 -E '^not ok|^[^ ]*:[0-9]+:[FE]:' "$work.log" | head -n 60
		echo "  exit status $status, whole output: $work.log"
	fi
	sed -n 's/^ok [0-9]*\( .*# SKIP\)/  skipped\1/p' "$work.log"
done
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
