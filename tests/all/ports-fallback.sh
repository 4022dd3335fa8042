# ports-fallback.sh - on other architectures, the C fallbacks as if a kernel lacked calls.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2317	# Functions are called by name.
#
# No filter denies the calls of a program in qemu-user.  So they get a number and an
# operation that no kernel has, in a copy of the sources, and test fallback's program is
# linked with the library that is built there.  A case may fail only if it also fails by
# the call itself, as qemu-user is no kernel.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${CC:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip

top=$PWD
case_names='s/^not ok [0-9]* - \([^#]*[^# ]\).*/\1/p'

# without COPY CALL...: gives them numbers and operations that nothing has.
without () {
	without_copy=$1
	shift
	copy_source "$without_copy"
	for table in "$without_copy"/sysdeps/*/numbers.tbl "$without_copy/socket/socketcall.tbl"
	do
		[ ! -h "$table" ] || continue
		awk -v calls="$*" '
			BEGIN {
				n = split(calls, list, " ")
				for (i = 1; i <= n; i++)
					absent[list[i]] = i
			}
			!/^#/ && ($1 in absent) {
				sub(/[0-9]+/, (FILENAME ~ /socketcall/ ? 99 : 2047) - absent[$1],
					$2)
				$0 = $1 "\t" $2 "\t" $3 "\t" $4
			}
			{ print }' "$table" >new.tbl && cp new.tbl "$table"
	done
}

# build COPY: the libraries of the selected targets, by their compilers here.
build () (
	cd "$1" || exit
	mkdir -p build
	[ ! -d "$builddir/cross" ] || ln -s "$builddir/cross" build/cross
	sh configure CC="$CC" --enable-cross="$(ports | sed 's/-[a-z]*$//' | sort -u |
		paste -s -d , -)" >log 2>&1 || exit
	for built in $(ports); do
		port "$built"
		for each in $(port_variants); do
			printf '%s\n' "build/lib/trapgate/$arch/$libc/$each/libtrapgate.a"
		done
	done >libraries
	# shellcheck disable=SC2046	# Words.
	make -k -j2 $(cat libraries) >>log 2>&1
)

run_by () {
	timeout 120 "qemu-$arch_qemu" "$1" >"$1.out" 2>"$1.log" </dev/null
	printf '%s\n' "# status $?" >>"$1.out"
}

# judge LIBRARY PROGRAM TEXT: every case that passes by the call itself passes.
judge () {
	port_cc --route="$route" --entry="$entry" -static -o "$2" "$object" ${1:+"$1"} \
		>"$2.ld" 2>&1 || {
		fail "$3: builds" "$2.ld"
		return
	}
	run_by "./$2"
	sed -n "$case_names" "$2.out" | sort >"$2.failed"
	grep '^ok' "$2.out" >"$2.good"
	[ -n "$1" ] || return 0
	comm -23 "$2.failed" real.failed >"$2.wrong"
	plan=$(sed -n 's/^1\.\.//p' "$2.out")
	if [ -s "$2.wrong" ] || [ ! -s "$2.good" ] ||
		[ "$(cat "$2.failed" "$2.good" | wc -l)" -ne "${plan:-0}" ]; then
		fail "$3" "$2.out"
		figure "$variant" fallbacks failed
	else
		pass "$3: $(wc -l <"$2.good") cases, $(wc -l <"$2.failed") as by the call"
		figure "$variant" fallbacks "$(wc -l <"$2.good")/$plan"
	fi
}

# The releases that introduced them, as the profiles of as-if.
for release in 2.6.27 5.0; do
	case $release in
	5.0) set -- recvmmsg_time64 ;;
	*) set -- accept4 recvmmsg sendmmsg recvmmsg_time64 ;;
	esac
	without "$top/$release" "$@"
	expect "as if $release: a library without $*" build "$top/$release"
	for target in $(ports); do
		port_runs "$target" || continue
		port "$target"
		[ "$release" != 5.0 ] ||
			grep -q '^recvmmsg_time64' "$srcdir/sysdeps/$arch/numbers.tbl" || continue
		case $libc in
		musl) define=-DSUITE_MUSL ;;
		none) define=-DSUITE_NONE ;;
		*) define=-DSUITE_GLIBC ;;
		esac
		object=$target.o
		expect "$target: the program compiles" port_cc $define -DFALLBACK_DECLARED \
			-std=gnu11 -O1 -Wall -Wextra -c -o "$object" "$srcdir/tests/fallback.c"
		for variant in $(port_variants); do
			of_variant "$variant"
			judge '' real "$target $variant"
			judge "$release/build/lib/trapgate/$arch/$libc/$variant/libtrapgate.a" \
				"$target-$variant-$release" "$target $variant as if $release"
		done
	done
done
[ "$tap_count" -gt 0 ] || fail "fallbacks of other architectures ran"
finish
