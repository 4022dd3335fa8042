# peer-cc.sh - builds a program with each of the libcs that are compared.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The second half of peers.sh, which lists them.

# The calls in the form that minimal.S includes.
peer_minimal_calls () { # ARCH
	mkdir -p "$peers_place/$1"
	awk -v srcdir="$srcdir" -v arch="$1" -v libc=none -v single=direct \
		-f "$srcdir/tests/stubs.awk" </dev/null |
		awk -v calls="$(printf '%s\n' "$peers_calls" | tr '\n' ' ')" '
		index(" " calls, " " $2 " ") {
			line[++n] = "MINIMAL " $2 ", " $3 ", " $4 ", " $5
		}
		# Half of them before the error tail, half after it.
		END {
			print "#ifdef MINIMAL_FIRST"
			for (i = 1; i <= n; i++) {
				if (i == int(n / 2) + 1)
					print "#else"
				print line[i]
			}
			print "#endif"
		}' >"$peers_place/$1/minimal-calls.h.$$" &&
		mv "$peers_place/$1/minimal-calls.h.$$" \
			"$peers_place/$1/minimal-calls.h"
}

# For a libc without a compiler driver: start file, program, archive.
peer_link () { # START ARGUMENT...
	peer_start=$1
	shift
	peer_archive "$peer" "$peer_arch" ''
	peer_lacks=$(peer_absent "$peer" "$peer_arch")
	[ -z "$peer_lacks" ] ||
		set -- -D"PEER_ABSENT=$peer_lacks" "$@" "$srcdir/bench/absent.c"
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -static -nostdlib "$peer_start" "$@" -x none \
		-Wl,--start-group "$peer_archive" -lgcc -Wl,--end-group
}

# nolibc consists of headers: its calls are compiled, together with its start code.
peer_nolibc_object () { # OBJECT
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -c -std=gnu11 -Os -fno-pie -ffunction-sections \
		-fno-stack-protector -fno-asynchronous-unwind-tables \
		-I"$peers_place/nolibc" \
		-idirafter "/usr/include/$($CC -print-multiarch)" \
		-o "$1" "$srcdir/bench/nolibc.c"
}

# shellcheck disable=SC2086	# CC may hold options.
peer_minimal_object () { # OBJECT ARCH
	peer_minimal_calls "$2" &&
		$CC $arch_flag -c ${peer_minimal_flags-} -I"$peers_place/$2" \
			-o "$1" \
			"$srcdir/bench/$2/minimal.S"
}

# The file with the calls of a subject: an archive, or the object made for it.
peer_archive () { # SUBJECT ARCH OBJECT
	peer_lib=${TRAPGATE%/bin/*}/lib/trapgate/$2
	case $1 in
	glibc | musl)
		. "$peer_lib/$1/cc.conf"
		peer_archive=$cc_libdir/libc.a
		;;
	dietlibc) peer_archive=$(peer_dietlibc "$2")/libc.a ;;
	klibc) peer_archive=$(peer_klibc "$2")/libc.a ;;
	trapgate/*) peer_archive=$peer_lib/none/${1#*/}/libtrapgate.a ;;
	nolibc) peer_nolibc_object "$3" && peer_archive=$3 ;;
	minimal) peer_minimal_object "$3" "$2" && peer_archive=$3 ;;
	*) return 1 ;;
	esac
}

peer_only () {
	peer=$1 peer_arch=$2 peer_output=$3
	shift 3
	peer_place=${bench_work:-$peers_place}
	peer_why_not "$peer" "$peer_arch" >&2 || return 2
	. "$srcdir/sysdeps/$peer_arch/arch.sh"
	[ "${peer_only_last-}" = "$peer $peer_arch" ] ||
		peer_archive "$peer" "$peer_arch" "$peer_place/$peer_arch.o" ||
		return
	peer_only_last="$peer $peer_arch"
	for peer_name; do
		set -- "$@" "-Wl,-u,$peer_name"
		shift
	done
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -static -nostdlib -no-pie -Wl,-e,0 \
		-Wl,--defsym=_start=0 -Wl,--gc-sections "$@" \
		-o "$peer_output" -Wl,--start-group "$peer_archive" -lgcc \
		-lgcc_eh -Wl,--end-group
}

# shellcheck disable=SC2086	# The options are words.
peer_run () { # ARGUMENT...: with the driver of $peer, as peer_cc has set it up
	case $peer in
	glibc | musl) $peer_tg --plain --libc="$peer" "$@" ;;
	trapgate/*) $peer_tg --libc=none $peer_variant "$@" ;;
	trapgate-with-*)
		peer=${peer#trapgate-with-}
		$peer_tg --libc="${peer%%/*}" $peer_variant "$@"
		;;
	inline) $peer_tg --libc=none --inline --route=direct-only "$@" ;;
	minimal)
		peer_minimal_calls "$peer_arch" &&
			$peer_tg --libc=none -I"$peers_place/$peer_arch" "$@" \
				"$srcdir/bench/$peer_arch/minimal.S"
		;;
	dietlibc)
		peer_dir=$(peer_dietlibc "$peer_arch")
		peer_link "$peer_dir/start.o" "$@"
		;;
	klibc)
		klibc_flags='' klibc_stack=
		[ ! -f "$srcdir/bench/$peer_arch/klibc.sh" ] ||
			. "$srcdir/bench/$peer_arch/klibc.sh"
		peer_dir=$(peer_klibc "$peer_arch")
		peer_link "$peer_dir/crt0.o" $klibc_flags \
			-D"PEER_STACK_ABI=$klibc_stack" "$@"
		;;
	nolibc)
		peer_object=$peer_output.nolibc.o
		peer_nolibc_object "$peer_object" &&
			$CC $arch_flag -static -nostdlib "$@" "$peer_object" -lgcc
		peer_status=$?
		rm -f "$peer_object"
		return $peer_status
		;;
	esac
}

peer_cc () {
	peer=$1 peer_arch=$2 peer_output=$3
	shift 3
	if ! peer_why=$(peer_why_not "$peer" "$peer_arch"); then
		printf '%s\n' "$peer, $peer_arch: $peer_why" >&2
		return 2
	fi
	. "$srcdir/sysdeps/$peer_arch/arch.sh"
	peer_headers=${TRAPGATE%/bin/*}/lib/trapgate/$peer_arch/none/include
	peer_tg="$TRAPGATE cc $arch_flag"
	peer_variant=${peer#*/}
	peer_entry=${peer_variant##*-}
	peer_variant="--route=${peer_variant%-*} --entry=$peer_entry"
	# shellcheck disable=SC2086	# CC may hold options.
	peer_ours=$($CC -print-file-name=include)
	set -- -fno-pie -no-pie -fno-asynchronous-unwind-tables -o "$peer_output" "$@"
	# Ours, in front of the libc, and without one.
	case $peer in
	minimal | inline | trapgate/*) ;;	# These have no libc.
	*) set -- -nostdinc -I"$peer_headers" -I"$peer_ours" "$@" ;;
	esac
	peer_name=$(peer_symbol "$peer" "$peer_arch" recvmmsg)
	[ "$peer_name" = recvmmsg ] || set -- -Drecvmmsg="$peer_name" "$@"
	peer_run "$@"
}
