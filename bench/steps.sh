# steps.sh - every call of every implementation, stepped through once.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced by the parts that count; run.sh sets what they use.  The program is
# that of tests/counts.sh: each call with success, then each with an error.

: "${srcdir:?}" "${CC:?}" "${bench_work:?}" "${bench_archs?}"
. "$srcdir/bench/implementations.sh"
. "$srcdir/tools/run/how.sh"

bench_say () { printf '%s\n' "bench: $1" >&2; }

# The implementations of an architecture, or those of them in BENCH_IMPLEMENTATIONS.
bench_impls () { # ARCH
	impls "$1" | while read -r bench_impl; do
		case " ${bench_impls:-$bench_impl} " in
		*" $bench_impl "*) printf '%s\n' "$bench_impl" ;;
		esac
	done
}

# Sets how.
bench_how () { # ARCH
	how_of "$1" "$builddir/lib/trapgate/run.conf"
}

# Runs the program on a kernel for the architecture, together with the named files.
bench_on () { # ARCH --with=FILE PROGRAM ARGUMENT...
	bench_how "$1"
	if [ "$how" = native ]; then
		shift 2
		"$@"
	else
		bench_arch=$1
		shift
		"$builddir/libexec/trapgate/run" --arch="$bench_arch" "$@" </dev/null
	fi
}

# Whether a kernel runs the programs of ARCH; if none does, prints that they are
# left out.
bench_counted () { # ARCH WHAT
	bench_how "$1"
	case $how in
	native | guest) ;;
	*)
		bench_say "$2, $1: not measured here: no kernel runs its programs; \
./bootstrap guest"
		return 1
		;;
	esac
}

bench_timed () { # ARCH WHAT
	bench_how "$1"
	[ "$how" = native ] || {
		bench_say "$2, $1: not measured here: its programs run on no kernel \
that takes their time"
		return 1
	}
}

bench_tool () { # the counting tool, which goes into a guest as it is
	[ -x "$bench_work/steps" ] || {
		bench_static=
		for bench_one in $bench_archs; do
			bench_how "$bench_one"
			[ "$how" != guest ] || bench_static=-static
		done
		# shellcheck disable=SC2086	# CC may hold options.
		$CC -std=gnu11 -O2 $bench_static -o "$bench_work/steps" \
			"$srcdir"/tools/steps/*.c "$srcdir"/tools/ptrace/*.c
	}
}

# bench_steps IMPLEMENTATION ARCH: builds the program $bench_at, and $bench_at.steps, the
# lines of steps -a with the plain names of the calls.
bench_steps () {
	bench_at=$bench_work/$2-$(printf '%s\n' "$1" | tr / -)
	[ ! -s "$bench_at.steps" ] || return 0
	bench_tool && impl_cc "$1" "$2" "$bench_at" -O2 "$srcdir/tests/counts.c" ||
		return
	# shellcheck disable=SC2046
	impl_symbols "$1" "$2" $(impl_calls "$1" "$2")
	# Its status is not 0 where a call is absent.
	# shellcheck disable=SC2086
	bench_on "$2" --with="$bench_at" "$bench_work/steps" -a "$bench_at" \
		$impl_names >"$bench_at.new"
	sed 's/^__\([a-z0-9]*\)_time64	/\1	/' "$bench_at.new" >"$bench_at.steps"
	rm -f "$bench_at.new"
	[ -s "$bench_at.steps" ]
}

# The size of the code sections of each program.
bench_text () { # PROGRAM...
	size -A -d "$@" | awk '
		/:$/ { n++ }
		$1 ~ /^(\.text|\.init|\.fini|\.plt|\.iplt|__libc_freeres_fn)/ { sum[n] += $2 }
		END {
			for (i = 1; i <= n; i++)
				print sum[i] + 0
		}'
}
