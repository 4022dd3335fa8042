#!/bin/sh
# build.sh - configure and make: anywhere, again, the same, and no more.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# copy DIR: the source tree as it would be distributed.
copy () {
	mkdir -p "$1"
	(cd "$srcdir" && tar cf - --exclude=./build --exclude=./.git \
		--exclude=./config.mk --exclude=./Makefile .) |
		(cd "$1" && tar xf -)
}
listing () { (cd "$1" && find . -type f -exec cksum {} + | sort -k 3); }
# build DIR SRC OPTION...: with its output in DIR.log; all of it, or $targets.
targets=
build () {
	mkdir -p "$1"
	(
		# shellcheck disable=SC2086
		cd "$1" && source=$2 && shift 2 && "$source/configure" "$@" &&
			make -j2 $targets
	) >"$1.log" 2>&1
}
# sums DIR FILE...: their bytes.
sums () { (cd "$1" && shift && cksum "$@"); }
top=$PWD
all=$(printf '%s\n' "$ARCHS" | tr -s ' ' , | sed 's/,$//')

# --- Out of the source tree, which stays as it is: for root, who may write
# to what is read-only, see that nothing has changed.
copy source
chmod -R a-w source
listing source >before
expect 'builds beside a source tree that is read-only' \
	build first "$top/source" CC=gcc --enable-werror --enable-archs="$all"
listing source >after
expect 'and leaves it as it was' cmp before after
chmod -R u+w source
(cd first && printf '%s\n' *) >told
printf '%s\n' Makefile build config.mk >want
expect 'and makes no file but those below build' diff want told

# --- A line for each target, archive and program, and for no object.
awk '/^  [A-Z]+ / { if ($2 ~ /\/obj\// || seen[$2]++) print }' first.log >told
empty 'one line for what is made, and none for an object' told
(cd first && find build/lib build/libexec -name 'libtrapgate*.a' -o -name 'conform-*[46]' \
	-o -name as-if) | sort >want
awk '/^  [A-Z]+ / { print $2 }' first.log | sort | comm -13 - want >told
expect 'there are archives and programs' test "$(wc -l <want)" -gt 4
empty 'each of them has one' told

# --- Once more: nothing to do.
find first -type f -exec stat -c '%n %y' {} + | sort >before
(cd first && make -j2) >log 2>&1
find first -type f -exec stat -c '%n %y' {} + | sort >after
expect 'a second make writes nothing' diff before after
expect 'and says that nothing was to do' \
	sh -c '! grep -q -e "^  [A-Z]" log'
expect 'make -q knows that, too' make -q -C first
(cd first && make -n) >log 2>&1
expect 'and make -n has no step' test "$(grep -c . log)" -eq 1

# --- The same bytes, whatever the folders are called.
copy "elsewhere/in depth-less_name/sources"
mv "elsewhere/in depth-less_name" elsewhere/deeper
# Without a libc there is most to compare: start-up, and more calls.
(cd first && printf '%s\n' build/lib/trapgate/*/bare/*.[ao] \
	build/lib/trapgate/*/bare/*/*.a) >products
targets=$(cat products)
expect 'builds in another place' \
	build elsewhere/second "$top/elsewhere/deeper/sources" CC=gcc \
	--enable-archs="$all" --enable-libcs=bare
# shellcheck disable=SC2086
sums first $targets >want
# shellcheck disable=SC2086
sums elsewhere/second $targets >told
expect 'there is something to compare' test "$(wc -l <want)" -gt 4
expect 'the same bytes in another place' diff want told
copy inside
targets=$(cd first && printf '%s\n' build/lib/trapgate/x86_64/*/*/libtrapgate.a)
# shellcheck disable=SC2086
expect 'builds in the source tree' \
	sh -c "cd inside && ./configure CC=gcc --host=x86_64 >../log 2>&1 &&
		make -j2 \"\$@\" >>../log 2>&1" sh $targets
# What a debugger reads names the folders: ./socket or socket.
for product in $targets; do
	strip -g -D -o ours.a "inside/$product"
	strip -g -D -o theirs.a "first/$product"
	expect "the same code in the source tree: ${product#build/lib/trapgate/}" \
		cmp ours.a theirs.a
done
targets=
(cd inside && make distclean) >log 2>&1
listing source >before
listing inside >after
expect 'distclean leaves the source tree as it was' diff before after

