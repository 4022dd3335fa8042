#!/bin/sh
# conform-repro-all.sh - every case as a file of its own, by every door.
# SPDX-License-Identifier: MIT

REPRO_ALL=1
export REPRO_ALL
. "$srcdir/tests/conform-repro.sh"
