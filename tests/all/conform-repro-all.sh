#!/bin/sh
# conform-repro-all.sh - a reproducer of every case, by every path.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/conform-repro.sh"
