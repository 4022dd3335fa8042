#!/bin/sh
# debian.sh - both commands of the README in Debian 12, 13 and sid, made new.
# SPDX-License-Identifier: MIT
#
# An option for mmdebstrap in DEBIAN_OPTION is for all three: a mirror that is
# behind its dates needs --aptopt='Acquire::Check-Valid-Until "false"'.

. "$srcdir/tests/tap.sh"

for suite in bookworm trixie sid; do
	if [ "$(id -u)" -ne 0 ] || ! command -v mmdebstrap >/dev/null; then
		skip "$suite" 'a new system needs root and mmdebstrap; apt-get install mmdebstrap'
		continue
	fi
	# As its user would call it: the logs are not lost with this directory.
	if (cd "$builddir/.." && sh "$srcdir/tests/debian.sh" "$suite" \
		${DEBIAN_OPTION:+"$DEBIAN_OPTION"}) >told 2>&1
	then
		pass "$suite"
		sed 's/^/# /' told
	else
		fail "$suite" told
	fi
done
finish
