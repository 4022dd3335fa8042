# targets.sh - part of configure: finds the flags and files of each target.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2086	# Used by configure; CC and flags are words.
#
# A target is ARCH-LIBC.  Each gets lines in config.mk and a file cc.conf with all
# that trapgate cc needs at a link.

# facts NAME VALUE...: prints a quoted assignment of sh for each.
facts () {
	while [ $# -gt 0 ]; do
		printf "%s='%s'\n" "$1" "$(printf '%s\n' "$2" | sed "s/'/'\\\\''/g")"
		shift 2
	done
}

no () { # target, reason, what to do
	must "$1" || {
		left_out "$1" "$2 ($3)"
		return
	}
	{ [ -z "$asked$libcs" ] && ! is_cross "${1%-*}"; } ||
		die "$1: $2; $3, then configure again"
	missing="$missing $1"
	left_out "$1" "$2 ($3)"
}

# must TARGET: whether it may not be left out.  Of a cross architecture that was asked for
# only the mode without a libc, if no libc was.
must () {
	is_cross "${1%-*}" || return 0
	case " $strict ,$libcs,${1#*-}" in
	*" ${1%-*} "*,,none | *" ${1%-*} "*,?*,*) return 0 ;;
	esac
	return 1
}

left_out () { # target, reason
	printf '%s\n' "$1: no, $2"
	facts cc_missing "$2" >"build/lib/trapgate/${1%-*}/${1#*-}/cc.conf"
}

yes () { # target, compiler flags, directory of the libc's archives
	cancel_way "$1" "$3"
	printf '%s\n' "$1: yes${3:+, $3}" ${cancel:+"$1: cancellation by $cancel_by"}
	targets="$targets $1"
	printf 'flags-%s = %s\nlibdir-%s = %s\ncancel-%s = %s\n' "$1" "$2" "$1" "$3" \
		"$1" "${cancel:+-DTG_CANCEL_$cancel}" >>"$work/mk"
	facts cc_flags "$2" cc_libdir "$3" cc_arch "$arch_flag" \
		cc_routes "$arch_routes" cc_entries "$arch_entries" \
		cc_cancel "${cancel:+$cancel_by}" \
		cc_compiler "$(! is_cross "${1%-*}" || printf '%s\n' "$cc")" \
		cc_ar "$cc_ar" cc_pie "$(pie_with "$1" "$3")" \
		cc_include "$(file include)" cc_begin "$(file crtbeginT.o)" \
		cc_begin_pie "$(file crtbeginS.o)" cc_end "$(file crtend.o)" \
		cc_end_pie "$(file crtendS.o)" \
		>"build/lib/trapgate/${1%-*}/${1#*-}/cc.conf"
}

# cancel_way TARGET DIRECTORY: sets cancel to the way in which a static program cancels
# threads in a call, and cancel_by to words for it: libc, by a function of the libc;
# window, by public functions and a signal handler (include/internal/cancel-window.h); or
# nothing.
cancel_way () {
	cancel=
	[ -f "$srcdir/sysdeps/${1%-*}/cancel.S" ] || return 0
	[ "${1#*-}" != none ] || return 0
	function=$(sed -n 's/^#define LIBC_CANCEL	//p' \
		"$srcdir/libc/${1#*-}/cancel-libc.h")
	if nm "$2/libc.a" 2>/dev/null | grep -q " T $function\$"; then
		cancel=libc cancel_by="a function of ${1#*-}"
	elif [ "${1#*-}" = glibc ]; then
		cancel=window cancel_by='a signal handler of trapgate'
	fi
}

file () { $cc $arch_flag -print-file-name="$1"; }

# links: is there a libgcc?  All programs link it, also those without a libc.
links () { try $cc $arch_flag -nostdlib -static -Wl,-e,main -lgcc; }

# can_link: sets cannot, if the compiler makes no program of the architecture, or a wrong
# one.  A compiler that configure has chosen itself is no broken one.
can_link () {
	what="'$cc${arch_flag:+ $arch_flag}'"
	if ! try $cc $arch_flag -c; then
		cannot="$what does not compile"
	elif ! links; then
		cannot="$what does not link, there is no libgcc for it"
	elif ! is_cross "$arch" && broken; then
		cannot=$fault hint="give another one by CC="
	fi
}

