#!/bin/sh
# generator.sh - what good tables become.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/tables.lib"

# --- What good tables become.

# source_of CALL: what its object is made from.
source_of () {
	sed -n "s/^source-[a-z0-9_]*-[a-z]*-$1 = //p" out/rules.mk
}
# becomes TEXT ARCH LIBC CALL SOURCE
becomes () {
	generate "$2" "$3" out >told 2>&1 || fail "$1: generator" told
	got=$(source_of "$4")
	if [ "$got" = "$5" ]; then
		pass "$1"
	else
		printf '%s\n' "want $5, got $got" >told
		fail "$1" told
	fi
}

becomes 'a call with a path has a stub' i386 glibc bind \
	"\$(B)/gen/i386-glibc/stubs/bind.S"
: >"$tree/sysdeps/i386/bind.S"
# shellcheck disable=SC2016	# $(srcdir) is make's.
becomes 'sysdeps/A before the stub' i386 glibc bind \
	'$(srcdir)/sysdeps/i386/bind.S'
expect 'and then there is no stub' test ! -f out/stubs/bind.S
: >"$tree/libc/glibc/bind.c"
# shellcheck disable=SC2016
becomes 'libc/L before sysdeps/A' i386 glibc bind '$(srcdir)/libc/glibc/bind.c'
: >"$tree/libc/glibc/i386/bind.c"
# shellcheck disable=SC2016
becomes 'libc/L/A before libc/L' i386 glibc bind \
	'$(srcdir)/libc/glibc/i386/bind.c'
# shellcheck disable=SC2016
becomes 'but for another architecture' x86_64 glibc bind \
	'$(srcdir)/libc/glibc/bind.c'
becomes 'and for another libc' x86_64 musl bind \
	"\$(B)/gen/x86_64-musl/stubs/bind.S"
rm "$tree/sysdeps/i386/bind.S" "$tree/libc/glibc/bind.c" \
	"$tree/libc/glibc/i386/bind.c"

