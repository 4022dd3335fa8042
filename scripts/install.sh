#!/bin/sh
# install.sh - make install and make uninstall.
# SPDX-License-Identifier: MIT
#
# usage: install.sh install|uninstall SRCDIR CONFIG.MK DESTDIR
# Installed is what build/ holds, in the same layout (see HACKING.md).

set -u
action=$1 srcdir=$2 config=$3 destdir=$4

die () {
	echo "make $action: $1" >&2
	exit 2
}

mk () { sed -n "s,^$1 = *,,p" "$config"; }
prefix=$(mk prefix)
bindir=$destdir$(mk bindir)
libdir=$destdir$(mk libdir)/trapgate
libexecdir=$destdir$(mk libexecdir)/trapgate
datadir=$destdir$(mk datadir)/trapgate
man1=$destdir$(mk mandir)/man1

if [ "$action" = uninstall ]; then
	rm -rf "$bindir/trapgate" "$libdir" "$libexecdir" "$datadir" \
		"$man1/trapgate.1" || die "cannot remove from $destdir$prefix"
	exit 0
fi

# The command finds its parts from where it lies while they are below one
# prefix in the usual places, so that the whole can be moved.
from_root () { # variable, usual folder
	dir=$(mk "$1")
	if [ "$(mk bindir)" = "$prefix/bin" ] && [ "$dir" = "$prefix/$2" ]; then
		echo "\$root/$2"
	else
		echo "$dir"
	fi
}

cannot () {
	die "cannot write to $destdir$prefix; give another place with \
./configure --prefix=DIR or make install DESTDIR=DIR, or be root"
}

set -e
trap 'cannot' EXIT
mkdir -p "$bindir" "$libdir" "$libexecdir" "$datadir" "$man1" 2>/dev/null
sed -e "s,@version@,$(mk version)," \
	-e "s,@libexecdir@,$(from_root libexecdir libexec)," \
	-e "s,@libdir@,$(from_root libdir lib)," \
	-e "s,@datadir@,$(from_root datadir share)," \
	"$srcdir/tools/trapgate" 2>/dev/null >"$bindir/trapgate"
chmod 755 "$bindir/trapgate"
cp -R build/lib/trapgate/. "$libdir/"
cp -R build/libexec/trapgate/. "$libexecdir/"
cp -R build/share/trapgate/. "$datadir/"
sed "s,@version@,$(mk version)," "$srcdir/doc/trapgate.1" >"$man1/trapgate.1"
find "$libdir" "$libexecdir" "$datadir" -name .made -exec rm -f {} +
chmod -R u=rwX,go=rX "$libdir" "$libexecdir" "$datadir" "$man1/trapgate.1"
trap - EXIT
echo "installed below $destdir$prefix"