# --- A row that is changed is a stub that is made again, and no other.
objects () { find first/build/obj -name '*.o' -newer stamp | sort; }
change () { # row, new text of the row
	sleep 0.1
	touch stamp
	sleep 0.1
	sed "s/^$1	.*/$2/" source/socket/socket.tbl >new
	cat new >source/socket/socket.tbl
	(cd first && make -j2) >log 2>&1 || fail "make after a change of $1" \
		log
}
# On i386 accept by the number of another call is another stub, in each route and
# entry but mux-only, which has no number of its own, under the prefix and as a
# door; on x86_64 it has a number of its own.
change accept 'accept		3	CF	sendmmsg+1'
case " $ARCHS " in
*' i386 '*)
	find first/build/obj/i386-* '(' -name accept.o -o -name tg_accept.o ')' \
		! -path '*/*mux-only-*' ! -path '*/door-mux-*' >want
	# The conformance programs know the numbers, too: what is no case is
	# compiled together, the cases are not.
	find first/build/obj/conform-* -name doors.o >>want
	sort -o want want
	expect 'every flavour has the stub' test "$(wc -l <want)" -ge 8
	objects | awk '!/\/conform-[^\/]*\/[^\/]*\.o$/ || /\/doors\.o$/' >told
	expect 'a changed row rebuilds one stub' diff want told
	find first/build/lib/trapgate/i386 -name '*.a' ! -name libc.a ! -name libtrapgate-cancel.a \
		! -path '*/mux-only-*' ! -newer stamp >told
	expect 'and the archives that hold it' test ! -s told
	find first/build/lib/trapgate -name '*.a' ! -name libc.a \
		! -path '*/i386/*' -newer stamp >told
	expect 'and no other archive' test ! -s told
	;;
esac
change bind 'bind		3	F	-   # just a remark'
change bind 'bind		3	F	-'
objects >told
expect 'a remark rebuilds nothing' test ! -s told
touch source/csu/start.c
expect 'make -q sees a change' sh -c '! make -q -C first'
(cd first && make V=1 -n) >log 2>&1
expect 'make V=1 shows the command' grep -q ' -o .* [^ ]*csu/start\.c' log
make -s -C first >log 2>&1
expect 'start-up is built again after a change' test $? -eq 0
empty 'make -s says nothing' log

# --- So is all that includes a header that changed.  Another text of it: what the
# assembler gets is otherwise what it was.
touch stamp
sleep 0.1
sed 's/movzbl	%dl, %edx/movzbl	%dl, %edx; nop/' source/sysdeps/i386/sysdep.h >new
cat new >source/sysdeps/i386/sysdep.h
for header in include/internal/fallback.h include/internal/thread.h \
	tools/as-if/as-if.h; do
	echo 'extern int tg_dummy;' >>"source/$header"
done
echo '/* More.  */' >>source/include/bare/errno.h
(cd first && make -j2) >log 2>&1 || fail 'make after a change of headers' log
objects >told
find first/build/obj/*-*/ '(' -path '*/i386-*/second-door.o' \
	-o -name 'fallback-*mmsg.o' ')' | sort >want
expect 'there are objects of each' test "$(wc -l <want)" -ge 4
comm -13 told want >said
empty 'an object is made again after a change of its header' said
for product in libexec/trapgate/as-if lib/trapgate/x86_64/bare/crt1.o \
	lib/trapgate/x86_64/bare/include/errno.h; do
	expect "so is $product" test first/build/$product -nt stamp
done

# --- Another configuration builds all again, the same one nothing.
touch stamp
sleep 0.1
(cd first && "$PWD/../source/configure" CC=gcc --enable-werror \
	--enable-archs="$(printf '%s\n' "${ARCHS% }" | tr ' ' ,)" && make -j2) >log 2>&1
objects >told
expect 'the same configuration builds nothing' test ! -s told
archive=build/lib/trapgate/x86_64/bare/direct-only-syscall/libtrapgate.a
(cd first && ../source/configure CC=gcc CFLAGS=-g0 --enable-libcs=bare \
	--enable-archs=x86_64 && make -j2 $archive) >log 2>&1
expect 'another one builds again' test -n "$(objects)"
find first/build/lib/trapgate/i386 -name '*.a' >told 2>/dev/null
expect 'and what it does not build is gone' test ! -s told

# --- Without a warning, by both compilers.
for compiler in gcc clang; do
	command -v $compiler >/dev/null || continue
	status=0
	if [ $compiler = gcc ]; then
		cp first.log log
	else
		build by-$compiler "$top/source" --enable-werror CC=$compiler \
			--enable-archs="$all" --enable-libcs=glibc,bare
		status=$?
		cp by-$compiler.log log
	fi
	grep -n -i -e 'warning:' -e 'error:' -e ' Error ' log | head -n 20 \
		>told
	if [ "$status" -eq 0 ] && [ ! -s told ]; then
		pass "$compiler builds without a warning"
	else
		fail "$compiler builds without a warning" told
	fi
done

# --- What configure refuses: one line, exit 2, no Makefile.

mkdir refused
# no TEXT PATTERN COMMAND...
no () {
	text=$1 pattern=$2
	shift 2
	(cd refused && "$@") >out 2>told
	status=$?
	if [ "$status" -eq 2 ] && [ "$(grep -c '' told)" -eq 1 ] &&
		grep -q -e "^configure: $pattern" told &&
		[ ! -e refused/Makefile ]; then
		pass "configure: $text"
	else
		printf '%s\n' "status $status, wanted 2 and: configure: $pattern" >>told
		fail "configure: $text" told
	fi
}
c=$top/source/configure
no 'unknown option' "unknown option '--colour'; see .*--help$" "$c" --colour
no 'unknown variable' "unknown variable 'COLOUR=red'; see .*--help$" "$c" \
	COLOUR=red
