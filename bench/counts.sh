# counts.sh - the instructions of each call, on success and on an error.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Counted by single steps, from the caller's call to the return, both and the
# kernel entry included; those of the vdso belong to the kernel and are counted
# separately.

. "${srcdir:?}/bench/steps.sh"

status=0
for arch in $bench_archs; do
	bench_counted "$arch" instructions || continue
	for impl in $(bench_impls "$arch"); do
		[ "$impl" != inline ] || continue	# It has no functions.
		bench_say "instructions, $arch, $impl"
		bench_steps "$impl" "$arch" || { status=1; continue; }
		# Lines of the same call differ if a libc initialises something in
		# the first one; the least is the cost of the call.
		awk -v arch="$arch" -v impl="$impl" \
			-v calls="$(impl_calls "$impl" "$arch" | tr '\n' ' ')" '
		BEGIN { FS = OFS = "\t" }
		NF == 5 {
			kind = $4 < 0 || $4 == 4294967295 ? "error" : "success"
			if (!(($1, kind) in here) || $2 < here[$1, kind]) {
				here[$1, kind] = $2
				vdso[$1, kind] = $3
			}
		}
		function row(call, kind) {
			if (!((call, kind) in here))
				return
			print "instructions", arch, impl, call, kind, \
				here[call, kind]
			print "instructions", arch, impl, call, \
				kind "-vdso", vdso[call, kind]
		}
		END {
			n = split(calls, call, " ")
			for (i = 1; i <= n; i++) {
				row(call[i], "success")
				row(call[i], "error")
			}
		}' "$bench_at.steps"
	done
done
# In a program that cancels threads and has two: trapgate beside the libc alone.
cancels () { # ARCH LIBC IMPLEMENTATION [OPTION]
	cancels_at=$bench_work/cancels-$1-$(printf '%s\n' "$3" | tr / -)
	. "$srcdir/sysdeps/$1/arch.sh"
	bench_tool && "$TRAPGATE" cc "$arch_flag" --libc="$2" ${4+"$4"} -DCANCELS -O2 -pthread \
		-o "$cancels_at" "$srcdir/tests/counts.c" || return
	# shellcheck disable=SC2046
	impl_symbols "$3" "$1" $(impl_calls "$3" "$1")
	# shellcheck disable=SC2086
	bench_on "$1" --with="$cancels_at" "$bench_work/steps" "$cancels_at" $impl_names |
		sed 's/^__\([a-z0-9]*\)_time64	/\1	/' >"$cancels_at.steps"
	awk -v arch="$1" -v impl="$3" '
		BEGIN { FS = OFS = "\t" }
		$4 >= 0 && $4 != 4294967295 && (!($1 in here) || $2 < here[$1]) {
			here[$1] = $2
		}
		END {
			for (call in here)
				print "instructions", arch, impl, call, "cancels", here[call]
			exit !length(here)
		}' "$cancels_at.steps"
}

for arch in $bench_archs; do
	bench_counted "$arch" 'cancellation points' || continue
	for impl in $(bench_impls "$arch"); do
		case $impl in
		glibc | musl) cancels "$arch" "$impl" "$impl" --plain || status=1 ;;
		trapgate-with-*)
			libc=${impl#trapgate-with-}
			cancels "$arch" "${libc%%/*}" "$impl" || status=1
			;;
		esac
	done
done
exit $status
