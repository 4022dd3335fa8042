#!/bin/sh
# build-clang.sh - clang builds everything as well, without a warning.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

if ! command -v clang >err; then
	skip 'clang builds' 'no clang; apt-get install clang'
	finish
fi
build () { "$srcdir/configure" CC=clang --enable-werror >log 2>&1 && make -j2 >>log 2>&1; }
expect 'clang builds everything' build
grep -n -i -e 'warning:' -e 'error:' -e ' Error ' log | head -n 20 >err
empty 'without a warning' err
finish
