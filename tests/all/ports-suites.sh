# ports-suites.sh - the suites on other architectures, by every route and inline.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# In qemu-user, which is no kernel.  A case that fails there is not ours if it fails in
# the same way with the libc alone, or by qemu-user with programs of this architecture,
# which pass on its kernel (test suites).

: "${srcdir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip

case_names='s/^not ok [0-9]* - \([^#]*[^# ]\).*/\1/p'

# objects AT OPTION...: compiles the suites in the directory.
objects () {
	mkdir -p "$1"
	(
		cd "$1" || exit
		shift
		case $libc in
		musl) define=-DSUITE_MUSL ;;
		none) define=-DSUITE_NONE ;;
		*) define=-DSUITE_GLIBC ;;
		esac
		port_cc "$@" $define -DSUITE_PART -std=gnu11 -O2 -Wall -Wextra -Werror \
			-I"$builddir/gen/$arch-$libc" -I"$srcdir/include/internal" \
			-c "$srcdir"/tests/suites/*.c "$srcdir/tests/suite-main.c" 2>log
	)
}

# run_by QEMU PROGRAM: its output becomes PROGRAM.out.
run_by () {
	timeout 600 "$@" >"$2.out" 2>"$2.log" </dev/null
	printf '%s\n' "# status $?" >>"$2.out"
}

# known: prints the cases that fail in qemu-user with programs that pass on a kernel.
known () {
	for native in $TARGETS; do
		case $native in
		generic-*) continue ;;
		*-none) ;;
		*) continue ;;
		esac
		(
			port "$native"
			# shellcheck disable=SC2086,SC2154	# Words, of arch.sh.
			set -- $arch_flag	# The compiler is that of both.
			command -v "qemu-$arch_qemu" >/dev/null &&
				objects "by-$native" "$@" &&
				port_cc "$@" -static -o "by-$native/suite" "by-$native"/*.o &&
				run_by "qemu-$arch_qemu" "by-$native/suite" &&
				sed -n "$case_names" "by-$native/suite.out"
		)
	done
}

# judge PROGRAM VARIANT: the output of one program.
judge () {
	if [ ! -x "$1" ]; then
		fail "$1: builds" "${1%/*}/log"
		return
	fi
	run_by "qemu-$arch_qemu" "$1"
	suite_ok=0 suite_known=0
	# Of another architecture if qemu-user runs no libc of this one.
	base=plain-$arch-
	cat "$base"* | grep -q . || base=plain-
	while read -r verdict rest; do
		case $verdict in
		ok) suite_ok=$((suite_ok + 1)) ;;
		not)
			name=$(printf '%s\n' "not $rest" | sed -n "$case_names")
			if grep -q -F -x -e "$name" qemu-fails "$base"*; then
				suite_known=$((suite_known + 1))
				printf '%s\n' "# qemu-user: $1: $rest"
			else
				fail "$1: $rest"
			fi
			;;
		1..*) planned=${verdict#1..} ;;
		esac
	done <"$1.out"
	if [ "$suite_ok" -gt 0 ] && [ "${planned:-0}" -eq $((suite_ok + suite_known)) ]; then
		pass "$1: $suite_ok cases, $suite_known more that qemu-user answers wrongly"
	else
		fail "$1: $suite_ok cases and $suite_known of ${planned:-0}" "$1.out"
	fi
	figure "$2" suites "$suite_ok/${planned:-0}"
	figure "$2" suites-qemu "$suite_known"
}

# plain OBJECTS: adds the cases that fail with the libc alone.
plain () {
	[ "$libc" != none ] || return 0
	port_cc --plain -static -o "$1/plain" "$1"/*.o >plain.log 2>&1 || {
		fail "$1: the libc alone builds" plain.log
		return
	}
	run_by "qemu-$arch_qemu" "$1/plain"
	sed -n "$case_names" "$1/plain.out" >>"plain-$target"
}

known | sort -u >qemu-fails
# Those with a libc first, which the others are compared with.
for target in $(ports | grep -v -e '-none$') $(ports | grep -e '-none$'); do
	port_runs "$target" || continue
	port "$target"
	expect "$target: the suites compile" objects "$target"
	: >"plain-$target"
	plain "$target"
	for variant in $(port_variants); do
		of_variant "$variant"
		port_cc --route="$route" --entry="$entry" -static -o "$target/$variant" \
			"$target"/*.o 2>"$target/log"
		judge "$target/$variant" "$variant"
	done
	if [ -f "$srcdir/sysdeps/$arch/inline-trap.h" ]; then
		expect "$target: the suites compile inline" objects "$target-inline" --inline
		port_cc --inline -static -o "$target-inline/suite" "$target-inline"/*.o \
			2>"$target-inline/log"
		judge "$target-inline/suite" inline
	fi
	# Where the libc also has 32-bit times.
	if [ "$libc" = glibc ] && grep -q '^recvmmsg_time64' "$srcdir/sysdeps/$arch/numbers.tbl"
	then
		times="-D_TIME_BITS=64 -D_FILE_OFFSET_BITS=64"
		# shellcheck disable=SC2086	# Words.
		expect "$target: the suites compile with 64-bit times" objects "$target-times" \
			$times
		plain "$target-times"
		port_cc -static -o "$target-times/suite" "$target-times"/*.o 2>"$target-times/log"
		judge "$target-times/suite" times
	fi
done
[ "$tap_count" -gt 0 ] || fail "suites of other architectures ran"
sed -n 's/^\(.*\) suites \(.*\)/#> \1: \2 cases/p' figures
finish
