#!/bin/sh
# matrix-all.sh - the matrix with every entry and libc.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/matrix.sh"
