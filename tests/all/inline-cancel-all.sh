#!/bin/sh
# inline-cancel-all.sh - the inline form by both compilers, in every mode.
# SPDX-License-Identifier: MIT

export SWEEP=all
. "$srcdir/tests/inline-cancel.sh"
