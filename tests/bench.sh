# bench.sh - make bench: the goals judge correctly, and the counting parts count.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Only with trapgate and the minimal stubs: no libc is needed.

. "${srcdir:?}/tests/tap.sh"
: "${builddir:?}" "${TRAPGATE:?}" "${CC:?}" "${TARGETS:?}" "${ARCHS:?}"
top=$PWD
tab=$(printf '\t')

# --- Judging, with invented figures: calls a and b, on architecture m.
rows () { # turns lines of words into rows separated by tabs
	sed -e 's/^[[:space:]]*//' -e '/^$/d' -e "s/  */$tab/g"
}
rows >figures <<'END'
	instructions m s a success 6
	instructions m s b success 7
	instructions m s a error 10
	instructions m s b error 13
	instructions m least a success 6
	instructions m least b success 7
	time m s a to-x 0.5
	time m s b to-x 2
END
# judges TEXT STATUS VERDICT GOT GOAL...: GOAL is a goal's columns; the reason of
# an accepted figure is one word.
judges () {
	judge_text=$1 judge_status=$2 judge_row="$tab$3$tab.*$tab$4"
	shift 4
	printf '%s\n' "$*" | rows | sed 's/:reason/: reason/' >goals
	awk -v tables="instructions time" -v archs=m -v calls="a b" \
		-f "$srcdir/bench/goals.awk" goals figures >judged 2>judge.log
	judge_got=$?
	if [ "$judge_got" -eq "$judge_status" ] &&
		grep -q -e "$judge_row\$" judged
	then
		pass "$judge_text"
	else
		{ cat goals judged judge.log; printf '%s\n' "exit status $judge_got"; } >err
		fail "$judge_text" err
	fi
}
i="instructions m s"
judges 'a figure at the limit is ok' 0 ok 6 "$i a success - 6 counted -"
judges 'a figure below the limit is ok' 0 ok 6 "$i a success - 7 counted -"
judges 'a figure above the limit is short' 1 short 6 "$i a success - 5 counted -"
judges 'exact: the same figure is ok' 0 ok 6 "$i a success - =6 counted -"
judges 'exact: a smaller figure is short' 1 short 6 "$i a success - =7 counted -"
judges 'accepted' 0 accepted '6, accepted: reason' \
	"$i a success - 5 counted 6:reason"
judges 'better than accepted' 0 accepted '6, accepted: reason' \
	"$i a success - 5 counted 8:reason"
judges 'worse than accepted' 1 short 6 "$i a success - 4 counted 5:reason"
judges 'met, though a worse figure was accepted' 0 ok 6 \
	"$i a success - 6 counted 9:reason"
judges 'a missing figure' 1 short 'no figure' \
	"$i c success - 9 counted -"
judges 'a missing figure that is only reported' 1 '(short)' 'no figure' \
	"$i c success - 9 reported -"
judges 'a missing figure to subtract' 1 short 'no figure' \
	"$i a error implementation=least 9 counted -"
judges 'a time is only reported' 0 '(short)' 2 "time m s b to-x - 1 reported -"
judges 'sum' 0 ok 13 "$i sum success - =13 counted -"
judges 'geometric mean' 0 ok 1 "time m s mean to-x - =1 counted -"
judges 'each: the worst figure' 1 short '13 (b)' "$i each error - 12 counted -"
judges 'each, minus another figure of the call' 1 short '6 (b)' \
	"$i each error metric=success 5 counted -"
judges 'each, minus the figure of another library' 0 ok '0 (a)' \
	"$i each success implementation=least =0 counted -"
judges 'every architecture: those with both figures' 0 ok 0 \
	"instructions * s b success implementation=least 0 counted -"
judges 'every architecture: one of them is short' 1 short 6 \
	"instructions * s a success - 5 counted -"
for line in "$i a success - 6 sometimes -" "$i a success - six counted -" \
	"$i a success what 6 counted -" "$i a success - 6 counted 7" "$i a 6"
do
	printf '%s\n' "$line" | rows >goals
	refuse "no goal: $line" 2 '^goals:1: this is no goal' \
		awk -v tables=instructions -v archs=m -v calls="a b" \
		-f "$srcdir/bench/goals.awk" goals figures
done
printf '%s\n' "work m s a x - 1 counted -;$i a success - 6 counted -" | tr ';' '\n' |
	rows >goals
awk -v tables=instructions -v archs=m -v calls="a b" \
	-f "$srcdir/bench/goals.awk" goals figures >judged
