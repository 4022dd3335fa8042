# bytes.sh - the code of each call with the helpers it reaches, and of all 20.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# code: the functions that the call executed, on success and on an error; functions:
# those of all calls, each once; link-text: the size of a link of all 20 calls and
# nothing else, including code that no run reached; stubs: for ours alone, the
# objects of the 20 calls and the error tail that they share.

. "${srcdir:?}/bench/steps.sh"

row () { # ARCH IMPLEMENTATION METRIC BYTES
	printf 'bytes\t%s\t%s\t20-calls\t%s\t%s\n' "$@"
}

# The members of our archive that every call uses.
stubs () { # ARCH VARIANT
	size -A "${TRAPGATE%/bin/*}/lib/trapgate/$1/none/$2/libtrapgate.a" |
		awk -v calls="$(printf '%s\n' "$impls_calls" | tr '\n' ' ')" -v route="$2" '
		BEGIN {
			n = split(calls, list, " ")
			for (i = 1; i <= n; i++)
				want[list[i] ".o"] = 1
			want["error.o"] = 1
		}
		/\(ex / {
			member = $1
			found += member in want
			# And the shared tail of the second path, if there is one.
			if (route ~ /^direct-[^-]*$/ && member == "second-path.o")
				want[member] = 1
		}
		$1 ~ /^\.text/ && (member in want) { sum += $2 }
		END {
			if (found != n + 1)
				exit 1
			print sum
		}'
}

status=0
for arch in $bench_archs; do
	bench_counted "$arch" bytes || continue
	for impl in $(bench_impls "$arch"); do
		[ "$impl" != inline ] || continue	# It has no functions.
		bench_say "bytes, $arch, $impl"
		bench_steps "$impl" "$arch" || { status=1; continue; }
		nm -n -t d -S "$bench_at" |
			awk -v arch="$arch" -v impl="$impl" \
				-f "$srcdir/bench/bytes.awk" - "$bench_at.steps" || status=1
		case $impl in
		trapgate/*)
			sum=$(stubs "$arch" "${impl#*/}") || status=1
			row "$arch" "$impl" stubs "$sum"
			;;
		trapgate-with-*) continue ;;
		esac
		# shellcheck disable=SC2046
		impl_symbols "$impl" "$arch" $(impl_calls "$impl" "$arch")
		# shellcheck disable=SC2086
		impl_only "$impl" "$arch" "$bench_at.only" $impl_names || {
			status=1
			continue
		}
		row "$arch" "$impl" link-text "$(bench_text "$bench_at.only")"
		rm -f "$bench_at.only"
	done
done
exit $status
