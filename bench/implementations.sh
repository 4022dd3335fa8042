# implementations.sh - the implementations compared, and how to build with each.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced; srcdir, builddir, TRAPGATE, CC and TARGETS are as tests/run.sh
# sets them.
#
#   baselines ARCH		the implementations available there, one a line
#   impls_missing ARCH	lines "IMPLEMENTATION: the reason, and what to install"
#   impl_cc IMPLEMENTATION ARCH OUTPUT ARGUMENT...
#				builds a static program at a fixed address
#   impl_symbol IMPLEMENTATION ARCH CALL	the symbol that C programs use for CALL
#   impl_calls IMPLEMENTATION ARCH	its socket calls
#   impl_only IMPLEMENTATION ARCH OUTPUT NAME...
#				links these functions and their dependencies,
#				without a program and start file, to measure
#   impls_own ARCH		the variants of trapgate without a libc alone
#
# An implementation is an implementation under test: trapgate/ROUTE-ENTRY (without a libc),
# trapgate-with-glibc/ROUTE-ENTRY and trapgate-with-musl/ROUTE-ENTRY (the default
# variant), inline (our calls in line); or a baseline: minimal (the shortest stubs
# that set errno, sysdeps/<arch>/bench/), glibc, musl, dietlibc, klibc, nolibc.
#
# All sources are compiled with our own freestanding headers, never with the libc's:
# so one source serves libcs that lack a declaration, and every implementation gets the
# structures of the kernel.  Hence no source may use errno, stdio, or anything else
# that the headers of a libc define; the calls, main and its result, _exit, close,
# read, write and fork are available everywhere.  A call that a libc lacks is linked
# as a function that fails (bench/absent.c).

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${CC:?}" "${TARGETS:?}"
impls_place=$builddir/baselines
impls_sources=/usr/src
impls_calls=$(awk '!/^#/ && NF && $1 !~ /_time64$/ { print $1 }' \
	"$srcdir/socket/socket.tbl")

impls_own () {
	. "$srcdir/sysdeps/$1/arch.sh"
	for impl_route in $arch_routes; do
		for impl_entry in $arch_entries; do
			printf '%s\n' "trapgate/$impl_route-$impl_entry"
		done
	done
}

impl_has_target () { # ARCH LIBC
	case " $TARGETS " in
	*" $1-$2 "*) ;;
	*) printf '%s\n' "$2 was not configured for $1; see configure's output"; return 1 ;;
	esac
}

# The directories of Debian's libcs for an architecture.
impl_dietlibc () { # ARCH: the directory of its archives
	impl_dir=/usr/lib/$1-linux-gnu/diet/lib-$1
	[ -f "$impl_dir/libc.a" ] && printf '%s\n' "$impl_dir"
}

impl_klibc () { # ARCH: the directory of its archives
	for impl_dir in "$impls_place/klibc-$1/usr/lib/klibc/lib" /usr/lib/klibc/lib; do
		[ -f "$impl_dir/libc.a" ] || continue
		LC_ALL=C readelf -h "$impl_dir/crt0.o" 2>/dev/null |
			grep -q "Machine:.*$arch_elf\$" || continue
		printf '%s\n' "$impl_dir"
		return 0
	done
	return 1
}

# nolibc: headers, extracted from the kernel source once; ./bootstrap bench does it
# beforehand.
impl_nolibc () {
	impl_dir=$impls_place/nolibc
	if [ ! -f "$impl_dir/nolibc.h" ]; then
		# The newest of those installed.
		impl_tar=$(printf '%s\n' "$impls_sources"/linux-source-*.tar.xz |
			sort -V | tail -n 1)
		[ -f "$impl_tar" ] || return 1
		rm -rf "$impl_dir.new"
		mkdir -p "$impl_dir.new" || return 1
		tar xJf "$impl_tar" -C "$impl_dir.new" --strip-components=4 \
			"$(basename "$impl_tar" .tar.xz)/tools/include/nolibc" || return 1
		rm -rf "$impl_dir"
		mv "$impl_dir.new" "$impl_dir" || return 1
	fi
	printf '%s\n' "$impl_dir"
}

