#!/bin/sh
# sections.sh - the sections and relocations of our objects and programs.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

echo 'int main (void) { return 0; }' >nothing.c
cat >uses.c <<'END'
#include <sys/socket.h>
#include <errno.h>
int
main (void)
{
  static char byte;
  static struct iovec room = { &byte, 1 };
  static struct msghdr message;
  message.msg_iov = &room;
  message.msg_iovlen = 1;
  return !(socket (-1, 0, 0) == -1 && errno == EAFNOSUPPORT
	   && recvmsg (-1, &message, 0) == -1 && errno == EBADF);
}
END

set --
for target in $TARGETS; do
	set -- "$@" "$builddir/lib/trapgate/${target%-*}/${target#*-}"/*/libtrapgate.a
done
printf '%s\n' "$builddir"/gen/*/stubs/*.S >stubs
readelf -SrsW "$@" | awk -v count=$# -f "$srcdir/tests/sections.awk" stubs - |
	sort >results
judged results

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	flag=$(flag_of "$arch")
	tgcc () { "$TRAPGATE" cc "$flag" --libc="$libc" "$@"; }
	tgcc -c uses.c

	for how in '' -static-pie; do
		text="$target${how:+ }$how"
		# The compiler's own crt files have no text relocations either.
		# shellcheck disable=SC2086
		expect "$text: links${how:+ with -z text}" tgcc $how ${how:+-Wl,-z,text} \
			-o prog uses.o

		readelf -hdlW prog >headers 2>err
		expect "$text: a non-executable stack" \
			grep -q 'GNU_STACK .* RW  *0x' headers
		awk '/ LOAD / && / RWE /' headers >output
		empty "$text: no segment is both writable and executable" output
		[ -n "$how" ] || continue
		grep TEXTREL headers >output
		empty "$text: no relocation in the code" output
		expect "$text: is position-independent" grep -q 'Type: *DYN' headers
	done
done

# --- With -fcf-protection every object supports it: start-up, and the calls without a
# libc, whose stubs are those with one.
mkdir cet
list=${ARCHS% }
list=$(printf '%s\n' "$list" | tr ' ' ,)
# shellcheck disable=SC2046
(cd cet && "$srcdir/configure" CC="$CC" CFLAGS='-O2 -fcf-protection' \
	--enable-archs="$list" --enable-libcs=none &&
	make -j2 $(cd "$builddir/.." && echo build/lib/trapgate/[!g]*/none/*/libtrapgate.a \
		build/lib/trapgate/*/none/*crt1.o)) \
	>log 2>&1 || fail 'a build with -fcf-protection' log
for arch in $(none_archs); do
	for archive in "$builddir/lib/trapgate/$arch/none"/*/libtrapgate.a; do
		printf 'cet/build/%s\n' "${archive#"$builddir/"}"
	done
done >archives
for arch in $(none_archs); do
	for start in crt1.o rcrt1.o; do
		readelf -nW "cet/build/lib/trapgate/$arch/none/$start" >notes 2>&1
		expect "cet: $arch: $start has IBT, SHSTK" \
			grep -q 'x86 feature: IBT, SHSTK' notes
	done
done
# shellcheck disable=SC2046
set -- $(cat archives)
# Only the error function and static C functions, like i386's thunks, are reached by
# direct jumps and calls alone.
{
	readelf -nW "$@"
	echo 'SYMBOLS'
	nm -A -g "$@"
	echo 'CODE'
	objdump -d --no-show-raw-insn "$@"
} | awk '
	function variant(path,   n, part) {
		n = split(path, part, "/")
		return part[n - 3] "/" part[n - 2] "/" part[n - 1]
	}
	function wrong(check, text) {
		if (length(err[at, check]) < 400)
			err[at, check] = err[at, check] " " text ";"
	}
	FILENAME == "archives" { archive[variant($0)] = 1; next }
	/^(SYMBOLS|CODE)$/ { part = $0; next }
	part == "" && /^File: / {
		if (member != "" && !noted)
			wrong(1, member)
		member = $2
		at = variant($2)
		read[at]++
		noted = 0
	}
	part == "" { noted += /x86 feature: IBT, SHSTK/; next }
	member != "" && !noted { wrong(1, member) }
	{ member = "" }
	part == "SYMBOLS" && $2 ~ /[TW]/ && $3 !~ /^__(tg_|x86)/ {
		entry[variant($1), $3] = 1
	}
	/^In archive / { at = variant($3); next }
	part == "CODE" && />:$/ {
		name = substr($2, 2, length($2) - 3)
		wait = (at, name) in entry
		next
	}
	part == "CODE" && wait && NF {
		functions[at]++
		wait = 0
		if ($2 !~ /^endbr/)
			wrong(2, name " " $0)
	}
	END {
		for (at in archive) {
			if (!read[at])
				wrong(1, "no archive")
			if (functions[at] < 20)
				wrong(2, functions[at] + 0 " functions")
			print "cet: " at ": every object has IBT, SHSTK|" err[at, 1]
			print "cet: " at ": every entry begins with endbr|" err[at, 2]
		}
	}' archives - | sort >results
judged results
finish
