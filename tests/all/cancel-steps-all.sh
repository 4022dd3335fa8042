#!/bin/sh
# cancel-steps-all.sh - a request at each instruction of more calls.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/cancel-steps.sh"
