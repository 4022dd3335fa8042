#!/bin/sh
# bootstrap-cross.sh - how a compiler of a newer Debian is fetched and unpacked.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC2317	# Functions are called by name.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
for tool in dpkg-deb readelf; do
	command -v $tool >/dev/null || {
		skip 'compilers of Debian packages' "there is no $tool"
		finish
	}
done
export top="$PWD"
mkdir bin
stub () { # FILE
	{ echo '#!/bin/sh' && cat; } >"$1"
	chmod 755 "$1"
}
# A mirror whose packages are in the directory of a release.
stub bin/apt-get <<'END'
release=$(sed -n 's/^deb .* \([a-z]*\) main/\1/p' "$(
	sed -n 's/^Dir::Etc::SourceList "\(.*\)";/\1/p' "$APT_CONFIG")" 2>/dev/null)
case $1 in
update)
	printf '%s\n' "$release" >>"$top/did"
	[ -d "$top/$release" ] || { printf '%s\n' 'E: no such mirror' >&2; exit 100; }
	;;
install)
	printf '%s\n' "$*" >>"$top/did"
	cp "$top/$release"/*.deb "$(sed -n 's/^Dir::Cache "\(.*\)";/\1/p' "$APT_CONFIG")/archives"
	;;
esac
END
stub bin/apt-cache <<'END'
cat "$top/names"
END
export PATH="$top/bin:$PATH" TRAPGATE_MIRROR=http://mirror.example/debian/
printf 'arch_gnu=x-y-gnu\narch_glibc_package=libc-x\n' >facts
mkdir -p copy/gen copy/sysdeps/x
cp -R "$srcdir/gen/setup" copy/gen/
cp facts copy/sysdeps/x/arch.sh
cross () { sh copy/gen/setup/cross.sh "$top/out" x; }

# release NAME SYMBOLS: one whose compiler makes objects that name these.  The loader of
# its programs is a script, so that its arguments show.
release () {
	mkdir -p "$1" files/DEBIAN files/usr/bin files/usr/lib/x86_64-linux-gnu
	printf '%s\n' 'Package: gcc-x-y-gnu' "Version: 1-$1" 'Architecture: all' \
		'Maintainer: no one <no@example>' 'Description: none' >files/DEBIAN/control
	stub files/usr/bin/x-y-gnu-gcc <<END
while [ "\$1" != -o ]; do shift; done
echo $1 >"\$2"
END
	stub files/usr/bin/x-y-gnu-nm <<END
printf ' U %s\\n' $2
END
	stub files/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 <<END
printf '%s\\n' "\$*" | tr ' ' '\\n' >"$top/loaded"
END
	: >files/usr/bin/patchelf
	cp program files/usr/bin/x-y-gnu-as
	dpkg-deb --build files "$1/gcc.deb" >/dev/null && rm -rf files
}
echo 'int main (void) { return 0; }' >program.c
$CC -o program program.c
readelf -lW program | grep -q 'interpreter: /lib64/' || {
	skip 'a compiler is unpacked' 'programs have another loader here'
	finish
}
release trixie g
release sid 'g x'

echo libc-x >names
expect 'a compiler is unpacked' cross
is 'of the first release whose compiler is right' \
	"bootstrap: unpacked x-y-gnu-gcc of sid in $top/out" "$(cat tap.log)"
is 'both were tried, in order' 'trixie sid' "$(grep -v install did | paste -s -d ' ' -)"
expect 'with the libc' grep -q 'gcc-x-y-gnu patchelf libc-x$' did
is 'the tools have the names of the triplet' 'x-y-gnu-as x-y-gnu-gcc x-y-gnu-nm' \
	"$(find out/bin -name 'x-y-gnu-*' | sed 's,.*/,,' | sort | paste -s -d ' ' -)"
expect 'and lead to what was unpacked' grep -q sid out/bin/x-y-gnu-gcc
is 'the packages are listed' "$(printf 'gcc-x-y-gnu\t1-sid')" "$(cat out/packages)"
# The program in the new directory, by the loader in the old one.
grep -e '^/' loaded | sed "s,^$top/,," >got
printf '%s\n' out.new/usr/lib/x86_64-linux-gnu out.new/usr/bin/patchelf \
	out/usr/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2 out/usr/lib/x86_64-linux-gnu \
	out.new/usr/bin/x-y-gnu-as >want
expect 'programs use the unpacked libc, where it will be' cmp want got

: >names
: >did
expect 'a libc may be absent' cross
expect 'then it is not asked for' grep -q 'gcc-x-y-gnu patchelf$' did

rm -r sid
refuse 'without one that is right' 1 \
	'^bootstrap: cannot get a compiler for x: trixie from .*compiles a comparison' cross
expect 'none is left' test ! -e out/bin
rm -r trixie
refuse 'without a mirror' 1 'a compiler for x: trixie from .*: E: no such mirror; check' cross
is 'one line' 1 "$(wc -l <tap.log | tr -d ' ')"
refuse 'an unknown architecture' 1 "^bootstrap: there is no architecture 'y'" \
	sh copy/gen/setup/cross.sh out y
finish
