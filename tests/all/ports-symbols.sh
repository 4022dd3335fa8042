#!/bin/sh
# ports-symbols.sh - test symbols on other architectures, with their own libcs.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/ports.lib"
ports_or_skip
# shellcheck disable=SC2034	# For symbols.sh.
TARGETS=$(ports | tr '\n' ' ')
. "$srcdir/tests/symbols.sh"
