#!/bin/sh
# links.sh - makes the names by which every loader finds the library for its program.
# SPDX-License-Identifier: MIT
#
# usage: links.sh LIBRARIES SRCDIR TARGET...
# In LIBRARIES/preload/: for each architecture and libc, a directory with a link for each
# variant that any of them has: to that variant, or else to its default one.  To these
# lead A-P, for each architecture A and platform P, which glibc's loader puts in place of
# $PLATFORM, and A-$PLATFORM itself, for musl's loader (tools/preload/library.c).

set -eu
lib=$1/preload srcdir=$2
shift 2
rm -rf "$lib"
mkdir -p "$lib"
[ $# -gt 0 ] || exit 0
(cd "$lib" && mkdir "$@")

archs='' variants=''
for target; do
	arch=${target%-*}
	case " $archs " in *" $arch "*) continue ;; esac
	archs="$archs $arch"
	. "$srcdir/sysdeps/$arch/arch.sh"
	for route in $arch_routes; do
		for entry in $arch_entries; do
			case " $variants " in
			*" $route-$entry "*) ;;
			*) variants="$variants $route-$entry" ;;
			esac
		done
	done
done

for target; do
	arch=${target%-*} libc=${target#*-}
	. "$srcdir/sysdeps/$arch/arch.sh"
	own=
	for variant in $variants; do
		case " $arch_routes , $arch_entries " in
		*" ${variant%-*} "*,*" ${variant##*-} "*)
			own="$own ../../$arch/$libc/$variant"
			;;
		*)
			ln -s "../../$arch/$libc/${arch_routes%% *}-${arch_entries%% *}" \
				"$lib/$target/$variant"
			;;
		esac
	done
	# shellcheck disable=SC2086	# Names of ours.
	ln -s $own "$lib/$target/"
	# shellcheck disable=SC2016	# For the loaders to expand.
	case $libc in
	glibc)
		for each in $archs; do
			for platform in $arch_platforms; do
				ln -s "$target" "$lib/$each-$platform"
			done
		done
		;;
	musl) ln -s "$target" "$lib/$arch-"'$PLATFORM' ;;
	esac
done
