#!/bin/sh
# generic-all.sh - a machine that nobody has ported to, by both compilers.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/generic.sh"
