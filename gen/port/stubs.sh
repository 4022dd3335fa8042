# stubs.sh - makes the stubs of an architecture without building it, for checks of ports.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2154	# The caller sets srcdir.
#
# Used by tests and by check.sh, which set builddir, too.

. "$srcdir/gen/setup/compilers.sh"

# port_compiler ARCH: reads the facts of the architecture, and sets port_cc and port_as to
# the compiler and assembler for it: CC, for its family; those that configure chose; the
# first that are here by the triplet's name; or to nothing.
port_compiler () {
	# shellcheck disable=SC2034	# For numbers.sh.
	arch_headers=
	read_arch "$1"
	port_cc='' port_as=
	if [ -z "$arch_gnu" ] || [ "$arch_gnu" = "$($CC -dumpmachine)" ]; then
		port_cc=$CC port_as=as
		return
	fi
	port_cc=$(sed -n "s/^CC-$1 = //p" "$builddir/../config.mk" 2>/dev/null)
	port_as=$(sed -n "s/^AS-$1 = //p" "$builddir/../config.mk" 2>/dev/null)
	[ -z "$port_cc" ] || return 0
	port_cc=$(cd "$builddir/.." && candidates "$1" | while read -r cc; do
		! command -v "${cc%% *}" >/dev/null || { printf '%s\n' "$cc"; break; }
	done)
	! command -v "$arch_gnu-as" >/dev/null || port_as=$arch_gnu-as
	case ${port_cc%% *} in
	*/*) port_as=$($port_cc -print-prog-name=as) ;;
	esac
}

# port_generate ARCH LIBC DIRECTORY: what the generator makes of it.
port_generate () { sh "$srcdir/gen/generate.sh" "$srcdir" "$@"; }

# port_preprocess ARCH LIBC DIRECTORY: all of its stubs, DIRECTORY/stubs.i.
port_preprocess () {
	port_arch=$1 port_libc=$2 port_out=$3
	set -- -DCFI_SECTION=.eh_frame
	[ "$port_libc" = none ] || set -- "$@" -DMARK_CALLS
	# shellcheck disable=SC2086
	$port_cc $arch_flag -E -nostdinc "$@" "-I$port_out" "-I$srcdir/include/internal" \
		"-I$srcdir/libc/$port_libc" "-I$srcdir/sysdeps/$port_arch" \
		"-I$srcdir/sysdeps/generic" \
		-isystem "$($port_cc -print-file-name=include)" \
		-isystem "$srcdir/include/freestanding" -o "$port_out/stubs.i" "$port_out/stubs.S"
}

# port_assemble DIRECTORY: the stubs of each variant as one object, DIRECTORY/LIST.o, with
# LIST as in gen/variants.awk.
port_assemble () {
	LC_ALL=C awk -v out="$1" -f "$srcdir/gen/port/join.awk" "$1/stubs.i" >"$1/lists" ||
		return
	while read -r port_list; do
		# shellcheck disable=SC2086
		"$port_as" $arch_as_flag -o "$1/$port_list.o" "$1/$port_list.s" || return
	done <"$1/lists"
}
