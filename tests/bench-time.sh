# bench-time.sh - the timed part of make bench: its rows and its errors.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# No figure is judged here, only that each is there and follows from the raw times.

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${ARCHS:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"

# --- The statistics, from invented numbers: 1 tick is 1 ns.

stats () { # file
	sort -s -n -k 1,1 "$1" | awk -f "$srcdir/bench/time/quantile.awk" \
		-f "$srcdir/bench/time/stats.awk"
}
cat >raw <<'EOT'
2 m glibc call bind 1 8 1 8 1
0 m ours call listen 10 400 100 100 50
1 m ours call bind 1 2 1 2 1
0 m ours call listen 10 300 200 200 100
3 m glibc call listen 10 1000 100 500 100
4 m ours work udp 2 30 20
5 m other call listen 10 900 300
# mhz 1000
# passes 2
EOT
stats raw >rows 2>err
has () { # TEXT IMPLEMENTATION ITEM METRIC VALUE
	if awk -v impl="$2" -v item="$3" -v metric="$4" -v value="$5" '
		BEGIN { FS = "\t" }
		NF == 6 && $1 == (item == "udp" ? "work" : "time") && $2 == "m" &&
		$3 == impl && $4 == item && $5 == metric {
			found++
			right = $6 "" == value ""
		}
		END { exit !(found == 1 && right) }' rows; then
		pass "statistics: $1"
	else
		fail "statistics: $1" rows
	fi
}
has 'the median is between the two in the middle' ours listen ns 25.00
has 'the lower quartile is interpolated' ours listen q1 17.50
has 'the upper quartile is interpolated' ours listen q3 32.50
has 'ratios are of pairs, not of medians' ours listen to-inline 2.0000
has 'the lower quartile of the ratios' ours listen to-inline-q1 1.8750
has 'the upper quartile of the ratios' ours listen to-inline-q3 2.5000
has 'the ratio to glibc is of the ratios to the limit' ours listen to-glibc 0.2667
has 'the geometric mean over calls' ours geomean to-inline 2.0000
has 'another geometric mean' glibc geomean to-inline 7.7460
has 'the geometric mean to glibc' ours geomean to-glibc 0.2582
expect 'statistics: an inline block that is slow is reported' grep -q -x \
	'bench: m other listen: doubtful, its block in line took 30.0 ns, and 10.0 .*' err
expect 'statistics: one that is not slow is not' sh -c '! grep -q ours err'
has 'a single sample is its median' ours udp ns 15.00
expect 'statistics: parameters of the run' \
	grep -q -x "run	-	-	tsc-mhz	text	1000" rows
expect 'statistics: no ratio to a missing library' \
	sh -c '! grep -q to-minimal rows'
sed '/mhz/d' raw >bad
refuse 'statistics: times without a rate' 2 'no line # mhz' stats bad
echo '7 m ours call listen 10 400' >bad
refuse 'statistics: half a pair' 2 'line 1 of the raw times is no run' stats bad
echo '7 m ours call listen 10 400 0' >bad
refuse 'statistics: a time of zero' 2 'line 1 .* block of no time' stats bad

# --- A quick run of one architecture.

arch=
for one in $ARCHS; do
	case " $TARGETS " in
	*" $one-none "*) [ "$one" = generic ] || arch=$one ;;
	esac
done
if [ -z "$arch" ]; then
	skip 'a quick run' 'no architecture was built without a libc'
	finish
