#!/bin/sh
# generic-all.sh - an architecture without a port, by both compilers.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/generic.sh"
