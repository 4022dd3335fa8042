# bench.sh - the goals judge what they shall, and the counting parts count.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Only with what is ours and the minimal stubs: no other libc has to be there.

. "${srcdir:?}/tests/tap.sh"
: "${builddir:?}" "${TRAPGATE:?}" "${CC:?}" "${TARGETS:?}" "${ARCHS:?}"
top=$PWD
tab=$(printf '\t')

# --- Judging, with figures made up: calls a and b, on architecture m.
rows () { # lines of words: a row each, with tabs
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
# judges TEXT STATUS VERDICT GOT GOAL...: the goal's columns, and the reason of
# what is accepted, as one word.
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
		{ cat goals judged judge.log; printf '%s\n' "exit status $judge_got"; } >told
		fail "$judge_text" told
	fi
}
i="instructions m s"
judges 'a figure on the bound is ok' 0 ok 6 "$i a success - 6 counted -"
judges 'one below is ok' 0 ok 6 "$i a success - 7 counted -"
judges 'one above is short' 1 short 6 "$i a success - 5 counted -"
judges 'exactly: the same' 0 ok 6 "$i a success - =6 counted -"
judges 'exactly: less is short, too' 1 short 6 "$i a success - =7 counted -"
judges 'accepted' 0 accepted '6, accepted: reason' \
	"$i a success - 5 counted 6:reason"
judges 'better than accepted' 0 accepted '6, accepted: reason' \
	"$i a success - 5 counted 8:reason"
judges 'worse than accepted' 1 short 6 "$i a success - 4 counted 5:reason"
judges 'met, though less was accepted' 0 ok 6 \
	"$i a success - 6 counted 9:reason"
judges 'a figure that is not there' 1 short 'no figure' \
	"$i c success - 9 counted -"
judges 'even if it is only reported' 1 '(short)' 'no figure' \
	"$i c success - 9 reported -"
judges 'nor what is taken off' 1 short 'no figure' \
	"$i a error subject=least 9 counted -"
judges 'a time is only reported' 0 '(short)' 2 "time m s b to-x - 1 reported -"
judges 'sum' 0 ok 13 "$i sum success - =13 counted -"
judges 'mean, geometric' 0 ok 1 "time m s mean to-x - =1 counted -"
judges 'each: the worst' 1 short '13 (b)' "$i each error - 12 counted -"
judges 'each, less another figure of it' 1 short '6 (b)' \
	"$i each error metric=success 5 counted -"
judges 'each, less that of a subject' 0 ok '0 (a)' \
	"$i each success subject=least =0 counted -"
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
expect 'a goal of a part that did not run is left out' \
	test "$(wc -l <judged)" -eq 1

# --- Counting, and the goals that stand in the project.
in_build () { (cd "$builddir/.." && "$@"); }
. "$srcdir/bench/peers.sh"
for arch in $ARCHS; do
	case " $TARGETS " in
	*" generic-none "*) continue ;;	# It is alone, and never traps.
	*" $arch-none "*) ;;
	*) continue ;;
	esac
	faithful "$arch" || {
		cannot_run "$arch" "$arch: counts and bytes"
		continue
	}
	subjects="minimal $(peers_own "$arch" | tr '\n' ' ')"
	expect "$arch: counts and bytes, and the goals are met" in_build env \
		BENCH_OUT="$top/$arch" BENCH_ARCHS="$arch" \
		BENCH_SUBJECTS="$subjects" sh "$srcdir/bench/run.sh" counts bytes
	results=$arch/results.tsv
	# shellcheck disable=SC2016	# awk's own.
	expect "$arch: every figure there, once" awk -F '\t' \
		-v calls="$(printf '%s\n' "$peers_calls" | wc -w)" \
		-v subjects="$(printf '%s\n' "$subjects" | wc -w)" '
		$1 == "instructions" { steps++ }
		$5 == "code" { code++ }
		seen[$1, $2, $3, $4, $5]++ && $1 != "goal" { twice = 1 }
		END { exit twice || !calls || steps != calls * subjects * 4 || \
			code != calls * subjects }' "$results"
	# Each call once more, with an instruction or a byte too much.
	for metric in success stubs; do
		awk -v metric="$metric" 'BEGIN { FS = OFS = "\t" }
			$3 ~ /^trapgate/ && $5 == metric { $6 += 1000 } { print }' \
			"$results" >worse
		awk -v tables="instructions bytes" -v archs="$arch" \
			-v calls="$(printf '%s\n' "$peers_calls" | tr '\n' ' ')" \
			-f "$srcdir/bench/goals.awk" "$srcdir/bench/goals.txt" worse \
			>judged
		expect "$arch: worse figures ($metric) are short" test $? -eq 1
	done
done

# One subject tells whether growth is counted: the kernel is entered once for
# any number of messages, and each call linked makes more code.
expect "growth is counted" in_build env BENCH_OUT="$top/growth" \
	BENCH_SUBJECTS=minimal sh "$srcdir/bench/run.sh" growth
# shellcheck disable=SC2016	# awk's own.
expect 'and is what it must be' awk -F '\t' '
	$4 == "vector-calls" { vectors++; wrong += $6 * $5 < 0.9 || $6 * $5 > 1.1 }
	$4 == "vector-instructions" { wrong += $6 >= last[$2] && last[$2]; last[$2] = $6 }
	$4 == "linked-text" { links++; wrong += $6 <= most[$2]; most[$2] = $6 }
	END { exit wrong || !vectors || vectors % 11 || !links || links % 20 }' \
	growth/results.tsv

# --- What cannot be is said.
# shellcheck disable=SC2016	# sh's own.
refuse 'tables to a full disk' 2 \
	'^trapgate bench: cannot write to standard output; is there room?$' \
	in_build env BENCH_OUT="$top/full" BENCH_ARCHS="$arch" BENCH_SUBJECTS=minimal \
	sh -c 'exec sh "$0" bytes >/dev/full' "$srcdir/bench/run.sh"
refuse 'an unknown part' 2 "^trapgate bench: there is no part 'nothing'; give" \
	in_build sh "$srcdir/bench/run.sh" nothing
refuse 'an unknown architecture' 2 '^trapgate bench: nothing without a libc for vax; configure' \
	in_build env BENCH_ARCHS=vax sh "$srcdir/bench/run.sh"
refuse 'nothing configured' 2 '^trapgate bench: nothing is configured here; run' \
	sh "$srcdir/bench/run.sh"
echo 'int main (void) { return 0; }' >main.c
refuse 'an unknown subject' 2 '^nothing, .*: no such subject' \
	peer_cc nothing "$arch" main main.c
echo '0000000000000016 0000000000000004 T f' >symbols
printf '\t16\n\t20\nf\t2\t0\t0\t1\n' >lines
refuse 'code in no function' 1 'no symbol at 20$' \
	awk -v arch=m -v subject=s -f "$srcdir/bench/bytes.awk" symbols lines

# --- nolibc is taken from the newest kernel whose source is there.
# shellcheck disable=SC2034	# For peers.sh.
peers_place=$top/peers peers_sources=$top/src
mkdir src peers
for release in 6.1 6.9 6.12; do
	mkdir -p "linux-source-$release/tools/include/nolibc"
	printf '%s\n' "$release" >"linux-source-$release/tools/include/nolibc/nolibc.h"
	tar cJf "src/linux-source-$release.tar.xz" "linux-source-$release"
done
expect 'nolibc: a source is found' test "$(peer_nolibc)" = "$top/peers/nolibc"
expect 'nolibc: it is the newest one' grep -q -x '6\.12' peers/nolibc/nolibc.h
finish
