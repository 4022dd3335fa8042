# build.sh - the architecture, the kernels and the programs of trapgate trace.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh disable=SC2034,SC2154

# program_arch FILE: sets found to the architecture of an executable, which must be
# static, since a guest has no libraries.
program_arch () {
	found=''
	head=$(LC_ALL=C readelf -hl -- "$1" 2>/dev/null)
	case $head in
	*' INTERP '*) die "$1 is linked dynamically; link it with -static" ;;
	esac
	for file in "$TRAPGATE_DATA"/sysdeps/*/arch.sh; do
		arch_elf=''
		. "$file"
		file=${file%/*}
		case $head in
		*Machine:*" $arch_elf"*)
			[ -z "$arch_elf" ] || ! is_native "${file##*/}" || found=${file##*/}
			;;
		esac
	done
	[ -n "$found" ] || die "$1 is of another architecture; --arch= has $(natives)"
}

# choose_arch: sets arch, and reads its arch.sh.
choose_arch () {
	if [ -n "$arch" ]; then
		named=$arch
		case ", $(natives), " in
		*[!a-z0-9_]"$named",*) file=$TRAPGATE_DATA/sysdeps/$named/arch.sh ;;
		*) file= ;;
		esac
		[ -f "$file" ] || die "--arch=$named: there is $(natives)"
		. "$file"
		[ -z "$bits" ] || [ "$bits" = "$arch_flag" ] ||
			die "--arch=$named and $bits: give one of them"
		bits=$arch_flag
	fi
	if [ -n "$linked" ]; then
		wanted=$bits
		program_arch "$program"
		. "$TRAPGATE_DATA/sysdeps/$found/arch.sh"
		[ "${wanted:-$arch_flag}" = "$arch_flag" ] ||
			die "$program is of $found; leave ${wanted} out"
		bits=$arch_flag
	fi
	find_arch
}

# choose_libc: sets libc, routes and entries; - if an executable does not show it.
choose_libc () {
	if [ -n "$linked" ]; then
		of_executable
		return
	fi
	for one in ${libc:-glibc musl none}; do
		conf=$TRAPGATE_LIB/$arch/$one/cc.conf
		[ -f "$conf" ] && break
		conf=
	done
	libc=$one
	case $libc in
	glibc | musl | none) ;;
	*) die "--libc=$libc: there is glibc, musl, none" ;;
	esac
	[ -n "$conf" ] || die "--libc=$libc was not built for $arch; \
configure it with --enable-libcs= and run make"
	if [ -n "$plain" ]; then
		routes=- entries=-
		return
	fi
	some_of --route "$routes" "$arch_routes"
	routes=$some
	some_of --entry "$entries" "$arch_entries"
	entries=$some
}

# The variant of trapgate in it, as trapgate show has it.
of_executable () {
	cp -- "$program" "$work/executable" || die "cannot copy $program to $work; \
make room there, or set TMPDIR"
	libc='' routes=- entries=-
	# PATH: trapgate VERSION, ARCH-LIBC, route ROUTE, entry ENTRY
	line=$(sh "$tools/show" "$work/executable") || return
	line=${line##"$work/executable: trapgate "}
	line=${line%%"$newline"*}
	libc=${line#*, *-}
	libc=${libc%%,*}
	routes=${line#*, route }
	routes=${routes%%,*}
	entries=${line#*, entry }
}

# choose_kernels: sets kernels to those named, or to the first that runs arch.
choose_kernels () {
	[ -x "$parts/record-$arch" ] || die "trace was not built for $arch: it needs glibc; \
install its development files, then run configure and make"
	"$tools/guest" --list >"$work/kernels" || exit
	[ -n "$kernels" ] || kernels=$(awk -v arch="$arch" '
		index($2, arch) && $3 == "here:" { print $1; exit }' "$work/kernels")
	[ -n "$kernels" ] || die "there is no kernel for $arch programs here; \
./bootstrap guest gets one"
	for kernel in $kernels; do
		kernel_arch_of "$kernel"
	done
}

# kernel_arch_of KERNEL: sets kernel_arch, and kernel_path for the guest.  The image of
# Linux 3.8 and newer states whether it is a 64-bit kernel:
# Documentation/arch/x86/boot.rst, xloadflags.
kernel_arch_of () {
	kernel_path=$1
	line=$(name=$1 awk '$1 == ENVIRON["name"] { print $2, $3; exit }' "$work/kernels")
	case $line in
	*' not') die "kernel $1 is not here; ./bootstrap guest-$1 gets it" ;;
	x86_64*) kernel_arch=x86_64 ;;
	i386*) kernel_arch=i386 ;;
	*)
		[ -f "$1" ] || die "--kernel=$1: no kernel of that name or path; known \
are $(awk '{ printf "%s%s", (NR > 1 ? ", " : ""), $1 }' "$work/kernels")"
		case $1 in
		/*) ;;
		*) kernel_path=$PWD/$1 ;;
		esac
		kernel_arch=i386
		case $(od -A n -t u1 -j 566 -N 1 -- "$1" 2>/dev/null) in
		*[13579]) kernel_arch=x86_64 ;;
		esac
		;;
	esac
	[ "$arch" = i386 ] || [ "$kernel_arch" = "$arch" ] ||
		die "--kernel=$1 runs no $arch program; take another, see trapgate guest --list"
}

# safe NAME: sets text to the name of a file for a program that is called so: without
# what a kernel would print as it is.
safe () {
	text=${1##*/}
	text=${text%.*}
	case $text in
	'' | *[!A-Za-z0-9_.-]* | -*) text=$(printf '%s' "$text" | LC_ALL=C tr -c 'A-Za-z0-9_.-' _)
		text=x${text#-} ;;
	esac
}

# set_place N: sets the programs of variant N.
set_place () {
	place=$work/$1
	prog=$place/program/$program_name
	partner_prog=${partner:+$place/partner/$partner_name}
}

# build_variant: builds both programs of the current one in its place.
build_variant () {
	progress "building for route $route, entry $entry"
	set_place "$variant"
	mkdir -p "$place/program" "$place/partner" || no_room
	if [ -n "$linked" ]; then
		copy_program "$program" "$prog"
	else
		make_program "$prog" "$sources"
	fi
	[ -n "$partner" ] || return 0
	if [ -n "$partner_linked" ]; then
		copy_program "$partner" "$partner_prog"
	else
		add '' "$partner"
		make_program "$partner_prog" "$list"
	fi
}

no_room () { die "cannot write to $work; make room there, or set TMPDIR"; }

copy_program () { # FILE COPY
	{ cp -- "$1" "$2" && chmod 755 "$2"; } 2>/dev/null || no_room
}

# make_program PROGRAM SOURCES, a list.
make_program () {
	add "$cc_words" -o "$1"
	list=$list$2
	[ -n "$plain" ] || add "$list" "--route=$route" "--entry=$entry"
	with_words "$list" sh "$tools/cc" "$arch_flag" "--libc=$libc" >"$work/log" 2>&1 &&
		[ -f "$1" ] && return
	progress ''
	cat "$work/log" >&2
	die "${1##*/} does not build for $arch with $libc; correct what is above"
}
