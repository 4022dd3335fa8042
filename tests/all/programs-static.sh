#!/bin/sh
# programs-static.sh - programs linked from Debian's sources by trapgate cc, and by the libc.
# SPDX-License-Identifier: MIT
#
# socat, dnsmasq and dropbear, for each architecture with glibc and with musl, pass what the
# programs of Debian pass in programs.sh, in the same root: linked with --plain, and with
# trapgate by each route.  STATIC_PROGRAMS="socat" selects programs, PROGRAMS_SUITE the
# release of the root and the sources.

: "${srcdir:?}" "${builddir:?}" "${TRAPGATE:?}" "${TARGETS:?}"
. "$srcdir/tests/tap.sh"
. "$srcdir/tests/programs/sources.lib"
LC_ALL=C
export LC_ALL
unset CC
top=$PWD
. "$srcdir/tests/programs/roots.lib"
results=$builddir/programs/results-static binaries=$top/binaries
export results binaries
rm -rf "$results" && mkdir -p "$results" || exit
programs=${STATIC_PROGRAMS-socat dnsmasq dropbear}

# --- How each is built, and which files go into its root.
configure_socat () { ./configure --disable-openssl --disable-readline; }
make_socat () { make -j2 "CC=$cc" socat; }
configure_dnsmasq () { :; }
make_dnsmasq () { make -j2 "CC=$cc" "CFLAGS=$CFLAGS"; }
configure_dropbear () {
	printf '#define DROPBEAR_SVR_PASSWORD_AUTH 0\n' >localoptions.h
	./configure --disable-zlib --disable-harden --disable-lastlog --disable-utmp \
		--disable-utmpx --disable-wtmp --disable-wtmpx --disable-pututline \
		--disable-pututxline
}
make_dropbear () { make -j2 "CC=$cc" "PROGRAMS=$files"; }
# musl has no headers of the kernel; the compiler looks here last.
mkdir kernel binaries
ln -s /usr/include/linux /usr/include/asm-generic \
	"/usr/include/$(gcc -print-multiarch)/asm" kernel/
CFLAGS="-O1 -idirafter $top/kernel"
export CFLAGS

# built PROGRAM TARGET WAY: links it in the current directory, and keeps the files.
built () {
	case $3 in
	alone) cc="$base --plain" ;;
	*) cc="$base --route=$3" ;;
	esac
	# shellcheck disable=SC2086	# Words.
	rm -f $files
	"make_$1" >>"$top/log" 2>&1 || return
	mkdir "$binaries/$2,$1,$3" || return
	# shellcheck disable=SC2086	# Words.
	cp $files "$binaries/$2,$1,$3/" || return
	for file in "$binaries/$2,$1,$3"/*; do
		"$TRAPGATE" show "$file" >"$top/shown" 2>>"$top/log"
		case $3 in
		alone) ! grep -q ', route ' "$top/shown" ;;
		*) grep -q " $2, route $3, entry " "$top/shown" ;;
		esac || {
			cat "$top/shown" >>"$top/log"
			return 1
		}
	done
}
# build PROGRAM ARCH LIBC: all ways; the objects are the same.
build () {
	case $1 in
	dnsmasq) files=src/dnsmasq ;;
	dropbear) files='dropbear dropbearkey' ;;
	*) files=$1 ;;
	esac
	rm -rf "$top/work"
	cp -R "$top/$1" "$top/work" && cd "$top/work" || return
	base="$TRAPGATE cc $arch_flag --libc=$3"
	CC=$base
	export CC
	expect "$1, $2-$3: configure" "configure_$1"
	unset CC
	for way in alone $arch_routes; do
		: >"$top/log"
		if built "$1" "$2-$3" "$way"; then
			pass "$1, $2-$3, $way: built"
			printf '%s\n' "$2-$3 $1 200 $way 1" >>"$top/runs"
		else
			tail -n 15 "$top/log" >"$top/end"
			fail "$1, $2-$3, $way: built" "$top/end"
		fi
	done
	cd "$top" || exit
}

: >runs
printf 'deb-src [signed-by=%s] %s %s main\n' /usr/share/keyrings/debian-archive-keyring.gpg \
	"$(debian_mirror)" "$suite" >list
read_sources list || {
	skip 'static programs' "$why"
	finish
}
for program in $programs; do
	unpacked "$program" || continue
	for arch in $archs; do
		. "$srcdir/sysdeps/$arch/arch.sh"
		for libc in glibc musl; do
			case " $TARGETS " in
			*" $arch-$libc "*) build "$program" "$arch" "$libc" ;;
			*) skip "$program, $arch-$libc" "$arch-$libc is not built" ;;
			esac
		done
	done
done
unset APT_CONFIG
perform runs
perform_again runs

# --- The results.
. "$srcdir/tests/programs/judge.lib"
heading >table
while read -r target program _ way _; do
	judge_results "$target" "$program" "$way"
done <runs
sed 's/^/#> /' table
[ -n "${STATIC_PROGRAMS-}" ] || cp table "$builddir/programs/programs-static"
finish
