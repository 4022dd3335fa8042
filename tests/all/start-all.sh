#!/bin/sh
# start-all.sh - programs without a libc, by both compilers.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/start.sh"