# holds TEXT STUB LINE...: the stub has these words and no other of the kind.
holds () {
	text=$1 stub=$2
	shift 2
	printf '%s\n' "$@" | sort >want
	awk '!/CALL_STRONG|CALL_WEAK|include/ {
		sub(/[ \t]*\/\*.*\*\//, "")
		sub(/^#define[ \t]*/, "")
		if (sub(/[ \t][ \t]*/, " "))
			print
	}' "out/stubs/$stub.S" | sort >told
	expect "$text" diff want told
}
# The number of a call on an architecture.
nr () { awk -v c="$2" '$1 == c { print $2 }' "$tree/sysdeps/$1/numbers.tbl"; }

generate i386 glibc out
holds 'two paths' bind 'CALL_MARK __tg_is_bind' "CALL_NR $(nr i386 bind)" 'CALL_ARGS 3' 'CALL_ZEROS 0' \
	'CALL_OP 2'
holds 'f+N: the other number, zeros, its own operation' send 'CALL_MARK __tg_is_send' \
	"CALL_NR $(nr i386 sendto)" 'CALL_ARGS 4' 'CALL_ZEROS 2' 'CALL_OP 9'
holds 'the flag E leads to C, by the direct path first' recvmmsg \
	'CALL_MARK __tg_is_recvmmsg' "CALL_NR $(nr i386 recvmmsg)" 'CALL_ARGS 5' \
	'CALL_ZEROS 0' 'CALL_OP 19' 'CALL_DIRECT_FIRST 1' \
	'CALL_FALLBACK __tg_fallback_recvmmsg' 'CALL_UNIMPLEMENTED __tg_absent_recvmmsg'
holds 'a fallback without the flag E: paths in the order of the route' accept4 \
	'CALL_MARK __tg_is_accept4' "CALL_NR $(nr i386 accept4)" 'CALL_ARGS 4' \
	'CALL_ZEROS 0' 'CALL_OP 18' 'CALL_FALLBACK __tg_fallback_accept4' \
	'CALL_UNIMPLEMENTED __tg_absent_accept4'
holds 'the tail of a call with a fallback' absent-accept4 \
	'CALL_MARK .Lmark' "CALL_NR $(nr i386 accept4)" \
	'CALL_ARGS 4' 'CALL_ZEROS 0' 'CALL_OP 18' \
	'CALL_FALLBACK __tg_fallback_accept4' 'CALL_UNIMPLEMENTED __tg_absent_accept4'
expect 'names: strong' grep -q '^#define CALL_STRONG	__bind$' \
	out/stubs/bind.S
expect 'names: weak' grep -q '^#define CALL_WEAK	bind$' out/stubs/bind.S
expect 'names: a row of the architecture replaces one of the libc' \
	grep -q '^#define CALL_WEAK	__listen, listen$' out/stubs/listen.S
expect 'names: without a strong one' \
	test "$(grep -c 'CALL_STRONG	..*' out/stubs/listen.S)" = 0
want=$(sed 's/#.*//' "$tree/libc/glibc/i386/names.tbl" \
	"$tree/libc/glibc/names.tbl" | awk '
	!seen[$1]++ {
		for (i = 2; i <= NF; i++)
			if ($i != "-")
				print $i
	}' | sort | tr '\n' ' ')
read -r sum got <out/names
got=$(printf '%s' "$got" | tr ' ' '\n' | sort | tr '\n' ' ')
expect 'names: all of them, for the linking' test "$got" = "$want"
spoil libc/glibc/names.tbl socket 'socket __sockev socket'
generate i386 glibc out
mend libc/glibc/names.tbl
read -r other_sum got <out/names
expect 'names: others have another checksum' test "$sum" != "$other_sum"
generate i386 glibc out
expect 'a descriptor of -1 is answered by EBADF' \
	grep -q '^ *X (bind, (-1, 0, 0), EBADF)' out/sweep.h
expect 'the row as a declaration, for the compiler' grep -q -x -F \
	'extern int bind (int fd, const struct sockaddr *addr, socklen_t addrlen);' \
	out/prototypes.c
generate x86_64 glibc out
holds 'one path where there is no socketcall' bind 'CALL_MARK __tg_is_bind' \
	"CALL_NR $(nr x86_64 bind)" 'CALL_ARGS 3' 'CALL_ZEROS 0'
expect 'recvmmsg_time64 is offered nowhere that has no name for it' \
	test -z "$(source_of recvmmsg_time64)"

spoil sysdeps/x86_64/numbers.tbl bind ''
nosys="\$(B)/gen/x86_64-glibc/nosys/bind.c"
becomes 'no number: the C answer' x86_64 glibc bind "$nosys"
cp -p out/nosys/bind.c bind.c
expect 'which is ENOSYS' \
	grep -q '^ *X (bind, (-1, 0, 0), ENOSYS)' out/sweep.h
mend sysdeps/x86_64/numbers.tbl
spoil sysdeps/x86_64/numbers.tbl bind 'bind 49 -'
becomes 'a reserved number is no path' x86_64 glibc bind "$nosys"
expect 'of a row that did not change it keeps its date' test ! out/nosys/bind.c -nt bind.c
mend sysdeps/x86_64/numbers.tbl
becomes 'with a number there is none' x86_64 glibc bind \
	"\$(B)/gen/x86_64-glibc/stubs/bind.S"
expect 'and no file' test ! -f out/nosys/bind.c
becomes 'generic: C answers all' generic glibc bind \
	"\$(B)/gen/generic-glibc/nosys/bind.c"
expect 'by the row' grep -q -x -F \
	'int bind (int fd, const struct sockaddr *addr, socklen_t addrlen)' out/nosys/bind.c

# --- No entry: a file does it.

spoil calls/file.tbl + 'nopath - F int (int fd)'
: >"$tree/sysdeps/i386/nopath.S"
# shellcheck disable=SC2016
becomes 'a file of the architecture' i386 none nopath '$(srcdir)/sysdeps/i386/nopath.S'
becomes 'and for another C that answers ENOSYS' x86_64 none nopath \
	"\$(B)/gen/x86_64-none/nosys/nopath.c"
: >"$tree/calls/nopath.c"
# shellcheck disable=SC2016
becomes 'or a file for all' x86_64 none nopath '$(srcdir)/calls/nopath.c'
rm "$tree/sysdeps/i386/nopath.S" "$tree/calls/nopath.c"
mend calls/file.tbl

# --- Arguments of 64 bits.

# words ARCH CALL COUNT
words () {
	generate "$1" none out
	expect "$1: $2 has $3 words" grep -q -x "#define CALL_ARGS	$3" "out/stubs/$2.S"
}
words x86_64 pread64 4
words x86_64 fallocate 4
words i386 pread64 5
words i386 fallocate 6
words i386 ftruncate64 3
expect 'by the entry of 64 bits' grep -q 'CALL_NR		194	/. ftruncate64' \
	out/stubs/ftruncate64.S
# An architecture that has a pair begin at an even word.
sed 's/^arch_long_words=.*/arch_long_words=2-aligned/' \
	"$srcdir/sysdeps/i386/arch.sh" >"$tree/sysdeps/i386/arch.sh"
words i386 pread64 6
words i386 ftruncate64 4
words i386 fallocate 6
mend sysdeps/i386/arch.sh
expect 'C passes them as such' grep -q -x -F \
	'extern int fallocate (int fd, int mode, loff_t offset, loff_t length);' \
	out/prototypes.c

# --- The inline form.

generate i386 glibc out
wraps () { # text, line of inline-calls.h
	expect "$1" grep -q -x -F -e "$2" out/inline-calls.h
}
wraps "inline: the number and the words" \
	"  __TG_TRAP_3 (__r, $(nr i386 bind), __a1, __TG_POINTER (__a2), __a3);"
wraps "inline: the zeros" "  __TG_TRAP_6 (__r, $(nr i386 sendto), __a1, __a2, __a3, __a4, 0L, 0L);"
wraps "inline: the flag G" "#if !defined __TG_LEAVE_accept4 && __TG_GNU"
wraps "inline: a name for 64-bit times" "#if !defined __TG_LEAVE_setsockopt && !__TG_TIME64"
wraps "inline: what takes over" "  __TG_RETURN (int, __r, __tg_else_bind (__r, __a1, __a2, __a3));"
generate x86_64 musl out
wraps "inline: nothing takes over" "  __TG_RETURN (int, __r, __tg_inline_error (__r));"
expect "inline: a call that is a C file there is not among them" \
	sh -c "! grep -q sendmsg out/inline-calls.h"
wraps "inline: the bound" "#define __TG_MAX_ERRNO 4095"
generate i386 musl out
wraps "inline: a type that differs by libc is that of the libc" \
	"sendmmsg (int __a1, struct mmsghdr *__a2, unsigned int __a3, unsigned int __a4)"

# --- Every awk that there is makes the same, and tells the same.

with_awk () {
	PATH=$PWD/awk-$name:$PATH sh "$tree/gen/generate.sh" "$tree" "$@"
}
# other_awk NAME COMMAND...
other_awk () {
	name=$1
	shift
	command -v "$1" >/dev/null || return 0
	mkdir "awk-$name"
	printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"awk-$name/awk"
	chmod 755 "awk-$name/awk"
	for target in i386-glibc x86_64-none generic-musl; do
		generate "${target%-*}" "${target#*-}" "want-$target" \
			2>/dev/null
		with_awk "${target%-*}" "${target#*-}" "$name-$target"
		expect "$name makes the same for $target" \
			diff -r "want-$target" "$name-$target"
	done
	spoil libc/glibc/names.tbl connect 'connect __libc_connect bind'
	generate i386 glibc out 2>want
	with_awk i386 glibc out 2>told
	mend libc/glibc/names.tbl
	expect "$name tells the same" cmp want told
}
other_awk mawk mawk
other_awk gawk gawk --posix
other_awk original-awk original-awk
other_awk busybox busybox awk
finish
