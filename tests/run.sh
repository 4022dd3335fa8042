#!/bin/sh
# run.sh - runs one test of make check, or adds up the results of several.
# SPDX-License-Identifier: MIT
#
# usage: run.sh NAME
#        run.sh --sum NAME...
# In the build directory.  A test is tests/NAME.sh or, if it is slow,
# tests/all/NAME.sh; it prints TAP, or runs Check programs, whose last lines count, too.
# A failed test does not make run.sh fail, so that make runs the others; --sum, at the
# end, does.

set -u
srcdir=$(cd "$(dirname "$0")/.." && pwd)
builddir=$(pwd)/build
TRAPGATE=$builddir/bin/trapgate
if [ ! -f config.mk ]; then
	echo "run.sh: nothing is configured here; run configure and make first" >&2
	exit 2
fi
if [ "${1-}" = --sum ]; then
	shift
	for name; do
		shift
		set -- "$@" "$builddir/check/$name.counts"
	done
	exec awk '{ p += $1; f += $2; s += $3 }
		END {
			print p + 0 " passed, " f + 0 " failed, " s + 0 " skipped"
			exit f > 0 || p == 0
		}' "$@"
fi

name=$1
script=$srcdir/tests/$name.sh
[ -f "$script" ] || script=$srcdir/tests/all/$name.sh
if [ ! -f "$script" ]; then
	printf '%s\n' "run.sh: there is no test '$name'" >&2
	exit 2
fi
crosses=
while read -r word equals value; do
	case $word$equals in
	CC=) CC=$value ;;
	targets=) TARGETS=$value ;;
	cross=) crosses=$value ;;
	esac
done <config.mk
# What a test of every target runs natively; those of another architecture, which has
# a compiler of its own, are in CROSS_TARGETS.
ARCHS='' CROSS_TARGETS='' built=$TARGETS TARGETS=
for target in $built; do
	case " $crosses " in
	*" ${target%%-*} "*)
		CROSS_TARGETS="$CROSS_TARGETS$target "
		continue
		;;
	esac
	TARGETS="$TARGETS$target "
	case " $ARCHS " in
	*" ${target%%-*} "*) ;;
	*) ARCHS="$ARCHS${target%%-*} " ;;
	esac
done
# How programs of each architecture run here: " i386=native x86_64=native ".
RUNS=' i386=native x86_64=native '
[ ! -f build/lib/trapgate/run.conf ] ||
	RUNS=" $(tr '\n' ' ' <build/lib/trapgate/run.conf)"
export srcdir builddir TRAPGATE CC TARGETS ARCHS CROSS_TARGETS RUNS
unset TRAPGATE_LIB TRAPGATE_DATA TRAPGATE_CC TRAPGATE_CC_RUNS MAKEFLAGS MAKELEVEL MFLAGS

work=$builddir/check/$name
rm -rf "$work" "$work.counts"
mkdir -p "$work" || exit 2
began=$(date +%s)

# A signal must end all of the test: commands that a shell starts in the background
# ignore SIGINT, and would go on.  So it gets a process group of its own, and the default
# action for these signals.
end () { # SIGNAL
	trap '' HUP INT TERM
	kill -s TERM -- "-$group" || kill -s TERM "$group"
	tries=0
	while kill -s 0 -- "-$group" && [ $((tries += 1)) -lt 50 ]; do
		sleep 0.1
	done
	kill -s KILL -- "-$group"
	trap - "$1"
	kill -s "$1" $$
} 2>/dev/null
if env --default-signal=INT true 2>/dev/null; then
	(cd "$work" && exec env --default-signal=INT,QUIT setsid sh "$script") \
		>"$work.log" 2>&1 </dev/null &
	group=$!
	for signal in HUP INT TERM; do
		# shellcheck disable=SC2064	# Now.
		trap "end $signal" "$signal"
	done
	wait "$group"
else
	(cd "$work" && sh "$script") >"$work.log" 2>&1 </dev/null
fi
status=$?
trap - HUP INT TERM

# TAP lines, and Check's: "98%: Checks: 50, Failures: 1, Errors: 0".  The report on a
# test is written at once, as others run at the same time.
awk -v name="$name" -v status="$status" -v seconds="$(($(date +%s) - began))" \
	-v output="$work.log" -v counts="$work.counts" '
	/^ok .*# SKIP/ {
		s++
		sub(/^ok [0-9]*/, "")
		why = $0
		sub(/.*# SKIP/, "# SKIP", why)
		if (!times[why]++) {
			reason[++reasons] = why
			text[why] = $0
		}
		next
	}
	/^ok / { p++ }
	/^not ok / { f++ }
	/^1\.\.[0-9]+$/ { plan += substr($0, 4); planned = 1 }
	/^[0-9]+%: Checks: [0-9]+, Failures: [0-9]+, Errors: [0-9]+$/ {
		line = $0
		gsub(/,/, "", line)
		split(line, word, " ")
		p += word[3] - word[5] - word[7]
		f += word[5] + word[7]
		planned = 1
		plan += word[3]
	}
	# Lines to show whatever the result is, as of a table.
	/^#> / { table = table "  " substr($0, 4) "\n" }
	# The first lines of each failure.
	/^not ok/ || /^[^ ]*:[0-9]+:[FE]:/ { more = 13 }
	more-- > 0 && ++shown <= 60 { failures = failures "  " FNR ": " $0 "\n" }
	# One line for each reason.
	function skips(   i, line, all) {
		for (i = 1; i <= reasons; i++) {
			line = text[reason[i]]
			if (times[reason[i]] > 1)
				sub(/ # SKIP/, " and " times[reason[i]] - 1 " more&", line)
			all = all "  skipped" line "\n"
		}
		return all
	}
	END {
		if (!planned || plan != p + f + s)
			f++
		# A test whose exit status is not 0 has failed, even if all lines are ok.
		if (status && !f)
			f = 1
		printf "%-13s %5d passed %3d failed %3d skipped  %3d s  %s\n%s%s%s", name, \
			p, f, s, seconds, f ? "FAILED" : "ok", \
			f ? failures "  exit status " status ", whole output: " output \
			"\n" : "", skips(), table
		print p + 0, f + 0, s + 0 > counts
	}' "$work.log"
