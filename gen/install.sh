#!/bin/sh
# install.sh - make install and make uninstall.
# SPDX-License-Identifier: MIT
#
# usage: install.sh install|uninstall SRCDIR VERSION DESTDIR PREFIX BINDIR
#        LIBDIR LIBEXECDIR DATADIR MANDIR
# Installs the contents of build/, in the same layout (see HACKING.md).

set -u
umask 022			# Readable by all users.
action=$1 srcdir=$2 version=$3 destdir=$4 prefix=$5
bin=$6 lib=$7 libexec=$8 data=$9
shift 9
bindir=$destdir$bin
libdir=$destdir$lib/trapgate
libexecdir=$destdir$libexec/trapgate
datadir=$destdir$data/trapgate
man1=$destdir$1/man1 man3=$destdir$1/man3

die () {
	printf 'make %s: %s\n' "$action" "$1" >&2
	exit 2
}
. "$srcdir/gen/setup/config-mk.sh"
for directory in "$prefix" "$bin" "$lib" "$libexec" "$data" "$1"; do
	check_directory "$directory"
done

if [ "$action" = uninstall ]; then
	for page in "$srcdir"/doc/*.1; do
		rm -f "$man1/${page##*/}" || die "cannot remove from $destdir$prefix"
	done
	rm -f "$man3/trapgate-calls.3" || die "cannot remove from $destdir$prefix"
	rm -rf "$bindir/trapgate" "$libdir" "$libexecdir" "$datadir" ||
		die "cannot remove from $destdir$prefix"
	exit 0
fi

# If all directories are in the usual places below one prefix, the command finds
# its parts relative to itself, so that the installation can be moved.
from_root () { # directory, its usual place
	if [ "$bin" = "$prefix/bin" ] && [ "$1" = "$prefix/$2" ]; then
		printf '%s\n' "\$root/$2"
	else
		printf '%s\n' "$1"
	fi | sed 's/,/\\,/g'
}

cannot () {
	die "cannot write to $destdir$prefix; give another place with \
./configure --prefix=DIR or make install DESTDIR=DIR, or be root"
}

set -e
trap 'cannot' EXIT
mkdir -p "$bindir" "$libdir" "$libexecdir" "$datadir" "$man1" "$man3" 2>/dev/null
sed -e "s,@version@,$version," \
	-e "s,@libexecdir@,$(from_root "$libexec" libexec)," \
	-e "s,@libdir@,$(from_root "$lib" lib)," \
	-e "s,@datadir@,$(from_root "$data" share)," \
	"$srcdir/tools/trapgate" 2>/dev/null >"$bindir/trapgate"
chmod 755 "$bindir/trapgate"
rm -rf "$libdir/rest"		# Copies of an older libc, see tools/cc/rest.sh.
cp -R build/lib/trapgate/. "$libdir/"
cp -R build/libexec/trapgate/. "$libexecdir/"
cp -R build/share/trapgate/. "$datadir/"
for page in "$srcdir"/doc/*.1; do
	sed "s,@version@,$version," "$page" >"$man1/${page##*/}"
	chmod u=rwX,go=rX "$man1/${page##*/}"
done
headers=$(cd "$srcdir/include" && find trapgate.h freestanding -name '*.h' | sort)
# shellcheck disable=SC2086	# Names of ours.
(cd "$srcdir/include" && awk -v version="$version" \
	-f ../gen/row.awk -f ../gen/manual.awk $headers \
	../libc/none/calls.h ../socket/socket.tbl ../calls/*.tbl) >"$man3/trapgate-calls.3"
chmod u=rwX,go=rX "$man3/trapgate-calls.3"
find "$libdir" "$libexecdir" "$datadir" -name .made -exec rm -f {} +
chmod -R u=rwX,go=rX "$libdir" "$libexecdir" "$datadir"
trap - EXIT
printf 'installed below %s\n' "$destdir$prefix"
