# arch.sh - the architecture, its routes and entries, and the libcs there.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034

# is_native NAME: whether it is an architecture of the configured compiler.  The tools
# trace the programs of these.
is_native () {
	case " $known_archs" in
	*" $1="*) return 0 ;;
	esac
	return 1
}

# natives: prints those for which programs can be traced: "A, B".
natives () {
	set --
	for native in $known_archs; do
		[ "${native%%=*}" = generic ] || set -- "$@" "${native%%=*}"
	done
	printf '%s\n' "$*" | sed 's/ /, /g'
}

# Sets arch to the requested architecture, or to the one the compiler generates code
# for, and reads its arch.sh.
find_arch () {
	arch='' made=
	[ -n "$bits" ] || made=$($CC -dumpmachine 2>/dev/null)
	made=${made%%-*}
	for file in "$TRAPGATE_DATA"/sysdeps/*/arch.sh; do
		name=${file%/arch.sh}
		name=${name##*/}
		[ -d "$TRAPGATE_LIB/$name" ] || continue
		. "$file"
		if [ -n "$bits" ]; then
			[ "$bits" != "$arch_flag" ] || ! is_native "$name" || arch=$name
		else
			case " $arch_aliases " in
			*" $made "*) arch=$name ;;
			esac
		fi
	done
	[ -n "$arch" ] || die "${bits:-this arch} was not built; configure it \
with --enable-archs= and run make"
	is_native "$arch" || die "programs of $arch cannot be traced here; give a CC for $(
		natives)"
	. "$TRAPGATE_DATA/sysdeps/$arch/arch.sh"
}

# some_of OPTION "WANTED" "ALL": sets some to those wanted, else to the first.
some_of () {
	some=$2
	case $2 in
	'') some=${3%% *} ;;
	all) some=$3 ;;
	esac
	for one in $some; do
		case " $3 " in
		*" $one "*) ;;
		*) die "$1=$one: $arch has $3" ;;
		esac
	done
}

# klibc's own compiler driver, for the options that it has: the installed one or,
# for another architecture, that of an unpacked package.
find_klibc () {
	klibc=
	for file in "${KLIBC_ROOT:+$KLIBC_ROOT/usr/bin/klcc}" "$(command -v klcc)"; do
		[ -f "$file" ] || continue
		case " $arch_aliases " in
		*" $(perl "$file" -print-klibc-archdir 2>/dev/null) "*) ;;
		*) continue ;;
		esac
		klibc=$file
		klibc_dir=$(perl "$file" -print-klibc-prefix)
		[ "$file" != "${KLIBC_ROOT-}/usr/bin/klcc" ] ||
			klibc_dir=${KLIBC_ROOT-}$klibc_dir
		return
	done
	return 1
}

# absent LIBC: sets why it is missing here, and the package to install; fails if it
# is here.  A package for this architecture has the usual name with the suffix of
# arch_musl_package.
absent () {
	why='' end=${arch_musl_package#musl-dev}
	case $1 in
	glibc | musl | none)
		conf=$TRAPGATE_LIB/$arch/$1/cc.conf
		why="not built for $arch (configure with --enable-libcs=)"
		[ ! -f "$conf" ] || { cc_missing=; . "$conf"; why=$cc_missing; }
		[ -n "$why" ]
		return
		;;
	dietlibc) hint="apt-get install dietlibc-dev$end" ;;
	klibc)
		hint='apt-get install libklibc-dev'
		[ -z "$end" ] || hint="unpack libklibc-dev$end and \
linux-libc-dev$end with dpkg-deb -x, and name the directory: KLIBC_ROOT=DIR"
		find_klibc || { why="no klibc for $arch ($hint)"; return 0; }
		;;
	*) why="no such libc; there are glibc, musl, dietlibc, klibc, none"; return 0 ;;
	esac
	# A library in the right place that does not link is for another
	# architecture.
	echo 'int main (void) { return 0; }' >"$work/probe.c"
	words='' libs=
	add '' "$work/probe.c"
	link_"$1" "$work/probe" "$list" >"$work/log" 2>&1 && return 1
	why="no $1 for $arch ($hint)"
}