expect 'a goal of a part that did not run is omitted' \
	test "$(wc -l <judged)" -eq 1

# --- A trace of an emulator: main calls a by code of the linker, and b, which begins
# after its symbol; b fails last, by a function that has no size and calls by a gate.
cat >callers <<'END'
0000000000000000 T main
END
cat >symbols <<'END'
0000000000001000 0000000000000010 T main
0000000000001010 0000000000000008 T .a
0000000000001010 0000000000000008 W __a
0000000000001018 0000000000000010 T b
0000000000001028 t error
000000000000102c 0000000000000004 T other
END
trace () { # ADDRESS...
	for address; do
		printf 'Trace 0: 0x7f0 [0/000000000000%s/0/0] x\n' "$address"
	done
}
{
	trace 1000 1004 1010 1014 1008
	trace 1004 1010 1012 1014 1008 1004 2000 2004 1010 1014 1008
	trace 1004 1020 1024 1008 1004 1020 0100 1024 1028 1008
} >traced
awk -v calls="a b" -f "$srcdir/bench/ports.awk" callers symbols traced | tr '\t' ' ' >counted
is 'the calls of a trace' 'a success 3
a error 5
a code 8
b success 3
b error 4
b code 20
20-calls functions 28' "$(cat counted)"

# --- Counting, and the project's own goals.
in_build () { (cd "$builddir/.." && "$@"); }
. "$srcdir/bench/implementations.sh"
for arch in $ARCHS; do
	case " $TARGETS " in
	*" generic-none "*) continue ;;	# It has no start-up, and never traps.
	*" $arch-none "*) ;;
	*) continue ;;
	esac
	faithful "$arch" || {
		cannot_run "$arch" "$arch: counts and bytes"
		continue
	}
	# The libcs, and trapgate in front of them, for the cost of a cancellation point.
	impls="minimal $(impls_own "$arch" | tr '\n' ' ')"
	. "$srcdir/sysdeps/$arch/arch.sh"
	for libc in glibc musl; do
		! impl_has_target "$arch" "$libc" >/dev/null ||
			impls="$impls$libc \
trapgate-with-$libc/${arch_routes%% *}-${arch_entries%% *} "
	done
	expect "$arch: counts and bytes, and the goals are met" in_build env \
		BENCH_OUT="$top/$arch" BENCH_ARCHS="$arch" \
		BENCH_IMPLEMENTATIONS="$impls" sh "$srcdir/bench/run.sh" counts bytes
	results=$arch/results.tsv
	# shellcheck disable=SC2016	# For awk.
	expect "$arch: every figure occurs once" awk -F '\t' \
		-v calls="$(printf '%s\n' "$impls_calls" | wc -w)" \
		-v impls="$(printf '%s\n' "$impls" | wc -w)" '
		$1 == "instructions" && $5 != "cancels" { steps++ }
		$5 == "code" { code++ }
		seen[$1, $2, $3, $4, $5]++ && $1 != "goal" { twice = 1 }
		END { exit twice || !calls || steps != calls * impls * 4 || \
			code != calls * impls }' "$results"
	# Each call once more, with one instruction or byte too many.
	for metric in success stubs; do
		awk -v metric="$metric" 'BEGIN { FS = OFS = "\t" }
			$3 ~ /^trapgate/ && $5 == metric { $6 += 1000 } { print }' \
			"$results" >worse
		awk -v tables="instructions bytes" -v archs="$arch" \
			-v calls="$(printf '%s\n' "$impls_calls" | tr '\n' ' ')" \
			-f "$srcdir/bench/goals.awk" "$srcdir/bench/goals.txt" worse \
			>judged
		expect "$arch: worse figures ($metric) are short" test $? -eq 1
	done
done

# One library is enough to test that growth is counted: one system call for any number
# of messages, and more code for each call linked.
expect "growth is counted" in_build env BENCH_OUT="$top/growth" \
	BENCH_IMPLEMENTATIONS=minimal sh "$srcdir/bench/run.sh" growth
# shellcheck disable=SC2016	# For awk.
expect 'with the right figures' awk -F '\t' '
	$4 == "vector-calls" { vectors++; wrong += $6 * $5 < 0.9 || $6 * $5 > 1.1 }
	$4 == "vector-instructions" { wrong += $6 >= last[$2] && last[$2]; last[$2] = $6 }
	$4 == "linked-text" { links++; wrong += $6 <= most[$2]; most[$2] = $6 }
	END { exit wrong || !vectors || vectors % 11 || !links || links % 20 }' \
	growth/results.tsv

