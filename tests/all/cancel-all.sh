#!/bin/sh
# cancel-all.sh - cancellation by every route and entry, on more kernels.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/cancel.sh"
