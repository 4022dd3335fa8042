# time.sh - nanoseconds of each call and of real work, for all implementations.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# BENCH_SECONDS: how long to measure [100]; BENCH_PASSES: a number of passes
# instead; BENCH_SEED: to repeat the order of an earlier run.
#
# Every implementation is linked with the same driver (time/), which times blocks of
# calls, each paired with a block of the same calls in line: the limit.  The runner
# (runner/) starts them in random order on one CPU, pass by pass; stats.awk computes
# medians, quartiles and ratios.
#
# time/calls.h and time/work.h define the timed items: the 20 calls with descriptor
# -1, where the share of the library is largest; two that succeed; and real work,
# checked, between two sockets of one process:
#	pingpong	a byte there and back, over a pair of AF_UNIX datagrams
#	udp, tcp	a request of 32 bytes and its answer, over the loopback
#	stream-SIZE	a message of SIZE bytes through TCP, of 64 bytes 16 in
#			a row

. "${srcdir:?}/bench/steps.sh"

die () {
	printf '%s\n' "trapgate bench: $1" >&2
	exit 2
}

count () { # NAME VALUE
	case $2 in
	'' | *[!0-9]* | ?????????*) die "$1='$2' is no number; leave it out or give one" ;;
	esac
}

seconds=${BENCH_SECONDS-100} passes=${BENCH_PASSES-0}
seed=${BENCH_SEED-$(date +%s | cut -c 3-)}
count BENCH_SECONDS "$seconds"
count BENCH_PASSES "$passes"
count BENCH_SEED "$seed"
time_work=$bench_work/time
mkdir -p "$time_work" || exit 2

build_runner () {
	cpu=$($CC -dumpmachine)
	native=
	for file in "$srcdir"/sysdeps/*/arch.sh; do
		. "$file"
		case " $arch_aliases " in
		*" ${cpu%%-*} "*) native=$(basename "${file%/*}") ;;
		esac
	done
	[ -f "$srcdir/sysdeps/$native/bench/clock.h" ] ||
		die "sysdeps/<arch>/bench/clock.h is not written for ${cpu%%-*}"
	# shellcheck disable=SC2086	# CC may hold options.
	$CC -std=gnu11 -O2 -Wall -Wextra -I"$srcdir/sysdeps/$native/bench" \
		-o "$time_work/runner" "$srcdir"/bench/runner/*.c
}

# The functions have the same alignment to cache lines in every program.
build_driver () { # IMPLEMENTATION ARCH OUTPUT
	impl_cc "$1" "$2" "$3" -std=gnu11 -O2 -ffreestanding -fno-stack-protector \
		-falign-functions=64 -Wall -Wextra -I"$time_work/$2" \
		-I"$srcdir/sysdeps/$2/bench" -I"$srcdir/include/internal" \
		"$srcdir"/bench/time/*.c
}

# Prints a line of the plan for each item of the implementation.
plan () { # ARCH IMPLEMENTATION PROGRAM
	plan_calls=$(impl_calls "$2" "$1" | tr '\n' ' ')
	"$3" >"$3.items" || return
	awk -v calls=" $plan_calls" -v words="$1 $2" -v program="$3" '
		$1 != "call" || index(calls, " " $2 " ") {
			print words, $0, program
		}' "$3.items"
}

build_runner || exit 2
: >"$time_work/plan"
status=0
for arch in $bench_archs; do
	mkdir -p "$time_work/$arch"
	awk -v srcdir="$srcdir" -v arch="$arch" -v libc=none -v single=direct \
		-f "$srcdir/tests/stubs.awk" </dev/null |
		awk -f "$srcdir/bench/time/limit.awk" \
			>"$time_work/$arch/limit-calls.h" || exit 2
	bench_timed "$arch" times || continue
	for impl in $(bench_impls "$arch"); do
		bench_say "driver, $arch, $impl"
		program=$time_work/$arch/$(printf '%s\n' "$impl" | tr / -)
		if ! build_driver "$impl" "$arch" "$program" ||
			! plan "$arch" "$impl" "$program" >>"$time_work/plan"; then
			printf '%s\n' "trapgate bench: $arch, $impl: is not timed" >&2
			status=1
		fi
	done
done
time_long="about $seconds s"
[ "$passes" -eq 0 ] || time_long="$passes passes"
bench_say "times of $(grep -c . "$time_work/plan") things, $time_long, seed $seed"
"$time_work/runner" "$time_work/plan" "$seconds" "$passes" "$seed" \
	>"$time_work/raw" || exit 2
sort -s -n -k 1,1 "$time_work/raw" >"$time_work/sorted" || exit 2
awk -f "$srcdir/bench/time/quantile.awk" -f "$srcdir/bench/time/stats.awk" \
	"$time_work/sorted" || exit 2
exit $status
