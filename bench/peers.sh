# peers.sh - the implementations compared, and how to build with each.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# Sourced; srcdir, builddir, TRAPGATE, CC and TARGETS are as tests/run.sh
# sets them.
#
#   peers ARCH		the subjects available there, one a line
#   peers_missing ARCH	lines "SUBJECT: the reason, and what to install"
#   peer_cc SUBJECT ARCH OUTPUT ARGUMENT...
#				builds a static program at a fixed address
#   peer_symbol SUBJECT ARCH CALL	the symbol that C programs use for CALL
#   peer_calls SUBJECT ARCH	its socket calls
#   peer_only SUBJECT ARCH OUTPUT NAME...
#				links these functions and their dependencies,
#				without a program and start file, to measure
#   peers_own ARCH		the variants of trapgate without a libc alone
#
# A subject is an implementation under test: trapgate/ROUTE-ENTRY (without a libc),
# trapgate-with-glibc/ROUTE-ENTRY and trapgate-with-musl/ROUTE-ENTRY (the default
# variant), inline (our calls in line); or a baseline: minimal (the shortest stubs
# that set errno, bench/<arch>/), glibc, musl, dietlibc, klibc, nolibc.
#
# All sources are compiled with our own freestanding headers, never with the libc's:
# so one source serves libcs that lack a declaration, and every subject gets the
# structures of the kernel.  Hence no source may use errno, stdio, or anything else
# that the headers of a libc define; the calls, main and its result, _exit, close,
# read, write and fork are available everywhere.  A call that a libc lacks is linked
# as a function that fails (bench/absent.c).

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${CC:?}" "${TARGETS:?}"
peers_place=$builddir/peers
peers_sources=/usr/src
peers_calls=$(awk '!/^#/ && NF && $1 !~ /_time64$/ { print $1 }' \
	"$srcdir/socket/socket.tbl")

peers_own () {
	. "$srcdir/sysdeps/$1/arch.sh"
	for peer_route in $arch_routes; do
		for peer_entry in $arch_entries; do
			printf '%s\n' "trapgate/$peer_route-$peer_entry"
		done
	done
}

peer_has_target () { # ARCH LIBC
	case " $TARGETS " in
	*" $1-$2 "*) ;;
	*) printf '%s\n' "$2 was not configured for $1; see configure's output"; return 1 ;;
	esac
}

# The directories of Debian's libcs for an architecture.
peer_dietlibc () { # ARCH: the directory of its archives
	peer_dir=/usr/lib/$1-linux-gnu/diet/lib-$1
	[ -f "$peer_dir/libc.a" ] && printf '%s\n' "$peer_dir"
}

peer_klibc () { # ARCH: the directory of its archives
	for peer_dir in "$peers_place/klibc-$1/usr/lib/klibc/lib" /usr/lib/klibc/lib; do
		[ -f "$peer_dir/libc.a" ] || continue
		LC_ALL=C readelf -h "$peer_dir/crt0.o" 2>/dev/null |
			grep -q "Machine:.*$arch_elf\$" || continue
		printf '%s\n' "$peer_dir"
		return 0
	done
	return 1
}

# nolibc: headers, extracted from the kernel source once; ./bootstrap bench does it
# beforehand.
peer_nolibc () {
	peer_dir=$peers_place/nolibc
	if [ ! -f "$peer_dir/nolibc.h" ]; then
		# The newest of those installed.
		peer_tar=$(printf '%s\n' "$peers_sources"/linux-source-*.tar.xz |
			sort -V | tail -n 1)
		[ -f "$peer_tar" ] || return 1
		rm -rf "$peer_dir.new"
		mkdir -p "$peer_dir.new" || return 1
		tar xJf "$peer_tar" -C "$peer_dir.new" --strip-components=4 \
			"$(basename "$peer_tar" .tar.xz)/tools/include/nolibc" || return 1
		rm -rf "$peer_dir"
		mv "$peer_dir.new" "$peer_dir" || return 1
	fi
	printf '%s\n' "$peer_dir"
}

