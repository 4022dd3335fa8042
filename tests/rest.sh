#!/bin/sh
# rest.sh - the copy of the libc's archive that trapgate cc links with.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
here=$PWD
mk () { sed -n "s/^$1 = *//p" "$builddir/../config.mk"; }

# A chosen that runs here, musl's for its small archive.
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

# An installation of this chosen alone, whose libc is a copy that can change.
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
# All copies below a directory, and what was left of making one.
copies () { find "$1" -name libc-rest.a ! -path '*/new.*'; }
left () { find "$1" -name 'new.*'; }
no_left () { left "$1" >said; [ ! -s said ]; }
count () { copies "$1" | wc -l; }

# news N: the libc has a function news that returns N; the archive gets no
# larger or smaller by another N.
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
returns () { # text, status: of the next link
	rm -f prog
	expect "$1: links" tgcc -o prog prog.c
	on "$arch" ./prog
	expect "$1: with the libc as it is now" test $? -eq "$2"
}

# --- Made when it is missed, and never stale.
news 1 2>told
returns 'the first link' 1
expect 'a copy is made, beside the library' test "$(count $place)" = 1
expect 'and nowhere else' test ! -d cache
expect 'nothing is left of making it' no_left $place
ls -i "$(copies $place)" >before
returns 'the second link' 1
ls -i "$(copies $place)" >after
expect 'takes the same copy' cmp before after
tree/bin/trapgate show ./prog >out
expect 'bind is ours' grep -q ': calls of trapgate:.* bind' out
nm "$(copies $place)" >names 2>told
expect 'the copy defines no bind' sh -c "! grep -q ' [TW] bind\$' names"

cp -p libc/libc.a older.a
news 2
expect 'another libc of the same size' test \
	"$(wc -c <older.a)" = "$(wc -c <libc/libc.a)"
returns 'a libc of the same size' 2
mv older.a libc/libc.a
returns 'the older one again' 1
expect 'each has a copy' test "$(count $place)" = 2
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

