#!/bin/sh
# rest.sh - the copy of the libc's archive that trapgate cc links with.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
here=$PWD
mk () { sed -n "s/^$1 = *//p" "$builddir/../config.mk"; }

# A target whose programs run here, preferably musl for its small archive.
chosen=
for target in $TARGETS; do
	case $target in
	generic-* | *-none) continue ;;
	esac
	runs "${target%-*}" || continue
	case $chosen in
	'' | *-glibc) chosen=$target ;;
	esac
done
[ -n "$chosen" ] || {
	skip 'a copy' 'no libc whose programs run here'
	finish
}
arch=${chosen%-*} libc=${chosen#*-}
flag=$(flag_of "$arch")

# An installation of only this target, whose libc is a copy that can change.
libdir=$(mk "libdir-$chosen")
mkdir -p libc tree/bin tree/libexec/trapgate "tree/lib/trapgate/$arch"
cp "$libdir"/libc.a "$libdir"/*crt[1in].o libc/
cp "$TRAPGATE" tree/bin/
cp -R "$builddir"/libexec/trapgate/cc* "$builddir"/libexec/trapgate/show \
	tree/libexec/trapgate/
cp -R "$builddir/share" tree/
cp -R "$builddir"/lib/trapgate/compiler.conf "$builddir"/lib/trapgate/include \
	tree/lib/trapgate/
cp -R "$builddir/lib/trapgate/$arch/$libc" "tree/lib/trapgate/$arch/"
sed "s,^cc_libdir=.*,cc_libdir='$here/libc'," \
	"$builddir/lib/trapgate/$arch/$libc/cc.conf" \
	>"tree/lib/trapgate/$arch/$libc/cc.conf"
place=tree/lib/trapgate/rest
XDG_CACHE_HOME=$here/cache
export XDG_CACHE_HOME
tgcc () { tree/bin/trapgate cc "$flag" --libc="$libc" "$@"; }
# copies DIRECTORY: lists the copies below it; left: lists temporary files.
copies () { find "$1" -name libc-rest.a ! -path '*/new.*'; }
left () { find "$1" -name 'new.*'; }
no_left () { left "$1" >output; [ ! -s output ]; }
count () { copies "$1" | wc -l; }

# news N: the libc gets a function news that returns N; the size of the archive does not
# depend on N.
news () {
	printf '%s\n' "int news (void) { return $1; }" >news.c
	$CC "$flag" -c news.c && ar r libc/libc.a news.o
}
cat >prog.c <<'END'
#include <sys/socket.h>
extern int news (void);
int
main (void)
{
  return bind (-1, 0, 0) == -1 ? news () : 99;
}
END
returns () { # TEXT, STATUS: links again, and the program exits with STATUS
	rm -f prog
	expect "$1: links" tgcc -o prog prog.c
	on "$arch" ./prog
	expect "$1: with the current libc" test $? -eq "$2"
}

# --- Made on demand, and never stale.
news 1 2>err
returns 'the first link' 1
expect 'a copy is made, beside the library' test "$(count $place)" = 1
expect 'and nowhere else' test ! -d cache
expect 'no temporary files are left' no_left $place
ls -i "$(copies $place)" >before
returns 'the second link' 1
ls -i "$(copies $place)" >after
expect 'takes the same copy' cmp before after
tree/bin/trapgate show ./prog >out
expect 'bind is ours' grep -q ': calls of trapgate:.* bind' out
nm "$(copies $place)" >names 2>err
expect 'the copy defines no bind' sh -c "! grep -q ' [TW] bind\$' names"

cp -p libc/libc.a older.a
news 2
expect 'the changed libc has the same size' test \
	"$(wc -c <older.a)" = "$(wc -c <libc/libc.a)"
returns 'a libc of the same size' 2
mv older.a libc/libc.a
returns 'the earlier libc again' 1
expect 'each libc has a copy' test "$(count $place)" = 2
mv libc/libc.a libc/real.a
ln -s real.a libc/libc.a
returns 'behind a symbolic link' 1
mv libc/real.a libc/libc.a
names=tree/lib/trapgate/$arch/$libc/names
cp "$names" tree/bin/trapgate .
sed 's/^[0-9]*/1/' names >"$names"
returns 'other names' 1
expect 'other names have another copy' test "$(count $place)" = 3
cp names "$names"
sed 's/^version=.*/version=0.0/' trapgate >tree/bin/trapgate
returns 'another version' 1
expect 'another version has another copy' test "$(count $place)" = 4
cp trapgate tree/bin/

# Making a copy removes old copies, and temporary files left by a kill.
of_libc=$(printf '%s\n' "$place"/*)
mkdir "$of_libc/new.aaaaaa" "$of_libc/new.bbbbbb"
find $place -mindepth 2 ! -name new.bbbbbb -exec touch -d '2 hours ago' {} +
news 3
returns 'after some time' 3
expect 'one copy is left' test "$(count $place)" = 1
left $place >output
expect 'old temporary files are removed' grep -q '/new.bbbbbb$' output
expect 'and recent ones are not' test "$(wc -l <output)" = 1
rmdir "$of_libc/new.bbbbbb"

# --- Several at once.
rm -r $place
for i in 1 2 3 4 5 6; do
	{ tgcc -o "prog$i" prog.c; echo $? >"status$i"; } &
done 2>err
wait
expect 'six links at once: all succeed' test "$(cat status?)" = '0
0
0
0
0
0'
expect 'make one copy' test "$(count $place)" = 1
expect 'and leave nothing' no_left $place
on "$arch" ./prog6
expect 'which is complete' test $? -eq 3

# --- Errors: a tool fails, or is killed.
# broken NAME TEXT COMMAND...: links with a tool NAME in PATH that runs COMMAND.
broken () {
	mkdir -p "broken-$1"
	printf '#!/bin/sh\n%s\n' "$3" >"broken-$1/$1"
	chmod 755 "broken-$1/$1"
	rm -rf $place cache prog
	refuse "$2" 2 "^trapgate cc: $4\$" env PATH="$here/broken-$1:$PATH" tree/bin/trapgate cc \
		"$flag" --libc="$libc" -o prog prog.c
	expect "$2: no program" test ! -e prog
	expect "$2: no copy" test -z "$(copies tree; copies cache 2>err)"
	returns "$2: the next" 3
}
noplace="no place for the copy of $here/libc/libc.a to link with: cannot write \
to $here/tree/lib/trapgate or .*; make room there, or set XDG_CACHE_HOME to a \
directory of your own"
# shellcheck disable=SC2016	# For the tool.
{
broken ar 'killed in the middle' 'kill -9 $PPID' "$noplace"
broken ar 'ar fails' 'exit 1' "$noplace"
broken cp 'half a copy on a full disk' \
	'head -c 10000 "$1" >"$2"; exit 1' "$noplace"
}
broken mv 'the copy cannot be renamed' 'exit 1' "$noplace"
broken readelf 'readelf fails' 'exit 1' \
	"this $libc is not known: no member .* in $here/libc/libc.a; complete .*"
rm -rf $place cache
error_of cc 'no space for the copy' "$noplace" sh -c 'ulimit -f 100; exec "$@"' sh \
	tree/bin/trapgate cc "$flag" --libc="$libc" -o prog prog.c
returns 'room again' 3
: >"$(copies $place)"
returns 'an empty copy' 3
# The libc is replaced while its copy is made.
news 4
cp -p libc/libc.a next.a
news 5
rm -rf $place
mkdir swap
printf '#!/bin/sh\nrm -f swap/cp\n/bin/cp "$@" && mv -f next.a libc/libc.a\n' \
	>swap/cp
chmod 755 swap/cp
expect 'the libc is replaced while it is copied' env PATH="$here/swap:$PATH" \
	tree/bin/trapgate cc "$flag" --libc="$libc" -o prog prog.c
on "$arch" ./prog
expect 'the program has the new one' test $? -eq 4
expect 'and there is one copy' test "$(count $place)" = 1
mv libc/libc.a away.a
error_of cc 'no libc' "cannot read $here/libc/libc.a; install that libc again" \
	tgcc -o prog prog.c
mv away.a libc/libc.a

# --- A libc with another function in a member that ours replaces.
cp -p libc/libc.a known.a
member=$(ar t libc/libc.a | sed -n 's/^bind\.l\{0,1\}o$/&/p')
ar x libc/libc.a "$member"
objcopy --add-symbol 'bind_and_more=.text:0,global,function' "$member" \
	2>err || fail 'a libc with another function' err
ar r libc/libc.a "$member"
error_of cc 'a member with another name' "this $libc is not known: $member \
defines bind_and_more in $here/libc/libc.a; complete libc/$libc/names.tbl and \
run make" tgcc -o prog prog.c
mv known.a libc/libc.a

# --- Another user, who cannot write beside the library.
nobody () {
	setpriv --reuid=65534 --regid=65534 --clear-groups \
		env -u HOME -u XDG_CACHE_HOME "$@"
}
if [ "$(id -u)" -ne 0 ] || ! nobody test -x "$here"; then
	skip 'copies of another user' 'not root, or this directory is closed to other users'
	finish
fi
chmod -R go=rX tree libc prog.c
mkdir mine forged linked
chown 65534 mine
chmod 777 forged linked
# theirs TEXT STATUS VARIABLE...: links as that user; the program exits with STATUS.
as_nobody () {
	nobody "$@" tree/bin/trapgate cc "$flag" --libc="$libc" -o mine/prog prog.c
}
theirs () {
	text=$1 want=$2
	shift 2
	rm -f mine/prog
	expect "another user, $text: links" as_nobody "$@"
	on "$arch" mine/prog
	expect "another user, $text: with the current libc" test $? -eq "$want"
}
returns 'the owner' 4
theirs 'with the copy of the owner' 4 A=
news 6
chmod 644 libc/libc.a
error_of cc 'another user without a cache' "$noplace" as_nobody A=
error_of cc 'a cache with a relative path' "$noplace" as_nobody \
	XDG_CACHE_HOME=mine
theirs 'with a home' 6 HOME="$here/mine"
expect 'has a copy in the cache' test "$(count mine/.cache/trapgate)" = 1
expect 'which is private' test "$(stat -c %a mine/.cache/trapgate)" = 700
ls -i "$(copies mine)" >before
theirs 'with a copy' 6 HOME="$here/mine" XDG_CACHE_HOME=
ls -i "$(copies mine)" >after
expect 'takes the same copy' cmp before after
theirs 'with a newline in the name of the cache' 6 XDG_CACHE_HOME="$here/mine/a (b)
c:/d"

# A copy made by another user: with the right name, but of another libc.
cp -R mine/.cache/trapgate forged/
chown -R 0 forged/trapgate
chmod -R 777 forged/trapgate
cp tree/lib/trapgate/rest/*/*/libc-rest.a "$(copies forged)"
error_of cc "another user's cache" "$noplace" as_nobody XDG_CACHE_HOME="$here/forged"
ln -s "$here/forged/trapgate" linked/trapgate
error_of cc "a link to another user's cache" "$noplace" as_nobody \
	XDG_CACHE_HOME="$here/linked"
his=$(copies mine/.cache)
ln -sf "$here/$(copies forged)" "$his"
theirs "with a link to another user's copy" 6 XDG_CACHE_HOME="$here/mine/.cache"
expect 'has a copy of their own again' test ! -L "$his"
finish
