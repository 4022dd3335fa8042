# ports-counts.sh - the cost of each call on other architectures, by make bench.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The goals (bench/goals.txt): no instruction more than the libc's own, and those of
# the shortest stub.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip

(cd "$builddir/.." && BENCH_OUT="$OLDPWD/bench" BENCH_ARCHS=$(ports | sed 's/-[a-z]*$//' |
	sort -u | tr '\n' ' ') sh "$srcdir/bench/run.sh" ports) >bench.log 2>bench.err ||
	fail "make bench" bench.err
awk -F '\t' '
	$1 == "goal" { print $2 ": " $4 ", " $5 "|" ($3 ~ /ok|accepted/ ? "" : $6) }' \
	bench/results.tsv >verdicts
judged verdicts
calls=$(awk '!/^#/ && NF && $1 !~ /_time64$/' "$srcdir/socket/socket.tbl" | wc -l)
for target in $(ports); do
	port "$target"
	port_runs "$target" || continue
	impl=trapgate
	[ "$libc" = none ] || impl=trapgate-with-$libc
	# Each with success and with an error.
	is "$target: calls that were counted" "$calls $calls" "$(awk -F '\t' \
		-v arch="$arch" -v impl="$impl" '
		$1 == "ports" && $2 == arch && $3 == impl && $6 > 3 { n[$5]++ }
		END { print n["success"] + 0, n["error"] + 0 }' bench/results.tsv)"
	for item in 'bind success' 'bind error' '20-calls functions'; do
		value=$(awk -F '\t' -v arch="$arch" -v impl="$impl" -v item="$item" '
			$1 == "ports" && $2 == arch && $3 == impl && $4 " " $5 == item {
				print $6
			}' bench/results.tsv)
		figure default "$(printf '%s\n' "$item" | tr ' ' -)" "${value:--}"
	done
done
sed -n '/^| /s/^/#> /p' bench.log
finish
