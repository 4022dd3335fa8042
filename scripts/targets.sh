# targets.sh - part of configure: what each target is built and linked with.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2086	# CC and flags may hold several words.
#
# A target is ARCH-LIBC.  Each gets a line in config.mk and a file of facts,
# cc.conf, so that trapgate cc has nothing to find out at a link.

no () { # pair, why, package
	[ -z "$asked$libcs" ] ||
		die "$1: $2; apt-get install $3, then configure again"
	echo "$1: no, $2 (apt-get install $3)"
	echo "cc_missing='$2 (apt-get install $3)'" \
		>"build/lib/trapgate/${1%-*}/${1#*-}/cc.conf"
}

yes () { # pair, compile flags, folder of the libc's archives
	echo "$1: yes${3:+, $3}"
	variants="$variants $1"
	printf 'flags-%s = %s\nlibdir-%s = %s\n' "$1" "$2" "$1" "$3" >>"$work/mk"
	printf "cc_%s='%s'\n" flags "$2" libdir "$3" machine "$machine_flag" \
		routes "$machine_routes" entries "$machine_entries" \
		include "$(file include)" begin "$(file crtbeginT.o)" \
		begin_pie "$(file crtbeginS.o)" end "$(file crtend.o)" \
		end_pie "$(file crtendS.o)" >"build/lib/trapgate/${1%-*}/${1#*-}/cc.conf"
}

file () { $CC $machine_flag -print-file-name="$1"; }

over_glibc () {
	more=
	# A 32-bit compiler of a 64-bit Debian lacks the folder of <asm/...>.
	echo '#include <asm/errno.h>' >"$work/h.c"
	$CC $machine_flag -fsyntax-only "$work/h.c" 2>/dev/null ||
		more=" -idirafter /usr/include/x86_64-linux-gnu"
	if try $CC $machine_flag -static; then
		libc_a=$($CC $machine_flag -print-file-name=libc.a)
		yes "$1" "$machine_flag$more" "$(cd "$(dirname "$libc_a")" && pwd)"
	else
		no "$1" "no static glibc" "$machine_glibc_package"
	fi
}

over_musl () {
	for dir in "$MUSL_ROOT" /usr; do
		inc=$dir/include lib=$dir/lib
		[ "$dir" != /usr ] ||
			inc=/usr/include/$machine_musl lib=/usr/lib/$machine_musl
		[ -z "$dir" ] || [ ! -f "$lib/libc.a" ] || {
			yes "$1" "$machine_flag -nostdinc -isystem $inc" "$lib"
			return
		}
	done
	no "$1" "no musl" "$machine_musl_package"
}

# The defaults of trapgate cc, and the names and flags of architectures.
compiler_facts () {
	default=$(machine "$($CC -dumpmachine)")
	case " $variants " in
	*" generic-"*) default=generic ;;
	esac
	targets='' aliases=
	for arch in $known; do
		. "$srcdir/sysdeps/$arch/machine.sh"
		targets="$targets $arch=$machine_flag"
		for name in $machine_aliases; do
			aliases="$aliases $name=$arch"
		done
	done
	printf "%s='%s'\n" default_compiler "$CC" default_arch "$default" \
		targets "$targets" aliases "$aliases"
}
