# steps.sh - every call of every subject, stepped through once.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced by the parts that count; run.sh sets what they use.  The program is
# that of tests/counts.sh: each call with success, then each with an error.

: "${srcdir:?}" "${CC:?}" "${bench_work:?}" "${bench_machines:?}"
. "$srcdir/bench/peers.sh"

bench_say () { echo "bench: $1" >&2; }

# The subjects of a machine, or those of them that were asked for.
bench_peers () { # MACHINE
	peers "$1" | while read -r bench_peer; do
		case " ${bench_subjects:-$bench_peer} " in
		*" $bench_peer "*) echo "$bench_peer" ;;
		esac
	done
}

bench_tool () { # the counting tool
	[ -x "$bench_work/steps" ] || {
		# shellcheck disable=SC2086	# CC may hold options.
		$CC -std=gnu11 -O2 -o "$bench_work/steps" "$srcdir"/tools/steps/*.c
	}
}

# bench_steps SUBJECT MACHINE: leaves the program, $bench_at, and beside it the
# lines of steps -a, $bench_at.steps, with the calls' own names.
bench_steps () {
	bench_at=$bench_work/$2-$(echo "$1" | tr / -)
	[ ! -s "$bench_at.steps" ] || return 0
	bench_tool && peer_cc "$1" "$2" "$bench_at" -O2 "$srcdir/tests/counts.c" ||
		return
	bench_names=
	for bench_call in $(peer_calls "$1" "$2"); do
		bench_names="$bench_names $(peer_symbol "$1" "$2" "$bench_call")"
	done
	# Its status is not 0 where a call is absent.
	# shellcheck disable=SC2086
	timeout 60 "$bench_work/steps" -a "$bench_at" $bench_names \
		>"$bench_at.new"
	sed 's/^__\([a-z0-9]*\)_time64	/\1	/' "$bench_at.new" >"$bench_at.steps"
	rm -f "$bench_at.new"
	[ -s "$bench_at.steps" ]
}

# The bytes that a program executes: its sections of code.
bench_text () { # PROGRAM
	size -A -d "$1" | awk '
		$1 ~ /^(\.text|\.init|\.fini|\.plt|\.iplt|__libc_freeres_fn)/ { sum += $2 }
		END { print sum + 0 }'
}