# Old copies, and what was left behind by a kill, go with the next one.
of_libc=$(printf '%s\n' "$place"/*)
mkdir "$of_libc/new.aaaaaa" "$of_libc/new.bbbbbb"
find $place -mindepth 2 ! -name new.bbbbbb -exec touch -d '2 hours ago' {} +
news 3
returns 'after some time' 3
expect 'there is one copy again' test "$(count $place)" = 1
left $place >said
expect 'what was left goes, if it is old' grep -q '/new.bbbbbb$' said
expect 'and nothing else stays' test "$(wc -l <said)" = 1
rmdir "$of_libc/new.bbbbbb"

# --- Several at once.
rm -r $place
for i in 1 2 3 4 5 6; do
	{ tgcc -o "prog$i" prog.c; echo $? >"status$i"; } &
done 2>told
wait
expect 'six links at once' test "$(cat status?)" = '0
0
0
0
0
0'
expect 'make one copy' test "$(count $place)" = 1
expect 'and leave nothing' no_left $place
on "$arch" ./prog6
expect 'that is whole' test $? -eq 3

# --- What goes wrong: another tool, or none, at its work.
# Behind a PATH with another tool: broken NAME TEXT COMMAND...
broken () {
	mkdir -p "broken-$1"
	printf '#!/bin/sh\n%s\n' "$3" >"broken-$1/$1"
	chmod 755 "broken-$1/$1"
	rm -rf $place cache prog
	refuse "$2" 2 "^trapgate cc: $4\$" env PATH="$here/broken-$1:$PATH" tree/bin/trapgate cc \
		"$flag" --libc="$libc" -o prog prog.c
	expect "$2: no program" test ! -e prog
	expect "$2: no copy" test -z "$(copies tree; copies cache 2>told)"
	returns "$2: the next" 3
}
noplace="no place for the copy of $here/libc/libc.a to link with: cannot write \
to $here/tree/lib/trapgate or .*; make room there, or set XDG_CACHE_HOME to a \
directory of your own"
# shellcheck disable=SC2016	# They are those of the other tool.
{
broken ar 'killed in the middle' 'kill -9 $PPID' "$noplace"
broken ar 'ar fails' 'exit 1' "$noplace"
broken cp 'half a copy and no more room' \
	'head -c 10000 "$1" >"$2"; exit 1' "$noplace"
}
broken mv 'it cannot be put in place' 'exit 1' "$noplace"
broken readelf 'readelf fails' 'exit 1' \
	"this $libc is not known: no member .* in $here/libc/libc.a; complete .*"
rm -rf $place cache
dies cc 'no room for it' "$noplace" sh -c 'ulimit -f 100; exec "$@"' sh \
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
expect 'replaced while it is copied' env PATH="$here/swap:$PATH" \
	tree/bin/trapgate cc "$flag" --libc="$libc" -o prog prog.c
on "$arch" ./prog
expect 'the program has the later one' test $? -eq 4
expect 'and there is no other copy' test "$(count $place)" = 1
mv libc/libc.a away.a
dies cc 'no libc' "cannot read $here/libc/libc.a; install that libc again" \
	tgcc -o prog prog.c
mv away.a libc/libc.a

# --- A libc that has more than ours in such a member.
cp -p libc/libc.a known.a
member=$(ar t libc/libc.a | sed -n 's/^bind\.l\{0,1\}o$/&/p')
ar x libc/libc.a "$member"
objcopy --add-symbol 'bind_and_more=.text:0,global,function' "$member" \
	2>told || fail 'a libc that has more' told
ar r libc/libc.a "$member"
dies cc 'a member that has another name' "this $libc is not known: $member \
defines bind_and_more in $here/libc/libc.a; complete libc/$libc/names.tbl and \
run make" tgcc -o prog prog.c
mv known.a libc/libc.a

# --- Another user, who may not write beside the library.
nobody () {
	setpriv --reuid=65534 --regid=65534 --clear-groups \
		env -u HOME -u XDG_CACHE_HOME "$@"
}
if [ "$(id -u)" -ne 0 ] || ! nobody test -x "$here"; then
	skip 'the copies of another user' 'not root, or no other user can come here'
	finish
fi
chmod -R go=rX tree libc prog.c
mkdir mine forged linked
chown 65534 mine
chmod 777 forged linked
# theirs TEXT STATUS VARIABLE...: a link by that user.
as_nobody () {
	nobody "$@" tree/bin/trapgate cc "$flag" --libc="$libc" -o mine/prog prog.c
}
theirs () {
	text=$1 want=$2
	shift 2
	rm -f mine/prog
	expect "another user, $text: links" as_nobody "$@"
	on "$arch" mine/prog
	expect "another user, $text: with the libc as it is now" test $? -eq "$want"
}
returns 'the owner' 4
theirs 'with the copy of the owner' 4 A=
news 6
chmod 644 libc/libc.a
dies cc 'another user without a cache' "$noplace" as_nobody A=
dies cc 'a cache that is no absolute path' "$noplace" as_nobody \
	XDG_CACHE_HOME=mine
theirs 'with a home' 6 HOME="$here/mine"
expect 'has a copy in his cache' test "$(count mine/.cache/trapgate)" = 1
expect 'which is his alone' test "$(stat -c %a mine/.cache/trapgate)" = 700
ls -i "$(copies mine)" >before
theirs 'with a copy' 6 HOME="$here/mine" XDG_CACHE_HOME=
ls -i "$(copies mine)" >after
expect 'takes the same copy' cmp before after
theirs 'with a cache that has a newline in its name' 6 XDG_CACHE_HOME="$here/mine/a (b)
c:/d"

# A copy that others made: right by its name, of another libc.
cp -R mine/.cache/trapgate forged/
chown -R 0 forged/trapgate
chmod -R 777 forged/trapgate
cp tree/lib/trapgate/rest/*/*/libc-rest.a "$(copies forged)"
dies cc 'a cache of another' "$noplace" as_nobody XDG_CACHE_HOME="$here/forged"
ln -s "$here/forged/trapgate" linked/trapgate
dies cc 'a cache that leads to another' "$noplace" as_nobody \
	XDG_CACHE_HOME="$here/linked"
his=$(copies mine/.cache)
ln -sf "$here/$(copies forged)" "$his"
theirs 'whose copy leads to that of another' 6 XDG_CACHE_HOME="$here/mine/.cache"
expect 'has one of his own again' test ! -L "$his"
finish