# find_pie: sets pie to the options of a static-pie.  Some compilers lack a part: gcc 12
# for riscv64 links one with a loader, gcc 14 for sh4 at a fixed address.
find_pie () {
	pie=
	[ "$arch_static_pie" = yes ] || return 0
	pie=-static-pie
	! is_cross "$arch" || makes_pie $pie || {
		pie="$pie -Wl,-pie,-static,--no-dynamic-linker"
		! links_tls $pie,-z,text || pie=$pie,-z,text
	}
}
# links_tls OPTION...: ld of binutils 2.40 takes thread variables of riscv64 for text
# relocations.
links_tls () {
	echo '__thread int x; int main (void) { return x; }' >"$work/tls.c"
	$cc $arch_flag -fPIE -nostdlib "$@" -Wl,-e,main,--unresolved-symbols=ignore-all \
		-o "$work/t" "$work/tls.c" 2>/dev/null
}
# pie_with TARGET DIRECTORY: prints them, if the libc in DIRECTORY has the start-up.
pie_with () {
	case ${1#*-} in
	glibc) [ "$(file rcrt1.o)" != rcrt1.o ] || return 0 ;;
	musl) [ -f "$2/rcrt1.o" ] || return 0 ;;
	esac
	printf '%s\n' "$pie"
}

makes_pie () {
	try $cc $arch_flag -nostdlib "$@" -Wl,-e,main || return 0
	head=$(LC_ALL=C readelf -hlW "$work/t" 2>/dev/null)
	case $head in
	*' INTERP '*) return 1 ;;
	*' DYN '*) return 0 ;;
	esac
	return 1
}

# each_once WORDS...: prints each word once.
each_once () { printf '%s ' "$@" | tr ' ' '\n' | awk 'NF && !seen[$0]++ { printf " %s", $0 }'; }

# of_compiler PACKAGE: replaces N by the release of the gcc whose files the
# compiler uses, which clang does too.
of_compiler () {
	release=$(${cc:-$CC} -print-file-name=crtbegin.o)
	release=${release%/*}
	release=${release##*/}
	case $release in
	*[!0-9.]* | '') release=N ;;
	esac
	printf '%s\n' "$1" | sed "s/-N-/-${release%%.*}-/"
}

# asm_headers [FLAG]: prints the option with which the compiler finds <asm/...>, if
# it needs one, as for another word size on Debian.
asm_headers () {
	echo '#include <asm/errno.h>' >"$work/h.c"
	! $cc "$@" -fsyntax-only "$work/h.c" 2>/dev/null || return
	for dir in /usr/include/*-linux-gnu; do
		[ -f "$dir/asm/errno.h" ] || continue
		printf '%s\n' " -idirafter $dir"
		return
	done
}

libc_glibc () {
	more=
	is_cross "$arch" || more=$(asm_headers $arch_flag)
	if try $cc $arch_flag -static; then
		libc_a=$(file libc.a)
		yes "$1" "$arch_flag$more" "$(cd "$(dirname "$libc_a")" && pwd)"
	else
		no "$1" "no static glibc" "apt-get install $arch_glibc_package"
	fi
}

libc_musl () {
	own=$(value_of "MUSL_ROOT_$arch")
	is_cross "$arch" || : "${own:=$MUSL_ROOT}"
	for dir in "$own" "$(pwd)/build/cross/$arch/musl" /usr; do
		inc=$dir/include lib=$dir/lib
		[ "$dir" != /usr ] ||
			inc=/usr/include/$arch_musl lib=/usr/lib/$arch_musl
		[ -z "$dir" ] || [ ! -f "$lib/libc.a" ] || {
			yes "$1" "$arch_flag -nostdinc -isystem $inc" "$lib"
			return
		}
	done
	hint="apt-get install $arch_musl_package"
	! is_cross "$arch" || hint="name the directory of one by MUSL_ROOT_$arch="
	no "$1" "no musl" "$hint"
}

# compiler_facts: prints the defaults of trapgate cc, and the names and flags of the
# architectures.
compiler_facts () {
	default=$(arch "$machine")
	case " $targets " in
	*" generic-"*) default=generic ;;
	esac
	known_archs='' aliases='' archs_of_cross=
	for arch in $known; do
		read_arch "$arch"
		case " $targets " in
		*" $arch-"*) is_cross "$arch" && archs_of_cross="$archs_of_cross $arch" ;;
		esac
		is_cross "$arch" || known_archs="$known_archs $arch=$arch_flag"
		for name in $arch_aliases; do
			aliases="$aliases $name=$arch"
		done
	done
	facts default_compiler "$CC" default_arch "$default" \
		known_archs "$known_archs" aliases "$aliases" cross_archs "$archs_of_cross"
}
