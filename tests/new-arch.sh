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

# build TEXT: builds everything for the architecture, without a libc.
build () {
	(cd first && CFLAGS=-O1 sh ../source/configure CC="$compiler" --enable-archs=dummy \
		--enable-libcs=none) >log 2>&1 || fail "$1: configure" log
	(cd first && ${MAKE:-make} -s) >log 2>&1 || {
		fail "$1: make" log
		return
	}
	pass "$1: builds"
	expect "$1: a program links" env CC="$compiler" first/build/bin/trapgate cc \
		--libc=none -o prog prog.c
	expect "$1: for the new architecture" \
		grep -q dummy first/build/lib/trapgate/run.conf
	if runs x86_64; then
		expect "$1: and runs" on x86_64 ./prog right
		expect "$1: with the right output" test "$(cat tap.log)" = right
	fi
}

build 'one directory'

# An architecture whose kernel needs no restorer, and that has no inline form: neither
# is built.
rm "$dummy/bits/signal.h" "$dummy/sigreturn.S" "$dummy/inline-trap.h"
rm -rf first/build
build 'no restorer, no inline form'
finish