fi
builddir=${TRAPGATE%/bin/*}
bench_work=$PWD/work bench_archs=$arch
. "$srcdir/sysdeps/$arch/arch.sh"
ours=trapgate/${arch_routes%% *}-${arch_entries%% *}
bench_impls="minimal inline glibc $ours"
export builddir bench_work bench_archs bench_impls
mkdir "$bench_work"
quick () { # VARIABLE=VALUE...
	env "$@" sh "$srcdir/bench/time.sh"
}
if quick BENCH_PASSES=1 BENCH_SEED=7 >rows 2>log; then
	pass 'a quick run'
else
	fail 'a quick run' log
fi
. "$srcdir/bench/steps.sh"
bench_impls "$arch" >impls
awk -v arch="$arch" -v calls="$(printf '%s\n' "$impls_calls" | tr '\n' ' ')" '
	BEGIN { FS = "\t" }
	FILENAME == "impls" { impl[++impls] = $1; next }
	NF != 6 { print "columns: " $0 }
	$1 == "run" { run = run " " $4; next }
	!($6 > 0) { print "not positive: " $0 }
	$2 != arch || seen[$3, $4, $5]++ { print "not once: " $0 }
	$3 == "glibc" && $5 == "to-glibc" && $6 != 1 { print "not 1: " $0 }
	{ table[$4] = $1 }
	function want(s, item, metrics,   i, n, metric) {
		n = split(metrics, metric, " ")
		for (i = 1; i <= n; i++)
			if (!((s, item, metric[i]) in seen))
				print "missing: " s " " item " " metric[i]
	}
	END {
		ratios = "to-inline to-minimal" (("glibc", "listen", "ns") in seen ? \
			" to-glibc" : "")
		one = "ns q1 q3 to-inline-q1 to-inline-q3 " ratios
		n = split(calls "getsockname_ok getsockopt_ok pingpong udp tcp " \
			"stream-64 stream-65536", item, " ")
		for (i = 1; i <= impls; i++) {
			for (j = 1; j <= n; j++)
				want(impl[i], item[j], one)
			want(impl[i], "geomean", ratios)
		}
		if (table["udp"] != "work" || table["listen"] != "time")
			print "wrong table"
		if (run != " tsc-mhz passes seed")
			print "run:" run
		if (impls < 3)
			print "only " impls " impls"
	}' impls rows >err
if [ -s err ]; then
	fail 'every row occurs once, and is positive' err
else
	pass 'every row occurs once, and is positive'
fi
refuse 'BENCH_SECONDS is no number' 2 "BENCH_SECONDS='soon' is no number" \
	quick BENCH_SECONDS=soon

# --- The driver.

driver=$bench_work/time/$arch/minimal
refuse 'driver: no rounds' 1 'usage' "$driver" listen 0
refuse 'driver: too many rounds' 1 'usage' "$driver" listen 1001
refuse 'driver: an unknown item' 1 'lesten: there is no such item' "$driver" lesten 3
expect 'driver: 16 bytes a round' [ "$("$driver" listen 5 | wc -c)" -eq 80 ]
# A libc that returns a wrong result: the program's own function replaces it.
cat >wrong.c <<'EOT'
#include <sys/socket.h>
int listen (int fd, int backlog) { return 0; }
ssize_t recv (int fd, void *data, size_t size, int flags) { return size; }
EOT
if impl_cc "$ours" "$arch" wrong -O2 -I"$bench_work/time/$arch" \
	-I"$srcdir/sysdeps/$arch/bench" -I"$srcdir/include/internal" \
	-ffreestanding wrong.c \
	"$srcdir"/bench/time/*.c 2>log; then
	refuse 'driver: a call that fails to fail' 1 \
		'listen: a call gave a wrong result' ./wrong listen 3
	refuse 'driver: a missing byte' 1 \
		'pingpong: a call gave a wrong result' ./wrong pingpong 3
else
	fail 'a driver with wrong calls is built' log
fi

# --- The runner.

runner=$bench_work/time/runner
plan () { # PROGRAM: prints a plan of three lines
	for item in listen bind socket; do
		printf '%s\n' "$arch minimal call $item 200 $1"
	done >plan
}
order () { # SEED: prints the order of the runs
	"$runner" plan 0 8 "$1" | awk '!/^#/ { printf "%s", $1 }'
}
plan "$driver"
first=$(order 1)
expect 'runner: the same seed gives the same order' [ "$first" = "$(order 1)" ]
expect 'runner: another seed gives another order' [ "$first" != "$(order 2)" ]
expect 'runner: 8 passes of 3 are 24 runs' [ ${#first} -eq 24 ]
"$runner" plan 1 0 1 >raw
passes=$(sed -n 's/^# passes //p' raw)
expect 'runner: it stops when the time is up' [ "$passes" -ge 3 ]
expect 'runner: only whole passes' \
	[ "$(grep -c '^[0-9]' raw)" -eq $((3 * passes)) ]
refuse 'runner: no plan' 2 'nowhere: No such file' "$runner" nowhere 1 1 1
refuse 'runner: a wrong number' 2 "'x' is no number of passes" "$runner" plan 1 x 1
plan "$PWD/nowhere"
refuse 'runner: a missing program' 2 'nowhere: No such file' "$runner" plan 1 1 1
program () { # COMMANDS: writes a driver
	printf '#!/bin/sh\n%s\n' "$1" >program && chmod +x program
	plan "$PWD/program"
}
program 'echo some; exit 0'
refuse 'runner: incomplete output' 2 'exit status 0, 5 of 48 bytes' "$runner" plan 1 1 1
program 'head -c 48 /dev/zero; exit 3'
refuse 'runner: a driver that fails' 2 'exit status 3, 48 of 48' "$runner" plan 1 1 1
program 'exec sleep 60'
refuse 'runner: a driver that hangs is killed and named' 2 'ended by signal 14' \
	"$runner" plan 1 1 1
echo 'm minimal call listen' >plan
refuse 'runner: a wrong line' 2 'plan:1: is not: ARCH' "$runner" plan 1 1 1

finish
