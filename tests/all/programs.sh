#!/bin/sh
# programs.sh - programs of Debian, with their libc alone and with the shared object.
# SPDX-License-Identifier: MIT
#
# tests/programs/programs.tbl lists them.  Each runs in a root of its own, which mmdebstrap
# makes once below build/programs/, with the libc alone and by trapgate preload with every
# route, on both architectures; each of its results must be the same.  Where there are two
# paths, strace shows which one the calls took, and Docker's filter what that means.
# PROGRAMS="curl ssh" selects programs, PROGRAMS_SUITE another release of Debian than the
# host's.  The results stay in build/programs/results/.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}" "${ARCHS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/programs/sources.lib"
LC_ALL=C
export LC_ALL
. "$srcdir/tests/programs/roots.lib"
results=$builddir/programs/results
export results
rm -rf "$results" && mkdir -p "$results" || exit
sed '/^#/d' "$scripts/programs.tbl" | awk 'NF' >programs
[ -z "${PROGRAMS-}" ] || {
	# shellcheck disable=SC2086	# Names.
	printf '^%s[[:blank:]]\n' $PROGRAMS >wanted
	grep -f wanted programs >chosen
	mv chosen programs
}

# --- The sources of the tests, of the release that the root has.
printf 'deb-src [signed-by=%s] %s %s main\n' /usr/share/keyrings/debian-archive-keyring.gpg \
	"$(debian_mirror)" "$suite" >list
asked=
while read -r program _ package _; do
	sources=$builddir/programs/sources/$suite/$program
	[ "$package" != - ] || continue
	[ ! -d "$sources" ] || continue
	# shellcheck disable=SC2016	# For dpkg.
	source=$(dpkg-query "--admindir=$root/var/lib/dpkg" -W -f '${source:Package}\n' \
		"$package" | head -n 1)
	if [ -z "$asked" ]; then
		asked=yes
		read_sources list || skip "$program" "$why"
	fi
	unpacked "$source" "$PWD/unpacked" && mkdir -p "${sources%/*}" &&
		mv unpacked "$sources"
done <programs
unset APT_CONFIG
while read -r program rest; do
	case $rest in
	*[[:blank:]]-[[:blank:]]*) ;;
	*) [ -d "$builddir/programs/sources/$suite/$program" ] || continue ;;
	esac
	printf '%s %s\n' "$program" "$rest"
done <programs >possible
mv possible programs

# --- The runs.
runs_of () { # ARCH KIND...: each program by each way
	arch=$1
	shift
	. "$srcdir/sysdeps/$arch/arch.sh"
	while read -r program seconds _; do
		for way in alone $arch_routes; do
			for kind; do
				printf '%s\n' "$arch $program $seconds $way $kind"
			done
		done
	done <programs
}
two_paths () { [ -f "$srcdir/sysdeps/$1/socketcall.h" ]; }
for arch in $archs; do
	runs_of "$arch" 1
	! two_paths "$arch" || runs_of "$arch" traced
done >runs
for arch in $archs; do
	# The libc alone once more, which shows the tests that are not the same every time.
	runs_of "$arch" 2 | grep ' alone 2$'
	! two_paths "$arch" || runs_of "$arch" docker | grep -E ' (alone|direct) docker$'
done >>runs
# The longest first.
sort -k 3,3nr -s runs >sorted
perform sorted

perform_again runs

# --- The results.
. "$scripts/judge.lib"
heading >table
for arch in $archs; do
	. "$srcdir/sysdeps/$arch/arch.sh"
	# shellcheck disable=SC2034	# For judge_paths.
	while read -r program _ _ raw; do
		for way in alone $arch_routes; do
			judge_results "$arch" "$program" "$way"
		done
		! two_paths "$arch" || judge_filter "$arch" "$program"
	done <programs
done
sed 's/^/#> /' table
# What make programs prints is of all programs.
[ -n "${PROGRAMS-}" ] || cp table "$builddir/programs/programs"
finish
