# implementation-cc.sh - builds a program with each of the libcs that are compared.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh
#
# The second half of implementations.sh, which lists them.

# The calls in the form that minimal.S includes.
impl_minimal_calls () { # ARCH
	mkdir -p "$impls_place/$1"
	awk -v srcdir="$srcdir" -v arch="$1" -v libc=none -v single=direct \
		-f "$srcdir/tests/stubs.awk" </dev/null |
		awk -v calls="$(printf '%s\n' "$impls_calls" | tr '\n' ' ')" '
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
		}' >"$impls_place/$1/minimal-calls.h.$$" &&
		mv "$impls_place/$1/minimal-calls.h.$$" \
			"$impls_place/$1/minimal-calls.h"
}

# For a libc without a compiler driver: start file, program, archive.
impl_link () { # START ARGUMENT...
	impl_start=$1
	shift
	impl_archive "$impl" "$impl_arch" ''
	impl_lacks=$(impl_absent "$impl" "$impl_arch")
	[ -z "$impl_lacks" ] ||
		set -- -D"IMPL_ABSENT=$impl_lacks" "$@" "$srcdir/bench/absent.c"
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -static -nostdlib "$impl_start" "$@" -x none \
		-Wl,--start-group "$impl_archive" -lgcc -Wl,--end-group
}

# nolibc consists of headers: its calls are compiled, together with its start code.
impl_nolibc_object () { # OBJECT
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -c -std=gnu11 -Os -fno-pie -ffunction-sections \
		-fno-stack-protector -fno-asynchronous-unwind-tables \
		-I"$impls_place/nolibc" \
		-idirafter "/usr/include/$($CC -print-multiarch)" \
		-o "$1" "$srcdir/bench/nolibc.c"
}

# shellcheck disable=SC2086	# CC may hold options.
impl_minimal_object () { # OBJECT ARCH
	impl_minimal_calls "$2" &&
		$CC $arch_flag -c ${impl_minimal_flags-} -I"$impls_place/$2" \
			-o "$1" \
			"$srcdir/sysdeps/$2/bench/minimal.S"
}

# The file with the calls of an implementation: an archive, or the object made for it.
impl_archive () { # IMPLEMENTATION ARCH OBJECT
	impl_lib=${TRAPGATE%/bin/*}/lib/trapgate/$2
	case $1 in
	glibc | musl)
		. "$impl_lib/$1/cc.conf"
		impl_archive=$cc_libdir/libc.a
		;;
	dietlibc) impl_archive=$(impl_dietlibc "$2")/libc.a ;;
	klibc) impl_archive=$(impl_klibc "$2")/libc.a ;;
	trapgate/*) impl_archive=$impl_lib/none/${1#*/}/libtrapgate.a ;;
	nolibc) impl_nolibc_object "$3" && impl_archive=$3 ;;
	minimal) impl_minimal_object "$3" "$2" && impl_archive=$3 ;;
	*) return 1 ;;
	esac
}

impl_only () {
	impl=$1 impl_arch=$2 impl_output=$3
	shift 3
	impl_place=${bench_work:-$impls_place}
	impl_why_not "$impl" "$impl_arch" >&2 || return 2
	. "$srcdir/sysdeps/$impl_arch/arch.sh"
	[ "${impl_only_last-}" = "$impl $impl_arch" ] ||
		impl_archive "$impl" "$impl_arch" "$impl_place/$impl_arch.o" ||
		return
	impl_only_last="$impl $impl_arch"
	for impl_name; do
		set -- "$@" "-Wl,-u,$impl_name"
		shift
	done
	# shellcheck disable=SC2086	# CC may hold options.
	$CC $arch_flag -static -nostdlib -no-pie -Wl,-e,0 \
		-Wl,--defsym=_start=0 -Wl,--gc-sections "$@" \
		-o "$impl_output" -Wl,--start-group "$impl_archive" -lgcc \
		-lgcc_eh -Wl,--end-group
}

# shellcheck disable=SC2086	# The options are words.
impl_run () { # ARGUMENT...: with the driver of $impl, as impl_cc has set it up
	case $impl in
	glibc | musl) $impl_tg --plain --libc="$impl" "$@" ;;
	trapgate/*) $impl_tg --libc=none $impl_variant "$@" ;;
	trapgate-with-*)
		impl=${impl#trapgate-with-}
		$impl_tg --libc="${impl%%/*}" $impl_variant "$@"
		;;
	inline) $impl_tg --libc=none --inline --route=direct-only "$@" ;;
	minimal)
		impl_minimal_calls "$impl_arch" &&
			$impl_tg --libc=none -I"$impls_place/$impl_arch" "$@" \
				"$srcdir/sysdeps/$impl_arch/bench/minimal.S"
		;;
	dietlibc)
		impl_dir=$(impl_dietlibc "$impl_arch")
		impl_link "$impl_dir/start.o" "$@"
		;;
	klibc)
		klibc_flags='' klibc_stack=
		[ ! -f "$srcdir/sysdeps/$impl_arch/bench/klibc.sh" ] ||
			. "$srcdir/sysdeps/$impl_arch/bench/klibc.sh"
		impl_dir=$(impl_klibc "$impl_arch")
		impl_link "$impl_dir/crt0.o" $klibc_flags \
			-D"IMPL_STACK_ABI=$klibc_stack" "$@"
		;;
	nolibc)
		impl_object=$impl_output.nolibc.o
		impl_nolibc_object "$impl_object" &&
			$CC $arch_flag -static -nostdlib "$@" "$impl_object" -lgcc
		impl_status=$?
		rm -f "$impl_object"
		return $impl_status
		;;
	esac
}

impl_cc () {
	impl=$1 impl_arch=$2 impl_output=$3
	shift 3
	if ! impl_why=$(impl_why_not "$impl" "$impl_arch"); then
		printf '%s\n' "$impl, $impl_arch: $impl_why" >&2
		return 2
	fi
	. "$srcdir/sysdeps/$impl_arch/arch.sh"
	impl_headers=${TRAPGATE%/bin/*}/lib/trapgate/$impl_arch/none/include
	impl_tg="$TRAPGATE cc $arch_flag"
	impl_variant=${impl#*/}
	impl_entry=${impl_variant##*-}
	impl_variant="--route=${impl_variant%-*} --entry=$impl_entry"
	# shellcheck disable=SC2086	# CC may hold options.
	impl_ours=$($CC -print-file-name=include)
	set -- -fno-pie -no-pie -fno-asynchronous-unwind-tables -o "$impl_output" "$@"
	# Ours, in front of the libc, and without one.
	case $impl in
	minimal | inline | trapgate/*) ;;	# These have no libc.
	*) set -- -nostdinc -I"$impl_headers" -I"$impl_ours" "$@" ;;
	esac
	impl_name=$(impl_symbol "$impl" "$impl_arch" recvmmsg)
	[ "$impl_name" = recvmmsg ] || set -- -Drecvmmsg="$impl_name" "$@"
	impl_run "$@"
}
