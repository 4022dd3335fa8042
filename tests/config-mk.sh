#!/bin/sh
# config-mk.sh - configure: arguments reach the compiler unchanged, or are refused.
# SPDX-License-Identifier: MIT
# shellcheck disable=SC1003,SC2016,SC2089,SC2090	# Literal text.

. "$srcdir/tests/tap.sh"
configure=$(cd "$srcdir" && pwd)/configure
arch=${ARCHS%% *}
top=$PWD

# Odd arguments in odd directories; TMPDIR may contain characters that the name of a
# build directory may not.
mkdir 'été,+@~x' tmp\'\ \\n
TMPDIR=$top/tmp\'\ \\n
export TMPDIR
cat >cc <<END
#!/bin/sh
printf '%s\n' "\$@" >>"$top/words"
exec $CC "\$@"
END
chmod 755 cc
cd 'été,+@~x' || exit 2
expect 'quotes, backslashes and # in CFLAGS' "$configure" --enable-archs="$arch" \
	--enable-libcs=none CC="$top/cc" \
	CFLAGS='-O1 -gdwarf-4 -DA="a\n  b#c" -DB=\#\\#\" -DC='\'' &;'\'
: >"$top/words"
expect 'a library and a tool are built with them' make V=1 \
	"build/lib/trapgate/$arch/none/crt1.o" build/libexec/trapgate/run
expect 'the debug format follows them' grep -x 'debug-as = --gdwarf-4' config.mk
for word in '-DA=a\n  b#c' '-DB=#\#"' '-DC= &;'; do
	expect "as given, twice: $word" test \
		"$(grep -c -x -F -e "$word" "$top/words")" -ge 2
done
cd "$top" || exit 2

# refused TEXT PATTERN ARGUMENT...: prints one line, and writes nothing.
refused () {
	text=$1 pattern=$2
	shift 2
	refuse "$text" 2 "^configure: $pattern" "$configure" "$@"
	[ "$(wc -l <tap.log)" -eq 1 ] && [ ! -e config.mk ] && return
	fail "$text: one line, no file" tap.log
}
variable="neither '\\\$' nor '\`' nor a newline can be in it"
refused 'a variable in CFLAGS' "CFLAGS: $variable" CFLAGS='-DX=$HOME'
refused 'a command in CFLAGS' "CFLAGS: $variable" CFLAGS='-DX=`id`'
refused 'two lines in CFLAGS' "CFLAGS: $variable" CFLAGS='-DX
all: x'
refused 'a backslash at the end of CFLAGS' 'CFLAGS: there is nothing behind' CFLAGS='-DX\'
for name in CC LDFLAGS AR AS; do
	for word in "'x" '"x' 'x\' '#x'; do
		refused "$name: $word" "$name: neither quotes nor" "$name=$word"
	done
done
for sign in ' ' "'" '"' '\' '$' '#' '%' ':' ';' '&' '|' '*' '=' '(' '
'; do
	mkdir "in a${sign}b"
	refused "a prefix with $sign" 'a directory with .* in its name' --prefix="/a${sign}b"
done
for sign in "'" '\' '$' '#' '%' ':' '=' ' '; do
	mkdir "x${sign}y"
	cd "x${sign}y" || exit 2
	refused "a current directory with $sign" 'a directory with .* in its name'
	cd "$top" || exit 2
done
expect 'but ${prefix} in a path is accepted' sh -c 'mkdir p && cd p && "$@"' sh "$configure" \
	--enable-archs="$arch" --enable-libcs=none --libdir='${prefix}/lib/some'

# make install alone, with the programs already built.
dest="$top/it's \$(touch PWN) \"a\" \\n"
expect 'installs into an odd directory' make -C "${builddir%/build}" -o all install \
	DESTDIR="$(printf '%s\n' "$dest" | sed 's/\$/$$/g')"
expect 'which has the command' test -x "$dest$(make -f - <<EOF
include ${builddir%/build}/config.mk
all: ; @echo \$(bindir)
EOF
)/trapgate"
refuse 'a prefix of make install' 2 '^make install: a directory with' \
	make -C "${builddir%/build}" -o all install DESTDIR="$top/d" prefix="/it's"
finish
