#!/bin/sh
# debian.sh - both commands of the README in a new Debian 12, 13 and sid.
# SPDX-License-Identifier: MIT
#
# DEBIAN_OPTION is an option of mmdebstrap for all three: a mirror whose lists have
# expired needs --aptopt='Acquire::Check-Valid-Until "false"'.

. "$srcdir/tests/tap.sh"

for suite in bookworm trixie sid; do
	if [ "$(id -u)" -ne 0 ] || ! command -v mmdebstrap >/dev/null; then
		skip "$suite" 'a new system needs root and mmdebstrap; apt-get install mmdebstrap'
		continue
	fi
	# From the build tree, as a user would: its logs outlast this test's directory.
	if (cd "$builddir/.." && sh "$srcdir/tests/debian.sh" "$suite" \
		${DEBIAN_OPTION:+"$DEBIAN_OPTION"}) >err 2>&1
	then
		pass "$suite"
		sed 's/^/# /' err
	else
		fail "$suite" err
	fi
done
finish