no 'unknown argument' "unknown argument 'red'; see .*--help$" "$c" red
no 'unknown host' '--host=vax: no such machine; there are: .*i386.*x86_64' \
	"$c" --host=vax
no 'unknown machine' "--enable-archs: no machine 'vax'; there are: " \
	"$c" --enable-archs=i386,vax
no 'unknown libc' "--enable-libcs: no libc 'newlib'; there are: " \
	"$c" --enable-libcs=newlib
no 'host and machines' '--host and --enable-archs exclude each other' \
	"$c" --host=i386 --enable-archs=i386
no 'an entry, which trapgate cc chooses' "unknown option '--entry=int80'; " \
	"$c" --entry=int80
no 'a prefix that is no absolute path' "--prefix='usr' is no absolute path" \
	"$c" --prefix=usr
no 'no compiler' "the compiler 'nonesuch' does not work; install one: " \
	"$c" CC=nonesuch
no 'no ar' "no 'nonesuch'; apt-get install binutils" "$c" AR=nonesuch
no 'no sources' "no sources in '/nowhere'; give --srcdir=DIR" "$c" \
	--srcdir=/nowhere

# A compiler that knows no -m32.
cat >cc64 <<END
#!/bin/sh
for a; do [ "\$a" != -m32 ] || exit 1; done
exec $CC "\$@"
END
chmod 755 cc64
no 'a machine that the compiler does not know' \
	"i386-glibc: '.*cc64 -m32' does not compile; apt-get install gcc" \
	"$c" --enable-archs=i386 CC="$top/cc64"
# Not asked for, it is left out and told of.
mkdir left-out
(cd left-out && "$c" CC="$top/cc64") >told 2>&1
expect 'configure: left out if not asked for' \
	grep -q "^i386-glibc: no, '.*' does not compile (apt-get install " told
expect 'configure: and the rest is built' \
	grep -q '^variants = *x86_64-' left-out/config.mk

# lacking CONDITION: a compiler of gcc 99 that fails with these arguments; every
# i386 target that is left out, and why, in told.
lacking () {
	cat >lacking <<END
#!/bin/sh
case " \$* " in
$1) exit 1 ;;
*' -print-file-name=crtbegin.o '*) echo /lib/gcc/x/99/crtbegin.o; exit ;;
esac
exec $CC "\$@"
END
	chmod 755 lacking
	rm -rf some
	mkdir some
	(cd some && "$c" CC="$top/lacking") >log 2>&1
	grep '^i386-.*: no, ' log >told
}
lacking "*' -m32 -nostdlib '* | *' -m32 -static '*"
printf "i386-%s: no, '.*/lacking -m32' does not link, there is no libgcc for it \
(apt-get install gcc-99-multilib)\n" glibc musl bare >want
expect 'configure: without an i386 libgcc there is no i386, also without a libc' \
	test "$(grep -c -x -f want told)" -eq 3
cc_missing=$(. ./some/build/lib/trapgate/i386/bare/cc.conf && printf '%s\n' "$cc_missing")
expect 'configure: which trapgate cc tells as well' grep -q -x -F "i386-bare: no, $cc_missing" told
lacking "*' -m32 -static '*"
echo 'i386-glibc: no, no static glibc (apt-get install libc6-dev-i386)' >want
expect 'configure: without an i386 glibc, there are the others' diff want told

# A system that has no musl: another name for its folder.
copy no-musl
for machine in no-musl/sysdeps/*/machine.sh; do
	sed 's/^machine_musl=.*/machine_musl=nonesuch/' "$machine" >new
	cat new >"$machine"
done
no 'no musl' 'x86_64-musl: no musl; apt-get install musl-dev' \
	"$top/no-musl/configure" --enable-archs=x86_64 --enable-libcs=musl
musl=$(sed -n 's/^libdir-x86_64-musl = *//p' first/config.mk)
if [ -n "$musl" ]; then
	mkdir -p musl
	ln -s "$musl" musl/lib
	ln -s "$(printf '%s\n' "$musl" | sed 's,/lib/,/include/,')" musl/include
	mkdir own-musl
	(cd own-musl && "$top/no-musl/configure" --enable-archs=x86_64 \
		--enable-libcs=musl MUSL_ROOT="$top/musl") >told 2>&1
	expect 'configure: MUSL_ROOT is where musl is' \
		grep -q "^x86_64-musl: yes, $top/musl/lib$" told
fi
# A folder that cannot be written, also by root: build is a file.
rm -rf refused/build
no 'no room' 'cannot write to .*/build' sh -c ": >build; '$c'"
expect 'configure --help' sh -c "'$c' --help | grep -q '^usage: configure'"
expect 'configure --version' sh -c "'$c' --version | grep -q '^trapgate'"
finish
