#!/bin/sh
# install.sh - make install and uninstall; the installed files work.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
top=$PWD
cat >uses.c <<'END'
#include <errno.h>
#include <sys/socket.h>
int
main (void)
{
  static struct sockaddr name;
  return !(bind (-1, &name, sizeof name) == -1 && errno == EBADF);
}
END

# tree DIR PREFIX: the same build with another config.mk, without building again.
tree () {
	mkdir "$1"
	cp "$builddir/../Makefile" "$1"
	sed -e "s,^srcdir = .*,srcdir = $srcdir," -e \
		"s,^prefix = .*,prefix = $2," \
		-e "s,^bindir = .*,bindir = $2/bin," -e \
			"s,^libdir = .*,libdir = $2/lib," \
		-e "s,^libexecdir = .*,libexecdir = $2/libexec," \
		-e "s,^datadir = .*,datadir = $2/share," \
		-e "s,^mandir = .*,mandir = $2/share/man," \
		"$builddir/../config.mk" >"$1/config.mk"
	mkdir "$1/build"
	for part in bin lib libexec share; do
		cp -R -p "$builddir/$part" "$1/build/"
	done
}
run () { # install|uninstall DIR DESTDIR
	(umask 077 && cd "$2" && sh "$srcdir/gen/install.sh" "$1" "$srcdir" \
		0.1 "$3" "$prefix" "$prefix/bin" "$prefix/lib" "$prefix/libexec" \
		"$prefix/share" "$prefix/share/man")
}

for prefix in /usr/local /usr /opt/a+b; do
	name=tree$(printf '%s\n' "$prefix" | tr / -)
	dest=$top/dest$(printf '%s\n' "$prefix" | tr / -)
	tree "$name" "$prefix"
	expect "$prefix: install" run install "$name" "$dest"
	(cd "$dest" 2>/dev/null && find . -type f -o -type l) | sort >installed
	# Build products and the manual; no stamps of make.
	(cd "$name/build" && {
		echo ./bin/trapgate
		find ./lib ./libexec ./share \( -type f -o -type l \) ! -name .made
		for page in "$srcdir"/doc/*.1; do
			printf '%s\n' "./share/man/man1/${page##*/}"
		done
		echo ./share/man/man3/trapgate-calls.3
	}) | sed "s,^\\.,.$prefix," | sort >want
	expect "$prefix: the build products are installed" diff want installed
	expect "$prefix: and none contains the build directory" \
		sh -c "! grep -r -l -F -e '$top' -e '@version@' '$dest'"
	find "$dest" ! -type l ! -perm -044 >err
	expect "$prefix: everybody may read them" test ! -s err
	# Moved once more: the command finds its parts relative to itself.
	mv "$dest" "$dest.moved"
	dest=$dest.moved
	command=$dest$prefix/bin/trapgate
	for target in $TARGETS; do
		arch=${target%-*} libc=${target#*-}
		[ "$arch" != generic ] || continue
		rm -f prog
		expect "$prefix: cc for $target" "$command" cc \
			"$(flag_of "$arch")" \
			--libc="$libc" -o prog uses.c
		expect_on "$arch" "$prefix: $target runs" ./prog
	done
	"$command" show ./prog >out 2>&1
	expect "$prefix: show FILE" grep -q '^./prog: trapgate ' out
	"$command" show bind >out 2>&1
	expect "$prefix: show CALL" grep -q '^call bind: int bind (int fd, ' out
	expect "$prefix: with its code" grep -q '^code:' out
	expect "$prefix: help" "$command" help
	# The synopsis has each row, as it is.
	sed -n 's/^\.Fn \([a-z0-9_]*\).*/\1/p' "$dest$prefix/share/man/man3/trapgate-calls.3" >got
	awk '{ sub(/#.*/, "") } NF { print $1 }' "$srcdir/socket/socket.tbl" \
		"$srcdir"/calls/*.tbl >want
	expect "$prefix: the manual has every call" diff want got
	expect "$prefix: with its arguments" grep -q -x -F \
		'.Fn bind "int fd" "const struct sockaddr *addr" "socklen_t addrlen"' \
		"$dest$prefix/share/man/man3/trapgate-calls.3"
	dest=${dest%.moved}
	mv "$dest.moved" "$dest"

	: >"$dest$prefix/share/man/man1/other.1"
	expect "$prefix: a second install" run install "$name" "$dest"
	expect "$prefix: uninstall" run uninstall "$name" "$dest"
	(cd "$dest" && find . -type f -o -type l) >installed
	expect "$prefix: removes our files, and no others" \
		test "$(cat installed)" = ".$prefix/share/man/man1/other.1"
	expect "$prefix: a second uninstall is no error" run uninstall \
		"$name" "$dest"
done

# make calls it with the right arguments.
(cd tree-usr && make -n -o all install DESTDIR=/some/where) >out 2>&1
expect 'make install passes DESTDIR' \
	grep -q "install.sh install .* '/some/where' " out
(cd tree-usr && make -n uninstall DESTDIR=/some/where) >out 2>&1
expect 'and so does make uninstall' \
	grep -q "install.sh uninstall .* '/some/where' " out

# Not even root can write below a file.
: >file
prefix=$top/file/below
tree refused "$prefix"
run install refused '' >out 2>err
status=$?
expect 'a directory that cannot be written: exit 2' test "$status" -eq 2
expect 'one clear line' test "$(wc -l <err)" -eq 1
expect 'with a remedy' grep -q \
	"^make install: cannot write to $top/file/below; \
.*--prefix=DIR.*DESTDIR=DIR" err
# A partial installation is a failure.
mkdir -p half/usr/local/share
: >half/usr/local/share/trapgate
prefix=/usr/local
run install tree-usr-local "$top/half" >out 2>err
status=$?
expect 'a file that cannot be written: exit 2' test "$status" -eq 2
expect 'a file that cannot be written: one clear line' test "$(wc -l <err)" -eq 1
# A prefix on make's command line overrides the configured one.
expect 'make install prefix=' make -s -C "$builddir/.." install \
	prefix=/given/there DESTDIR="$top/given"
expect 'goes there' test -x given/given/there/bin/trapgate
expect 'which works' given/given/there/bin/trapgate cc -o prog uses.c
expect 'make uninstall prefix=' make -s -C "$builddir/.." uninstall \
	prefix=/given/there DESTDIR="$top/given"
expect 'removes all files' test -z "$(find given -type f)"
finish