# Prints why a subject is not available; nothing, and returns 0, if it is.
peer_why_not () { # SUBJECT ARCH
	. "$srcdir/sysdeps/$2/arch.sh"
	peer_get="./bootstrap bench"
	case $1 in
	glibc | musl) peer_has_target "$2" "$1" ;;
	trapgate-with-*)
		peer_libc=${1#trapgate-with-}
		peer_has_target "$2" "${peer_libc%%/*}"
		;;
	trapgate/*) peer_has_target "$2" none ;;
	minimal)
		peer_has_target "$2" none || return
		[ -f "$srcdir/bench/$2/minimal.S" ] && return
		printf '%s\n' "bench/$2/minimal.S is not written; see bench/i386/minimal.S"
		return 1
		;;
	inline)
		peer_has_target "$2" none || return
		[ -f "$srcdir/include/trapgate/inline.h" ] && return
		echo "there is no include/trapgate/inline.h"
		return 1
		;;
	dietlibc)
		peer_dietlibc "$2" >/dev/null && return
		printf '%s\n' "no dietlibc for $2; $peer_get, or apt-get install dietlibc-dev:$(
			peer_debian "$2")"
		return 1
		;;
	klibc)
		peer_klibc "$2" >/dev/null && return
		printf '%s %s\n' "no klibc for $2; $peer_get, or unpack the package" \
			"libklibc-dev:$(peer_debian "$2") in build/peers/klibc-$2"
		return 1
		;;
	nolibc)
		peer_nolibc >/dev/null && return
		printf '%s\n' "no nolibc; $peer_get, or apt-get install linux-source"
		return 1
		;;
	*) echo "no such subject"; return 1 ;;
	esac
}

# Debian's name of an architecture is one of its usual names.
peer_debian () { # ARCH
	. "$srcdir/sysdeps/$1/arch.sh"
	for peer_alias in $arch_aliases; do
		case $peer_alias in
		amd64 | i386) printf '%s\n' "$peer_alias"; return ;;
		esac
	done
	printf '%s\n' "$1"
}

peers_all () { # ARCH
	. "$srcdir/sysdeps/$1/arch.sh"
	peer_variant=${arch_routes%% *}-${arch_entries%% *}
	echo "inline minimal glibc musl dietlibc klibc nolibc" | tr ' ' '\n'
	peers_own "$1"
	printf '%s\n' "trapgate-with-glibc/$peer_variant"
	printf '%s\n' "trapgate-with-musl/$peer_variant"
}

peers () {
	for peer in $(peers_all "$1"); do
		! peer_why_not "$peer" "$1" >/dev/null || printf '%s\n' "$peer"
	done
}

peers_missing () {
	for peer in $(peers_all "$1"); do
		peer_why=$(peer_why_not "$peer" "$1") || printf '%s\n' "$peer: $peer_why"
	done
}

# Only the header of musl gives i386 programs the time64 form.
peer_symbol () {
	peer_time64=
	case $1 in
	musl | trapgate-with-musl/*)
		peer_names=$srcdir/libc/musl/$2/names.tbl
		[ ! -f "$peer_names" ] ||
			peer_time64=$(sed -n "s/^$3_time64[[:space:]]*//p" "$peer_names")
		;;
	esac
	printf '%s\n' "${peer_time64:-$3}"
}

# peer_symbols SUBJECT ARCH CALL...: sets peer_names to the symbols of all.
peer_symbols () {
	peer_names=''
	peer_subject="$1 $2"
	shift 2
	case $peer_subject in
	musl\ * | trapgate-with-musl/*)
		for peer_call; do
			peer_names="$peer_names $(peer_symbol "${peer_subject% *}" \
				"${peer_subject#* }" "$peer_call")"
		done
		;;
	*) peer_names=" $*" ;;
	esac
}

# The calls of socket.tbl that a subject has.
peer_calls () {
	case $1 in
	dietlibc | klibc) ;;
	*) printf '%s\n' "$peers_calls"; return ;;
	esac
	. "$srcdir/sysdeps/$2/arch.sh"
	peer_archive "$1" "$2" ''
	nm -g --defined-only "$peer_archive" 2>/dev/null |
		awk -v calls="$(printf '%s\n' "$peers_calls" | tr '\n' ' ')" '
		$2 ~ /[TWV]/ { has[$3] = 1 }
		END {
			n = split(calls, call, " ")
			for (i = 1; i <= n; i++)
				if (call[i] in has)
					print call[i]
		}'
}

peer_absent () { # SUBJECT ARCH: the others, in the form that absent.c includes
	peer_has=$(peer_calls "$1" "$2")
	for peer_call in $peers_calls; do
		printf '%s\n' "$peer_has" | grep -q -x "$peer_call" ||
			printf 'ABSENT (%s) ' "$peer_call"
	done
}

. "$srcdir/bench/peer-cc.sh"
