#!/bin/sh
# build.sh - make: in any directory, reproducible, and nothing is rebuilt needlessly.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

listing () { (cd "$1" && find . -type f -exec cksum {} + | sort -k 3); }
# build DIR SRC OPTION...: builds all, or $targets; the output is in DIR.log.
targets=
build () {
	mkdir -p "$1"
	(
		# shellcheck disable=SC2086
		cd "$1" && source=$2 && shift 2 && "$source/configure" "$@" &&
			make -j2 $targets
	) >"$1.log" 2>&1
}
# sums DIR FILE...: their checksums.
sums () { (cd "$1" && shift && cksum "$@"); }
top=$PWD
all=$(printf '%s\n' "$ARCHS" | tr -s ' ' , | sed 's/,$//')
# A build without a libc is the largest: start-up, and more calls.
none="--enable-libcs=none --enable-archs=$all"

# --- Out of the source tree, which must not change; root may write to read-only
# files, so the listing is compared.
copy_source source
chmod -R a-w source
listing source >before
# shellcheck disable=SC2086	# Options.
expect 'builds out of a read-only source tree' \
	build first "$top/source" CC=gcc --enable-werror $none
listing source >after
expect 'which is unchanged' cmp before after
chmod -R u+w source
(cd first && printf '%s\n' *) >err
printf '%s\n' Makefile build config.mk >want
expect 'and writes only below build' diff want err

# --- A line for each target, archive and program, and for no object.
awk '/^  [A-Z]+ / { if ($2 ~ /\/obj\// || seen[$2]++) print }' first.log >err
empty 'one line for each product, and none for an object' err
(cd first && find build/lib build/libexec -name 'libtrapgate*.a' -o -name 'conform-*[46]' \
	-o -name as-if) | sort >want
awk '/^  [A-Z]+ / { print $2 }' first.log | sort | comm -13 - want >err
expect 'there are archives and programs' test "$(wc -l <want)" -gt 4
empty 'each of them has a line' err

# --- A second make has nothing to do.
find first -type f -exec stat -c '%n %y' {} + | sort >before
(cd first && make -j2) >log 2>&1
find first -type f -exec stat -c '%n %y' {} + | sort >after
expect 'a second make writes nothing' diff before after
expect 'and prints that nothing is to be done' \
	sh -c '! grep -q -e "^  [A-Z]" log'
expect 'make -q succeeds' make -q -C first
(cd first && make -n) >log 2>&1
expect 'make -n has no step' test "$(grep -c . log)" -eq 1

# --- The same bytes, whatever the names of the directories.
copy_source "elsewhere/in depth-less_name/sources"
mv "elsewhere/in depth-less_name" elsewhere/deeper
(cd first && printf '%s\n' build/lib/trapgate/x86_64/none/*.[ao] \
	build/lib/trapgate/x86_64/none/*/*.a) >products
targets=$(cat products)
expect 'builds in another place' \
	build elsewhere/second "$top/elsewhere/deeper/sources" CC=gcc \
	--enable-archs=x86_64 --enable-libcs=none
# shellcheck disable=SC2086
sums first $targets >want
# shellcheck disable=SC2086
sums elsewhere/second $targets >err
expect 'there is something to compare' test "$(wc -l <want)" -gt 4
expect 'the same bytes in another place' diff want err
copy_source inside
targets=$(cd first && printf '%s\n' build/lib/trapgate/x86_64/*/*/libtrapgate.a)
# shellcheck disable=SC2086
expect 'builds in the source tree' \
	sh -c "cd inside && ./configure CC=gcc --host=x86_64 --enable-libcs=none >../log 2>&1 &&
		make -j2 \"\$@\" >>../log 2>&1" sh $targets
# Debug information contains the directories: ./socket or socket.
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
expect 'distclean restores the source tree' diff before after

# --- A changed row rebuilds one stub, and no other.
objects () { find first/build/obj -name '*.o' -newer stamp | sort; }
change () { # row, its new text
	sleep 0.1
	touch stamp
	sleep 0.1
	sed "s/^$1	.*/$2/" source/socket/socket.tbl >new
	cat new >source/socket/socket.tbl
	(cd first && make -j2) >log 2>&1 || fail "make after a change of $1" \
		log
}
# On i386, accept by the number of another call is another stub: in each route and
# entry except socketcall-only, which does not use that number, under the prefix, and
# as a path.  On x86_64 accept has a number.
accept='int (int fd, struct sockaddr *restrict addr, socklen_t *restrict addrlen)'
change accept "accept		accept,sendmmsg+1	CF	$accept"
case " $ARCHS " in
*' i386 '*)
	find first/build/obj/i386-* '(' -name accept.o -o -name tg_accept.o ')' \
		! -path '*/*socketcall-only-*' ! -path '*/path-socketcall-*' >want
	# The conformance programs contain the numbers, too: case/ and runner/ are
	# compiled together, the cases are not compiled again.
	find first/build/obj/conform-* -name paths.o >>want
	sort -o want want
	expect 'every variant has the stub' test "$(wc -l <want)" -ge 8
	objects | awk '!/\/conform-[^\/]*\/(case|runner)\/[^\/]*\.o$/ || /\/paths\.o$/' >err
	expect 'a changed row rebuilds one stub' diff want err
	find first/build/lib/trapgate/i386 -name '*.a' ! -name libc.a \
		! -name libtrapgate-cancel.a ! -path '*/socketcall-only-*' ! -newer stamp >err
	expect 'and the archives that contain it' test ! -s err
	find first/build/lib/trapgate -name '*.a' ! -name libc.a \
		! -path '*/i386/*' -newer stamp >err
	expect 'and no other archive' test ! -s err
	;;