# Prints why an implementation is not available; nothing, and returns 0, if it is.
impl_why_not () { # IMPLEMENTATION ARCH
	. "$srcdir/sysdeps/$2/arch.sh"
	impl_get="./bootstrap bench"
	case $1 in
	glibc | musl) impl_has_target "$2" "$1" ;;
	trapgate-with-*)
		impl_libc=${1#trapgate-with-}
		impl_has_target "$2" "${impl_libc%%/*}"
		;;
	trapgate/*) impl_has_target "$2" none ;;
	minimal)
		impl_has_target "$2" none || return
		[ -f "$srcdir/sysdeps/$2/bench/minimal.S" ] && return
		printf '%s\n' "sysdeps/$2/bench/minimal.S is not written"
		return 1
		;;
	inline)
		impl_has_target "$2" none || return
		[ -f "$srcdir/include/trapgate/inline.h" ] && return
		echo "there is no include/trapgate/inline.h"
		return 1
		;;
	dietlibc)
		impl_dietlibc "$2" >/dev/null && return
		printf '%s\n' "no dietlibc for $2; $impl_get, or apt-get install dietlibc-dev:$(
			impl_debian "$2")"
		return 1
		;;
	klibc)
		impl_klibc "$2" >/dev/null && return
		printf '%s %s\n' "no klibc for $2; $impl_get, or unpack the package" \
			"libklibc-dev:$(impl_debian "$2") in build/baselines/klibc-$2"
		return 1
		;;
	nolibc)
		impl_nolibc >/dev/null && return
		printf '%s\n' "no nolibc; $impl_get, or apt-get install linux-source"
		return 1
		;;
	*) echo "no such implementation"; return 1 ;;
	esac
}

# Debian's name of an architecture is one of its usual names.
impl_debian () { # ARCH
	. "$srcdir/sysdeps/$1/arch.sh"
	for impl_alias in $arch_aliases; do
		case $impl_alias in
		amd64 | i386) printf '%s\n' "$impl_alias"; return ;;
		esac
	done
	printf '%s\n' "$1"
}

impls_all () { # ARCH
	. "$srcdir/sysdeps/$1/arch.sh"
	impl_variant=${arch_routes%% *}-${arch_entries%% *}
	echo "inline minimal glibc musl dietlibc klibc nolibc" | tr ' ' '\n'
	impls_own "$1"
	printf '%s\n' "trapgate-with-glibc/$impl_variant"
	printf '%s\n' "trapgate-with-musl/$impl_variant"
}

impls () {
	for impl in $(impls_all "$1"); do
		! impl_why_not "$impl" "$1" >/dev/null || printf '%s\n' "$impl"
	done
}

impls_missing () {
	for impl in $(impls_all "$1"); do
		impl_why=$(impl_why_not "$impl" "$1") || printf '%s\n' "$impl: $impl_why"
	done
}

# Only the header of musl gives i386 programs the time64 form.
impl_symbol () {
	impl_time64=
	case $1 in
	musl | trapgate-with-musl/*)
		! grep -q "^$3_time64[[:space:]]" "$srcdir/sysdeps/$2/numbers.tbl" ||
			impl_time64=$(cat "$srcdir"/libc/musl/names*.tbl |
				sed -n "s/^$3_time64[[:space:]]*//p")
		;;
	esac
	printf '%s\n' "${impl_time64:-$3}"
}

# impl_symbols IMPLEMENTATION ARCH CALL...: sets impl_names to the symbols of all.
impl_symbols () {
	impl_names=''
	impl_impl="$1 $2"
	shift 2
	case $impl_impl in
	musl\ * | trapgate-with-musl/*)
		for impl_call; do
			impl_names="$impl_names $(impl_symbol "${impl_impl% *}" \
				"${impl_impl#* }" "$impl_call")"
		done
		;;
	*) impl_names=" $*" ;;
	esac
}

# The calls of socket.tbl that an implementation has.
impl_calls () {
	case $1 in
	dietlibc | klibc) ;;
	*) printf '%s\n' "$impls_calls"; return ;;
	esac
	. "$srcdir/sysdeps/$2/arch.sh"
	impl_archive "$1" "$2" ''
	nm -g --defined-only "$impl_archive" 2>/dev/null |
		awk -v calls="$(printf '%s\n' "$impls_calls" | tr '\n' ' ')" '
		$2 ~ /[TWV]/ { has[$3] = 1 }
		END {
			n = split(calls, call, " ")
			for (i = 1; i <= n; i++)
				if (call[i] in has)
					print call[i]
		}'
}

impl_absent () { # IMPLEMENTATION ARCH: the others, in the form that absent.c includes
	impl_has=$(impl_calls "$1" "$2")
	for impl_call in $impls_calls; do
		printf '%s\n' "$impl_has" | grep -q -x "$impl_call" ||
			printf 'ABSENT (%s) ' "$impl_call"
	done
}

. "$srcdir/bench/implementation-cc.sh"
