#!/bin/sh
# new-arch.sh - adding an architecture takes one directory, sysdeps/<arch>/.
# SPDX-License-Identifier: MIT
#
# In a copy of the sources: the directory of x86_64 under another name, and a compiler
# for it.  Then without the files that only some architectures need.

. "$srcdir/tests/tap.sh"

has_x86_64=
case $($CC -dumpmachine) in
x86_64-*) has_x86_64=yes ;;
esac
[ -n "$has_x86_64" ] || {
	skip 'a new architecture' "$CC does not compile for x86_64"
	finish
}

copy_source source
mkdir first
dummy=source/sysdeps/dummy
mkdir "$dummy"
cp -R "$srcdir/sysdeps/x86_64/." "$dummy/"
rm -f "$dummy/kernels.tbl"
# A conformance program of its own would take longer than the rest.
rm -r "$dummy/conform"
sed -e 's/^arch_aliases=.*/arch_aliases=dummy/' \
	-e 's/^arch_flag=.*/arch_flag=/' -e 's/x86_64/dummy/' \
	"$srcdir/sysdeps/x86_64/arch.sh" >"$dummy/arch.sh"
cat >dummy-linux-gcc <<EOF
#!/bin/sh
case \$1 in
-dumpmachine) echo dummy-linux-gnu ;;
*) exec $CC "\$@" ;;
esac
EOF
chmod 755 dummy-linux-gcc
compiler=$PWD/dummy-linux-gcc

cat >prog.c <<'EOF'
#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  if (bind (-1, 0, 0) != -1 || errno != EBADF)
    return 1;
  return write (1, argv[argc - 1], 5) != 5;
}
EOF

# build TEXT LIBCS: builds everything for the architecture, without a libc and maybe with.
build () {
	(cd first && CFLAGS=-O1 sh ../source/configure CC="$compiler" --enable-archs=dummy \
		--enable-libcs="$2") >log 2>&1 || fail "$1: configure" log
	(cd first && ${MAKE:-make} -s) >log 2>&1 || {
		fail "$1: make" log
		return
	}
	pass "$1: builds"
	expect "$1: for the new architecture" \
		grep -q dummy first/build/lib/trapgate/run.conf
	text=$1
	for libc in $(printf '%s\n' "$2" | tr , ' '); do
		expect "$text: a program links, $libc" env CC="$compiler" \
			first/build/bin/trapgate cc --libc="$libc" -o prog prog.c
		if runs x86_64; then
			expect "$text: and runs, $libc" on x86_64 ./prog right
			expect "$text: with the right output, $libc" test "$(cat tap.log)" = right
		fi
	done
}

build 'one directory' none

# An architecture whose kernel needs no restorer, that has no inline form, and whose calls
# are no cancellation points: none of these is built.
rm "$dummy/bits/signal.h" "$dummy/sigreturn.S" "$dummy/inline-trap.h" "$dummy"/cancel*
rm -rf first/build
libcs=none
case " $TARGETS " in
*' x86_64-glibc '*) libcs=none,glibc ;;
*) skip 'no cancellation with a libc' 'no x86_64-glibc; apt-get install libc6-dev' ;;
esac
build 'no restorer, no inline form, no cancellation' $libcs
case $libcs in
*,glibc)
	# The object that dynamic programs load.
	expect 'no cancellation: a shared object' \
		test -s first/build/lib/trapgate/dummy/glibc/direct-only-syscall/libtrapgate.so.0
	;;
esac
finish
