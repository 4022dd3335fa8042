#!/bin/sh
# conform-repro-all.sh - every case as a file of its own, by every path.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/conform-repro.sh"
