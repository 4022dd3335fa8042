# programs.sh - two whole programs: their size, start-up and exec to exit.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# file: linked for size; file-tuned: the same without the padding between segments;
# text, data, bss: of the tuned file; calls-before-main, faults (after exec) and
# peak-kib: of one run; exec-ns: from vfork to the end, as the median of rounds that
# take the programs in turn, and its quartiles.

. "${srcdir:?}/bench/steps.sh"

small="-Os -DMINIMAL_APART -ffunction-sections -fdata-sections -Wl,--gc-sections"
tuned="-Wl,-z,noseparate-code -Wl,-z,norelro -Wl,--build-id=none"
rounds=${bench_rounds:-10}
measure=${TRAPGATE%/bin/*}/libexec/trapgate/compare.d/measure
status=0

row () { # ARCH IMPLEMENTATION PROGRAM METRIC VALUE
	printf 'program\t%s\t%s\t%s\t%s\t%s\n' "$@"
}

# Prints the named lines of measure as rows; "-" is not a figure.
measured () { # MODE KEY...
	mode=$1
	shift
	bench_on "$arch" --with="$at" "$measure" --mode="$mode" "$at" >"$at.told" || {
		bench_say "measure --mode=$mode failed: $at"
		return 1
	}
	grep -q '^status	exit 0$' "$at.told" || {
		bench_say "$impl, $arch: $program ended badly: $(
			sed -n 's/^status	//p' "$at.told")"
		return 1
	}
	for key; do
		value=$(sed -n "s/^$key	//p" "$at.told")
		case $value in
		'' | -) bench_say "measure printed no $key of $at"; return 1 ;;
		esac
		row "$arch" "$impl" "$program" "$key" "$value"
	done
}

# shellcheck disable=SC2086	# The flags are words.
one () { # sizes and counts of $program, $impl, $arch
	at=$bench_work/$arch-$(printf '%s\n' "$impl" | tr / -)-$program
	source=$srcdir/bench/$program.c
	impl_cc "$impl" "$arch" "$at" $small -s "$source" || return
	row "$arch" "$impl" "$program" file "$(wc -c <"$at")"
	# The tuned one is run below; the symbols are needed to find main.
	impl_cc "$impl" "$arch" "$at" $small $tuned "$source" || return
	strip -s -o "$at.small" "$at" || return
	row "$arch" "$impl" "$program" file-tuned "$(wc -c <"$at.small")"
	size "$at.small" | awk 'NR == 2 { print "text " $1 "\ndata " $2 "\nbss " $3 }' |
		while read -r key value; do
			row "$arch" "$impl" "$program" "$key" "$value"
		done
	measured count calls-before-main && measured trace faults peak-kib
}

for arch in $bench_archs; do
	bench_counted "$arch" programs || continue
	for impl in $(bench_impls "$arch"); do
		bench_say "programs, $arch, $impl"
		for program in socket-close-exit echo-pair; do
			one || status=1
		done
	done
done

# --- Exec to exit.  Rounds take each program in turn, so that other load on the
# system affects all alike; the first of a few consecutive runs has cold caches.
pin=
! command -v taskset >/dev/null || pin="taskset -c $(
	sed -n 's/^Cpus_allowed_list:.*[^0-9]\([0-9]*\)$/\1/p' /proc/self/status)"
for arch in $bench_archs; do
	bench_timed "$arch" "exec to exit" || continue
	for impl in $(bench_impls "$arch"); do
		for program in socket-close-exit echo-pair; do
			at=$bench_work/$arch-$(printf '%s\n' "$impl" | tr / -)-$program
			[ ! -x "$at.small" ] ||
				printf '%s\n' "$arch $impl $program $at.small"
		done
	done
done >"$bench_work/exec-list"
round=0
: >"$bench_work/exec-times"
while [ "$round" -lt "$rounds" ]; do
	[ $((round % 5)) -ne 0 ] || bench_say "exec to exit, round $round of $rounds"
	round=$((round + 1))
	while read -r arch impl program at; do
		$pin "$measure" --mode=run --repeat=11 "$at" </dev/null |
			awk -v key="$arch\t$impl\t$program\t" \
				'/^time-ns/ && NR > 1 { print key $2 }'
	done <"$bench_work/exec-list" >>"$bench_work/exec-times"
done
sort -t "$(printf '\t')" -k1,3 -k4n "$bench_work/exec-times" | awk '
	BEGIN { FS = OFS = "\t" }
	function quantile(q,   place) {
		place = 1 + (n - 1) * q
		return t[int(place)] + (place - int(place)) * \
			(t[int(place) + 1] - t[int(place)])
	}
	function close_group() {
		if (n) {
			t[n + 1] = t[n]
			order[++groups] = group
			median[group] = quantile(0.5)
			q1[group] = quantile(0.25)
			q3[group] = quantile(0.75)
		}
		n = 0
	}
	$1 OFS $2 OFS $3 != group {
		close_group()
		group = $1 OFS $2 OFS $3
	}
	{ t[++n] = $4 }
	END {
		close_group()
		for (i = 1; i <= groups; i++) {
			group = order[i]
			printf "program\t%s\texec-ns\t%.0f\n", group, median[group]
			printf "program\t%s\texec-ns-q1\t%.0f\n", group, q1[group]
			printf "program\t%s\texec-ns-q3\t%.0f\n", group, q3[group]
			split(group, part, OFS)
			diet = part[1] OFS "dietlibc" OFS part[3]
			if (diet in median)
				printf "program\t%s\tto-dietlibc\t%.3f\n", group, \
					median[group] / median[diet]
		}
	}'
exit $status