# --- Calls beside those of sockets.  Which of them ours are shows in the figures.
for arch in $ARCHS; do
	case " $TARGETS" in
	*" $arch-glibc"* | *" $arch-musl"*) ;;
	*) continue ;;
	esac
	faithful "$arch" || { cannot_run "$arch" "$arch: calls beside"; continue; }
	expect "$arch: calls beside are counted, and the goals are met" in_build env \
		BENCH_OUT="$top/beside-$arch" BENCH_ARCHS="$arch" \
		sh "$srcdir/bench/run.sh" beside
	# shellcheck disable=SC2016	# For awk.
	expect "$arch: calls beside: the figures" awk -F '\t' '
		$1 != "beside" { next }
		seen[$3, $4, $5]++ { wrong = 1 }
		$3 == "libcs" { saved++ }
		$5 ~ /^(one|two)-thread/ { counts++; wrong += $6 < 6; got[$3, $4, $5] = $6 }
		END {
			for (key in got) {
				split(key, k, SUBSEP)
				if (k[1] ~ /^trapgate/ && k[2] == "read")
					wrong += got[key] > got[libc(k[1]), "read", k[3]] + 20
				if (k[1] ~ /^trapgate/ && k[2] == "select")
					wrong += got[key] != got[libc(k[1]), "select", k[3]]
				if (k[1] ~ /-with-musl/ && k[2] k[3] == "readone-thread")
					wrong += got[key] >= got["musl", "read", k[3]]
			}
			exit wrong || !counts || counts % 88 || !saved
		}
		function libc(impl) {
			sub(/.*-with-/, "", impl)
			sub(/\/.*/, "", impl)
			return impl
		}' "beside-$arch/results.tsv"
	awk 'BEGIN { FS = OFS = "\t" } $5 == "saved" { $6 += 1000 } { print }' \
		"beside-$arch/results.tsv" >worse
	awk -v tables=beside -v archs="$arch" -v calls="a b" \
		-f "$srcdir/bench/goals.awk" "$srcdir/bench/goals.txt" worse >judged
	expect "$arch: calls beside: if ours save more, the goal is short" test $? -eq 1
done

# --- Errors.
# shellcheck disable=SC2016	# For sh.
refuse 'tables to a full disk' 2 \
	'^trapgate bench: cannot write to standard output; is there room?$' \
	in_build env BENCH_OUT="$top/full" BENCH_ARCHS="$arch" BENCH_IMPLEMENTATIONS=minimal \
	sh -c 'exec sh "$0" bytes >/dev/full' "$srcdir/bench/run.sh"
refuse 'an unknown part' 2 "^trapgate bench: there is no part 'nothing'; give" \
	in_build sh "$srcdir/bench/run.sh" nothing
refuse 'an unknown architecture' 2 '^trapgate bench: nothing without a libc for vax; configure' \
	in_build env BENCH_ARCHS=vax sh "$srcdir/bench/run.sh"
refuse 'nothing configured' 2 '^trapgate bench: nothing is configured here; run' \
	sh "$srcdir/bench/run.sh"
echo 'int main (void) { return 0; }' >main.c
refuse 'an unknown implementation' 2 '^nothing, .*: no such implementation' \
	impl_cc nothing "$arch" main main.c
echo '0000000000000016 0000000000000004 T f' >symbols
printf '\t16\n\t20\nf\t2\t0\t0\t1\n' >lines
refuse 'code in no function' 1 'no symbol at 20$' \
	awk -v arch=m -v impl=s -f "$srcdir/bench/bytes.awk" symbols lines

# --- nolibc comes from the newest kernel whose source is installed.
# shellcheck disable=SC2034	# For implementations.sh.
impls_place=$top/impls impls_sources=$top/src
mkdir src impls
for release in 6.1 6.9 6.12; do
	mkdir -p "linux-source-$release/tools/include/nolibc"
	printf '%s\n' "$release" >"linux-source-$release/tools/include/nolibc/nolibc.h"
	tar cJf "src/linux-source-$release.tar.xz" "linux-source-$release"
done
expect 'nolibc: a source is found' test "$(impl_nolibc)" = "$top/impls/nolibc"
expect 'nolibc: the newest source' grep -q -x '6\.12' impls/nolibc/nolibc.h
finish
