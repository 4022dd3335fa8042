#!/bin/sh
# members.sh - the members of a libc's archive that ours replace are as expected.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# judge TEXT WANT: rest.awk prints WANT for the lines on stdin, which have a shorter
# form: a member, then name, binding, visibility and section of each symbol.
judge () {
	sed -e 's/^\(.*\):$/File: x.a(\1)/' -e t \
		-e 's/^\([^ ]*\) \(.*\)/1: 0 0 FUNC \2 \1/' >symbols
	awk -f "$srcdir/tools/cc/rest.awk" ours symbols >output
	expect "$1" test "$(cat output)" = "$2"
}
echo '1 bind __bind' >ours
judge 'only names of ours' b.o <<'END'
a.o:
other GLOBAL DEFAULT 1
bind GLOBAL DEFAULT UND
b.o:
bind WEAK DEFAULT 1
END
judge 'a hidden name that no other needs' b.o <<'END'
b.o:
__bind GLOBAL DEFAULT 1
inner GLOBAL HIDDEN 1
END
judge 'a hidden name that another needs' 'b.o defines inner' <<'END'
b.o:
bind GLOBAL DEFAULT 1
inner GLOBAL HIDDEN 1
a.o:
inner GLOBAL HIDDEN UND
END
judge 'a hidden name that another replaced member needs' 'b.o
c.o' <<'END'
b.o:
bind GLOBAL DEFAULT 1
inner GLOBAL HIDDEN 1
c.o:
__bind GLOBAL DEFAULT 1
inner GLOBAL HIDDEN UND
END
judge 'a name that another defines as well' b.o <<'END'
b.o:
bind GLOBAL DEFAULT 1
thunk GLOBAL DEFAULT 1
a.o:
thunk GLOBAL DEFAULT 1
END
judge 'a name with another binding' 'b.o defines single' <<'END'
b.o:
bind GLOBAL DEFAULT 1
local LOCAL DEFAULT 1
single UNIQUE DEFAULT 1
END
judge 'an internal name that no other needs' b.o <<'END'
b.o:
bind GLOBAL DEFAULT 1
inner GLOBAL INTERNAL 1
END
judge 'two members with one name' '2 members are named b.o' <<'END'
b.o:
bind GLOBAL DEFAULT 1
b.o:
__bind GLOBAL DEFAULT 1
END
judge 'no call at all' 'no member defines any of them' <<'END'
a.o:
other GLOBAL DEFAULT 1
END

# --- The build stops if the libc has more in such a member.
libdir=$(sed -n 's/^libdir-[a-z0-9_]*-musl = *//p' "$builddir/../config.mk" |
	head -n 1)
[ -n "$libdir" ] || {
	skip 'a libc with another name' 'no musl'
	finish
}
arch=$(sed -n 's/^libdir-\([a-z0-9_]*\)-musl =.*/\1/p' \
	"$builddir/../config.mk" | head -n 1)
mkdir -p musl/lib
cp "$libdir/libc.a" musl/lib/
cd musl/lib || exit
ar x libc.a bind.lo
objcopy --add-symbol 'bind_and_more=.text:0,global,function' bind.lo &&
	ar r libc.a bind.lo
cd ../..
"$srcdir/configure" CC="$CC" MUSL_ROOT="$PWD/musl" --enable-libcs=musl \
	--enable-archs="$arch" >log 2>&1 || fail 'configure' log
names=build/lib/trapgate/$arch/musl/names
make "$names" >log 2>&1
expect 'the build stops' test $? -eq 2
expect 'with the reason' grep -q -x "this musl is not known: bind.lo defines \
bind_and_more in $PWD/musl/lib/libc.a; complete libc/musl/names.tbl" log
expect 'the next make compares again' test ! -e "$names"
cp "$libdir/libc.a" musl/lib/
expect 'it succeeds with the expected libc' make "$names"
expect 'and lists the names' grep -q ' bind ' "$names"
cp "$libdir/libc.a" musl/lib/
make "$names" >log 2>&1
expect 'and compares again when the libc changes' grep -q '^  NAMES' log
finish
