#!/bin/sh
# generic-all.sh - an architecture that nobody has ported to, by both compilers.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/generic.sh"
