#!/bin/sh
# path-of-a-call-all.sh - new runs of each kernel are those of doc/path-of-a-call.md.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
doc=$srcdir/doc/path-of-a-call.md
: "${TRAPGATE_KERNELS:=$builddir/kernels}"
export TRAPGATE_KERNELS

kernels=$(sed -n 's/^path-kernels = //p' "$srcdir/tests/lab/path-of-a-call.mk")
for kernel in $kernels; do
	[ -d "$TRAPGATE_KERNELS/$kernel" ] || {
		skip 'the runs of the document' "no kernel $kernel; ./bootstrap guest-$kernel"
		finish
	}
done
for need in gdb jq qemu-system-i386 qemu-system-x86_64; do
	command -v $need >/dev/null || {
		skip 'the runs of the document' "no $need; ./bootstrap guest"
		finish
	}
done
expect 'the runs succeed' env -u MAKEFLAGS -u MAKELEVEL \
	make -C "$builddir/.." path-of-a-call path-new="$PWD/new.md"
[ -f new.md ] || finish

# Addresses differ from run to run, offsets and releases from package to package.
constant () {
	tr -s ' ' <"$1" | sed -e 's/0x[0-9a-f]\{5,\}/ADDRESS/g' -e 's/+0x[0-9a-f]*/+OFFSET/g' \
		-e 's/[0-9]*\.[0-9]*\.[0-9]*-[0-9]*-/RELEASE-/'
}
constant "$doc" >want
constant new.md | diff want - >err
empty 'the runs of the document' err
sed '/ accept4* = -512/d' "$doc" >altered.md
constant altered.md | diff want - >err
if [ -s err ]; then pass 'a lost system call is found'; else fail 'a lost system call is found'; fi
finish
