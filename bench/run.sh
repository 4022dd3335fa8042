#!/bin/sh
# run.sh - make bench: measures trapgate and its baselines, and judges its goals.
# SPDX-License-Identifier: MIT
#
# usage: run.sh [PART]...	in the directory that was configured
# Parts: counts bytes programs growth beside time ports; without any, all of them.  The figures
# go to build/bench/results.tsv (BENCH_OUT: another directory), readable tables and
# the goals to stdout, progress to stderr.  Exit 1 if a counted goal is short, any
# goal has no figure, or a part failed.  The columns of results.tsv, tabs between:
#	table architecture implementation item metric value
#	run		-, -, name, text: the conditions of the run
#	instructions	call; success, error, and -vdso for each; cancels: success in a
#			program that cancels threads
#	bytes		call: code; 20-calls: functions, link-text, stubs
#	program		program; file, text, calls-before-main, exec-ns ...
#	growth		the metric in column item; X as metric, Y as value
#	beside		see beside.sh
#	ports		call; success, error: instructions; code: bytes; 20-calls:
#			functions; see ports.sh
#	time, work	see time.sh
#	goal		verdict, text, goal and got in the last four

set -u
srcdir=$(cd "$(dirname "$0")/.." && pwd)
builddir=$(pwd)/build
die () {
	printf '%s\n' "trapgate bench: $1" >&2
	exit 2
}
[ -f config.mk ] || die "nothing is configured here; run ./configure and make first"
mk () { sed -n "s/^$1 = *//p" config.mk; }
TRAPGATE=$builddir/bin/trapgate
CC=$(mk CC)
# Those with a compiler of its own are measured by the part ports alone.
TARGETS='' CROSS_TARGETS='' crosses=" $(mk cross) "
for v in $(mk targets); do
	case $crosses in
	*" ${v%-*} "*) CROSS_TARGETS="$CROSS_TARGETS $v" ;;
	*) TARGETS="$TARGETS $v" ;;
	esac
done
bench_out=${BENCH_OUT:-$builddir/bench}
bench_work=$bench_out/work
# BENCH_ARCHS, BENCH_IMPLEMENTATIONS: only those of the available ones.
bench_archs=${BENCH_ARCHS:-$(for v in $TARGETS; do printf '%s\n' "${v%%-*}"; done |
	grep -v -x generic | sort -u | tr '\n' ' ')}
bench_impls=${BENCH_IMPLEMENTATIONS-}
# The other parts measure those of the configured compiler.
all_archs=$bench_archs bench_archs=
for arch in $all_archs; do
	case $crosses in
	*" $arch "*) ;;
	*) bench_archs="$bench_archs$arch " ;;
	esac
done
export srcdir builddir TRAPGATE CC TARGETS CROSS_TARGETS bench_work bench_archs bench_impls
unset TRAPGATE_LIB TRAPGATE_DATA MAKEFLAGS MAKELEVEL MFLAGS
LC_ALL=C
export LC_ALL
for arch in ${all_archs:-none}; do
	case " $TARGETS $CROSS_TARGETS " in
	*" $arch-none "*) ;;
	*) die "nothing without a libc for $arch; configure it with --enable-libcs=\
none,glibc,musl, and --enable-archs= of archs that have calls" ;;
	esac
done

[ $# -gt 0 ] || set -- counts bytes programs growth beside time ports
for part; do
	case $part in
	counts | bytes | programs | growth | beside | time | ports) ;;
	*) die "there is no part '$part'; give counts, bytes, programs, growth, beside, time \
or ports" ;;
	esac
done

rm -rf "$bench_work"
mkdir -p "$bench_work" || die "cannot write to $bench_out"
results=$bench_out/results.tsv
began=$(date +%s)
echo '# trapgate bench, format 1' >"$results.new"
sh "$srcdir/bench/facts.sh" >>"$results.new"
. "$srcdir/bench/steps.sh"
for arch in $bench_archs; do
	impls_missing "$arch" | sed "s/^/bench: $arch, not there: /" >&2
done

# Parts run in this order, whatever the order of the arguments.
status=0 tables=
for part in counts bytes programs growth beside time ports; do
	case " $* " in
	*" $part "*) ;;
	*) continue ;;
	esac
	[ -f "$srcdir/bench/$part.sh" ] || continue
	sh "$srcdir/bench/$part.sh" >>"$results.new" || {
		printf '%s\n' "trapgate bench: part $part failed; see above" >&2
		status=1
	}
	case $part in
	counts) tables="$tables instructions" ;;
	programs) tables="$tables program" ;;
	time) tables="$tables time work" ;;
	*) tables="$tables $part" ;;
	esac
done
printf 'run\t-\t-\tseconds\ttext\t%s\n' "$(($(date +%s) - began))" >>"$results.new"

uncounted='' untimed=''
for arch in $bench_archs; do
	bench_how "$arch"
	case $how in
	native) ;;
	guest) untimed="$untimed $arch" ;;
	*) uncounted="$uncounted $arch" ;;
	esac
done
calls=$(printf '%s\n' "$impls_calls" | tr '\n' ' ')
awk -v tables="$tables" -v archs="$bench_archs $crosses" -v calls="$calls" \
	-v uncounted="$uncounted" -v untimed="$untimed" \
	-f "$srcdir/bench/goals.awk" "$srcdir/bench/goals.txt" "$results.new" \
	>"$bench_work/goals" || status=1
cat "$bench_work/goals" >>"$results.new" || die "cannot write to $bench_out; is there room?"
mv "$results.new" "$results" || exit 2
awk -v calls="$calls" -f "$srcdir/bench/tables.awk" "$results" 2>/dev/null ||
	die 'cannot write to standard output; is there room?'
awk -f "$srcdir/bench/ports-table.awk" "$results"
exit $status