esac
bind='int (int fd, const struct sockaddr *addr, socklen_t addrlen)'
change bind "bind		bind			F	$bind   # just a comment"
change bind "bind		bind			F	$bind"
objects >err
expect 'a comment rebuilds nothing' test ! -s err
# A file that is away, and then back with its old date: FILE, its COPY or its SYMBOL.
copies () { # copy, symbol
	(cd first && find build -path "build/$1" -print)
	for archive in first/build/lib/trapgate/*/none/*/libtrapgate.a; do
		nm "$archive" 2>/dev/null | awk -v symbol="$2" '$2 ~ /[TW]/ && $3 == symbol'
	done
}
comes_and_goes () { # file, copy, symbol
	copies "$2" "$3" >want
	mv "source/$1" kept
	(cd first && make -j2) >log 2>&1 || fail "make without $1" log
	copies "$2" "$3" >err
	empty "$1 is removed" err
	mv kept "source/$1"
	(cd first && make -j2) >log 2>&1 || fail "make with $1 again" log
	copies "$2" "$3" >err
	expect "$1 is back" diff want err
	expect "$1 had been there" test -s want
}
comes_and_goes libc/none/string/rawmemchr.c - rawmemchr
comes_and_goes socket/fallback/accept4.c - __tg_fallback_accept4
comes_and_goes include/freestanding/sys/un.h 'lib/trapgate/*/un.h' -
touch source/libc/none/csu/start.c
expect 'make -q sees a change' sh -c '! make -q -C first'
(cd first && make V=1 -n) >log 2>&1
expect 'make V=1 shows the command' grep -q ' -o .* [^ ]*csu/start\.c' log
make -s -C first >log 2>&1
expect 'start-up is rebuilt after a change' test $? -eq 0
empty 'make -s prints nothing' log

# --- A changed header rebuilds everything that includes it.  The assembly changes by a
# nop: a stub whose assembly stays the same is not assembled again.
touch stamp
sleep 0.1
sed 's/leal	4(%esp), %ecx/leal	4(%esp), %ecx; nop/' source/sysdeps/i386/socketcall.h >new
cat new >source/sysdeps/i386/socketcall.h
for header in include/internal/fallback.h libc/none/csu/thread.h \
	tools/as-if/as-if.h; do
	echo 'extern int tg_dummy;' >>"source/$header"
done
echo '/* More.  */' >>source/include/freestanding/errno.h
(cd first && make -j2) >log 2>&1 || fail 'make after a change of headers' log
objects >err
find first/build/obj/*-*/ '(' -path '*/i386-*/second-path.o' \
	-o -name 'fallback-*mmsg.o' ')' | sort >want
expect 'there are objects for each header' test "$(wc -l <want)" -ge 4
comm -13 err want >output
empty 'an object is rebuilt after a change of its header' output
for product in libexec/trapgate/as-if lib/trapgate/x86_64/none/crt1.o \
	lib/trapgate/x86_64/none/include/errno.h; do
	expect "so is $product" test first/build/$product -nt stamp
done

# --- Another configuration rebuilds everything, the same one nothing.
touch stamp
sleep 0.1
# shellcheck disable=SC2086
(cd first && "$PWD/../source/configure" CC=gcc --enable-werror \
	$none && make -j2) >log 2>&1
objects >err
expect 'the same configuration rebuilds nothing' test ! -s err
archive=build/lib/trapgate/x86_64/none/direct-only-syscall/libtrapgate.a
(cd first && ../source/configure CC=gcc CFLAGS=-g0 --enable-libcs=none \
	--enable-archs=x86_64 && make -j2 $archive) >log 2>&1
expect 'another configuration rebuilds' test -n "$(objects)"
find first/build/lib/trapgate/i386 -name '*.a' >err 2>/dev/null
expect 'and removes what it does not build' test ! -s err

# --- Without a warning.
grep -n -i -e 'warning:' -e 'error:' -e ' Error ' first.log | head -n 20 >err
empty 'gcc builds without a warning' err
finish
