#!/bin/sh
# inline-unwind-all.sh - unwinding through inline calls in every mode.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/inline-unwind.sh"
