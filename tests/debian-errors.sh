#!/bin/sh
# debian-errors.sh - the errors of tests/debian.sh, which needs root and a mirror.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
mkdir bin elsewhere
export top="$PWD"
PATH=$top/bin:$PATH
stub () {
	{ echo '#!/bin/sh' && cat; } >"$1"
	chmod 755 "$1"
}
stub bin/id <<'END'
echo 0
END
debian () { (cd elsewhere && TMPDIR=$top/elsewhere sh "$srcdir/tests/debian.sh" "$@"); }
refuse 'debian.sh: no suite' 2 "^debian.sh: no suite ''; usage: " debian
refuse 'debian.sh: a suite that is a path' 2 "^debian.sh: no suite '../x'; usage: " debian ../x
stub bin/mmdebstrap <<'END'
printf '%s\n' "E: no suite $2"
exit 25
END
refuse 'debian.sh: no system can be made' 2 '^debian.sh: mmdebstrap failed; its output is in /' \
	debian woody
expect 'debian.sh: its output is there' grep -q -x 'E: no suite woody' \
	elsewhere/build/debian/woody/mmdebstrap
echo build >want
(cd elsewhere && ls) >err
expect 'debian.sh: nothing else is left' diff want err
stub bin/id <<'END'
echo 7
END
refuse 'debian.sh: not root' 2 '^debian.sh: a new system needs root; ' debian woody
finish
