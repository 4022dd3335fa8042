# growth.sh - how cost grows with arguments, messages, and calls linked.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# arguments-instructions: the cheapest call of that many arguments, on success;
# vector-instructions, vector-calls: user instructions (without the vdso's) and
# kernel entries for each message of one sendmmsg; linked-text: the bytes of code in
# a link of the first N calls of socket.tbl and nothing else.

. "${srcdir:?}/bench/steps.sh"
# A link takes only the stubs that it needs.
# shellcheck disable=SC2034	# Read by implementation-cc.sh.
impl_minimal_flags=-DMINIMAL_APART

arguments () { # IMPLEMENTATION ARCH
	bench_steps "$1" "$2" || return
	awk -v arch="$2" -v impl="$1" -f "$srcdir/gen/row.awk" \
		-f "$srcdir/bench/arguments.awk" "$srcdir/socket/socket.tbl" "$bench_at.steps"
}

vector () { # IMPLEMENTATION ARCH
	impl_calls "$1" "$2" | grep -q -x sendmmsg || return 0
	at=$bench_work/$2-$(printf '%s\n' "$1" | tr / -)-vector
	bench_tool && impl_cc "$1" "$2" "$at" -O2 "$srcdir/bench/vector.c" || return
	bench_on "$2" --with="$at" "$bench_work/steps" "$at" sendmmsg >"$at.steps" || {
		bench_say "$1, $2: sendmmsg did not send all"
		return 1
	}
	awk -v arch="$2" -v impl="$1" '
		BEGIN { messages = 1 }
		{
			row("instructions", $2)
			row("calls", $5)
			messages *= 2
		}
		function row(what, n) {
			printf "growth\t%s\t%s\tvector-%s\t%d\t%.4f\n", arch, \
				impl, what, messages, n / messages
		}' "$at.steps"
}

linked () { # IMPLEMENTATION ARCH
	at=$bench_work/$2-linked
	n=0 growing=
	# shellcheck disable=SC2046
	impl_symbols "$1" "$2" $(impl_calls "$1" "$2")
	set -- "$1" "$2"
	for name in $impl_names; do
		n=$((n + 1))
		growing="$growing $name"
		# shellcheck disable=SC2086
		impl_only "$1" "$2" "$at-$n" $growing || return
		set -- "$@" "$at-$n"
	done
	growth_row="growth\t$2\t$1\tlinked-text"
	shift 2
	bench_text "$@" | awk -v row="$growth_row" '{ print row "\t" NR "\t" $0 }'
	rm -f "$@"
}

status=0
for arch in $bench_archs; do
	bench_counted "$arch" growth || continue
	for impl in $(bench_impls "$arch"); do
		[ "$impl" != inline ] || continue	# It has no functions.
		bench_say "growth, $arch, $impl"
		arguments "$impl" "$arch" || status=1
		vector "$impl" "$arch" || status=1
		case $impl in
		trapgate-with-*) ;;
		*) linked "$impl" "$arch" || status=1 ;;
		esac
	done
done
exit $status
