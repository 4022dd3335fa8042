#!/bin/sh
# cc-compiler.sh - which compiler trapgate cc runs, for any CC and TRAPGATE_CC.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
configured=$(sed -n "s/^default_compiler='\(.*\)'/\1/p" "$builddir/lib/trapgate/compiler.conf")
echo 'int main (void) { return 0; }' >main.c
unset CC

# behind COMPILER ENVIRONMENT...: --print begins with the words COMPILER.  A command
# that calls itself is killed with all its children.
behind () {
	wanted=$1
	shift
	timeout 30 env "$@" "$TRAPGATE" cc --print main.c >out 2>err || return
	case $(cat out) in
	"$wanted -"*) ;;
	*) cat out err; return 1 ;;
	esac
}
links () { # ENVIRONMENT...: compiles and links
	timeout 30 env "$@" "$TRAPGATE" cc -c main.c && [ ! -e prog ] &&
		timeout 30 env "$@" "$TRAPGATE" cc main.o -o prog && rm prog
}

# --- CC that names trapgate cc itself, in every form.
ln -s "$TRAPGATE" link
cp "$TRAPGATE" copy
mkdir bin other
ln -s "$TRAPGATE" bin/trapgate
ln -s "$TRAPGATE" bin/under-other-name
printf '#!/bin/sh\n%s\n' 'exec trapgate cc --libc=musl "$@"' >wrapper
printf '#!/bin/sh\n%s\n' "exec \"$TRAPGATE\" cc \"\$@\"" >quoted
printf '#!/bin/sh\n%s' "exec '$TRAPGATE' 'cc' \"\$@\"" >unended
cp wrapper bin/wrapper-in-path
printf '#!/bin/sh\nexec "$@"\n' >launcher
chmod +x wrapper quoted unended bin/wrapper-in-path launcher
PATH=$PWD/bin:$PATH
for CC in 'trapgate cc' "$TRAPGATE cc" "$TRAPGATE cc --libc=musl" '/nonesuch/trapgate cc' \
	'./launcher trapgate cc -m32' 'env A=b trapgate cc' ' trapgate  cc' './link cc' \
	'./copy cc' 'under-other-name cc' ./wrapper ./quoted ./unended wrapper-in-path; do
	expect "CC='$CC' is trapgate cc itself: the configured compiler" \
		behind "$configured" "CC=$CC"
	expect "CC='$CC': compiles and links" links "CC=$CC"
done
# A build may name the wrapper as its compiler, in CC.
expect 'a wrapper as CC' timeout 30 env CC="$PWD/wrapper" ./wrapper main.c -o prog
expect "CC='' is the configured compiler" behind "$configured" CC=
expect "and so is CC=' '" behind "$configured" 'CC= '

# A wrapper that trapgate cc cannot recognize: the second call stops the loop.
# shellcheck disable=SC2016	# For the script.
printf '#!/bin/sh\n%s\n' 't=trapgate' 'exec "$t" cc "$@"' >unseen
chmod +x unseen
error_of cc 'a wrapper that is not recognized fails at once' \
	"the compiler './unseen' leads back to trapgate cc; name another one in TRAPGATE_CC" \
	timeout 30 env CC=./unseen "$TRAPGATE" cc main.c

# --- Another compiler.
cp launcher other/cc-of-mine
expect 'CC names another compiler' behind './other/cc-of-mine gcc' \
	'CC=./other/cc-of-mine gcc'
expect 'CC with an option' behind 'gcc -DA=trapgate' 'CC=gcc -DA=trapgate'
expect 'a * in CC is not expanded' behind "gcc '-DA=*'" 'CC=gcc -DA=*'
printf '#!/bin/sh\n# Used by trapgate cc.\nexec gcc "$@"\n' >other/comment
chmod +x other/comment
expect 'a script with the name in a comment' behind ./other/comment CC=./other/comment
expect 'TRAPGATE_CC overrides CC' behind gcc CC=nonesuch TRAPGATE_CC=gcc
expect 'and a CC that is trapgate cc' behind 'env gcc' 'CC=trapgate cc' \
	'TRAPGATE_CC=env gcc'
expect 'TRAPGATE_CC may be empty' behind gcc CC=gcc TRAPGATE_CC=
error_of cc 'TRAPGATE_CC that is trapgate cc' \
	"TRAPGATE_CC='trapgate cc' is trapgate itself; name a compiler" \
	timeout 30 env TRAPGATE_CC='trapgate cc' "$TRAPGATE" cc main.c
for arch in $ARCHS; do
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")
	for compiler in gcc clang; do
		command -v "$compiler" >/dev/null || continue
		links "CC=$compiler $flag" "TRAPGATE_CC=$compiler $flag" >err 2>&1
		readelf -hW main.o >>err
		class=ELF32
		[ "$flag" = -m32 ] || class=ELF64
		expect "CC='$compiler $flag' is for $arch" grep -q "$class" err
	done
done

# --- The exit status is the compiler's, whether it links or not.
printf '#!/bin/sh\nexit 3\n' >fails
chmod +x fails
for last in '-o prog' -c; do
	# shellcheck disable=SC2086	# Words.
	env TRAPGATE_CC=./fails "$TRAPGATE" cc main.c $last >log 2>&1
	expect "the status of the compiler, $last" test $? -eq 3
done

# --- trapgate compare: the compiler that it passes to diet.
mkdir diets
# shellcheck disable=SC2016	# For the script.
printf '#!/bin/sh\n%s\n' 'printf "%s\n" "$1" >dieted' 'exit 1' >diets/diet
chmod +x diets/diet
compares () { # COMPILER ENVIRONMENT...
	wanted=$1
	shift
	rm -f dieted
	env PATH="$PWD/diets:$PATH" "$@" "$TRAPGATE" compare "$flag" --with=dietlibc main.c
	[ "$(cat dieted)" = "$wanted" ]
}
for arch in $ARCHS; do
	case $arch in generic) continue ;; esac
	faithful "$arch" || continue
	flag=$(flag_of "$arch")
	expect "$arch: compare, CC that is trapgate cc" compares "${configured%% *}" \
		'CC=trapgate cc'
	expect "$arch: compare, TRAPGATE_CC" compares env CC=nonesuch 'TRAPGATE_CC=env gcc'
done

# --- The build of trapgate itself, with CC exported.
mkdir tree
(cd tree && CC='trapgate cc' timeout 100 "$srcdir/configure" --enable-libcs=none \
	--run-i386=none --run-x86_64=none) >log 2>&1
expect 'configure ignores it, with a message' grep -q -x \
	"configure: CC='trapgate cc' is trapgate itself and is ignored" log
expect 'and finds a compiler' grep -q '^CC = [gc]' tree/config.mk
refuse 'make CC= is refused' 2 "CC='trapgate cc' is trapgate itself; name a compiler" \
	make -C tree -n CC='trapgate cc'
expect 'make with CC exported is not' env CC='trapgate cc' make -C tree -n clean
finish
