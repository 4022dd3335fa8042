#!/bin/sh
# generator.sh - the generator: its output for correct tables.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/tables.lib"

# --- Stubs, C files, symbols.

# source_of CALL: prints the source of its object.
source_of () {
	sed -n "s/^source-[a-z0-9_]*-[a-z]*-$1 = //p" out/rules.mk
}
# becomes TEXT ARCH LIBC CALL SOURCE: CALL's object is made from SOURCE.
becomes () {
	generate "$2" "$3" out >err 2>&1 || fail "$1: generator" err
	got=$(source_of "$4")
	if [ "$got" = "$5" ]; then
		pass "$1"
	else
		printf '%s\n' "want $5, got $got" >err
		fail "$1" err
	fi
}

becomes 'a call with a path has a stub' i386 glibc bind \
	"\$(B)/gen/i386-glibc/stubs/bind.S"
: >"$tree/sysdeps/i386/bind.S"
# shellcheck disable=SC2016	# $(srcdir) is for make.
becomes 'sysdeps/A overrides the stub' i386 glibc bind \
	'$(srcdir)/sysdeps/i386/bind.S'
expect 'there is no stub then' test ! -f out/stubs/bind.S
: >"$tree/libc/glibc/bind.c"
# shellcheck disable=SC2016
becomes 'libc/L overrides sysdeps/A' i386 glibc bind '$(srcdir)/libc/glibc/bind.c'
mkdir "$tree/sysdeps/i386/glibc"
: >"$tree/sysdeps/i386/glibc/bind.c"
# shellcheck disable=SC2016
becomes 'sysdeps/A/L overrides libc/L' i386 glibc bind \
	'$(srcdir)/sysdeps/i386/glibc/bind.c'
# shellcheck disable=SC2016
becomes 'not for another architecture' x86_64 glibc bind \
	'$(srcdir)/libc/glibc/bind.c'
becomes 'nor for another libc' x86_64 musl bind \
	"\$(B)/gen/x86_64-musl/stubs/bind.S"
rm -r "$tree/sysdeps/i386/bind.S" "$tree/libc/glibc/bind.c" \
	"$tree/sysdeps/i386/glibc"

# holds TEXT STUB LINE...: the stub defines these macros and no others.
holds () {
	text=$1 stub=$2
	shift 2
	printf '%s\n' "$@" | sort >want
	awk '!/CALL_STRONG|CALL_WEAK|include/ {
		sub(/[ \t]*\/\*.*\*\//, "")
		sub(/^#define[ \t]*/, "")
		if (sub(/[ \t][ \t]*/, " "))
			print
	}' "out/stubs/$stub.S" | sort >err
	expect "$text" diff want err
}
# The number of a call on an architecture.
nr () { awk -v c="$2" '$1 == c { print $2 }' "$tree/sysdeps/$1/numbers.tbl"; }

generate i386 glibc out
holds 'two paths' bind 'CALL_MARK __tg_is_bind' "CALL_NR $(nr i386 bind)" 'CALL_ARGS 3' \
	'CALL_ZEROS 0' 'CALL_OP 2'
holds "f+N: the other call's number, zeros, its own operation" send 'CALL_MARK __tg_is_send' \
	"CALL_NR $(nr i386 sendto)" 'CALL_ARGS 4' 'CALL_ZEROS 2' 'CALL_OP 9' \
	'CALL_CANCEL 1'
holds 'flag E: the fallback, with the direct path first' recvmmsg \
	'CALL_MARK __tg_is_recvmmsg' "CALL_NR $(nr i386 recvmmsg)" 'CALL_ARGS 5' \
	'CALL_ZEROS 0' 'CALL_OP 19' 'CALL_DIRECT_FIRST 1' 'CALL_CANCEL 1' \
	'CALL_FALLBACK __tg_fallback_recvmmsg' 'CALL_UNIMPLEMENTED __tg_absent_recvmmsg'
holds 'a fallback without flag E: paths in the order of the route' accept4 \
	'CALL_MARK __tg_is_accept4' "CALL_NR $(nr i386 accept4)" 'CALL_ARGS 4' \
	'CALL_ZEROS 0' 'CALL_OP 18' 'CALL_CANCEL 1' 'CALL_FALLBACK __tg_fallback_accept4' \
	'CALL_UNIMPLEMENTED __tg_absent_accept4'
holds 'the tail of a call with a fallback' absent-accept4 \
	'CALL_MARK .Lmark' "CALL_NR $(nr i386 accept4)" \
	'CALL_ARGS 4' 'CALL_ZEROS 0' 'CALL_OP 18' 'CALL_CANCEL 1' \
	'CALL_FALLBACK __tg_fallback_accept4' 'CALL_UNIMPLEMENTED __tg_absent_accept4'
holds 'flag T: C for an option with 64-bit times' setsockopt \
	'CALL_MARK __tg_is_setsockopt' "CALL_NR $(nr i386 setsockopt)" 'CALL_ARGS 5' \
	'CALL_ZEROS 0' 'CALL_OP 14' 'CALL_TIMES __tg_fallback_setsockopt' \
	'CALL_AGAIN __tg_again_setsockopt' 'CALL_OPTION __tg_option_setsockopt' \
	'CALL_PLAIN_STRONG __setsockopt' 'CALL_PLAIN setsockopt' \
	'CALL_PLAIN_MARK __tg_is_setsockopt.plain'
holds 'flags E and T: both fallbacks in one' recvmmsg_time64 \
	'CALL_MARK __tg_is_recvmmsg_time64' "CALL_NR $(nr i386 recvmmsg_time64)" \
	'CALL_ARGS 5' 'CALL_ZEROS 0' 'CALL_DIRECT_FIRST 1' 'CALL_CANCEL 1' \
	'CALL_FALLBACK __tg_fallback_recvmmsg_time64' \
	'CALL_UNIMPLEMENTED __tg_absent_recvmmsg_time64' \
	'CALL_TIMES __tg_fallback_recvmmsg_time64' \
	'CALL_AGAIN __tg_again_recvmmsg_time64' 'CALL_TIMES_FIRST 1'
holds 'flags C and T: an entry that tests first' recvmsg \
	'CALL_MARK __tg_is_recvmsg' 'CALL_PLAIN_MARK __tg_is_recvmsg.plain' \
	"CALL_NR $(nr i386 recvmsg)" 'CALL_ARGS 3' 'CALL_ZEROS 0' 'CALL_OP 17' \
	'CALL_TIMES __tg_fallback_recvmsg' 'CALL_AGAIN __tg_again_recvmsg' \
	'CALL_TIMES_FIRST 1' 'CALL_CANCEL 1' 'CALL_PLAIN_STRONG ' \
	'CALL_PLAIN __libc_recvmsg, __recvmsg, recvmsg'
expect 'flags C and T: for the names ending in 64' sh -c '
	grep -q "^#define CALL_STRONG	__libc_recvmsg64$" out/stubs/recvmsg.S &&
	grep -q "^#define CALL_WEAK	__recvmsg64$" out/stubs/recvmsg.S'
expect 'names: strong' grep -q '^#define CALL_STRONG	__bind$' \
	out/stubs/bind.S
expect 'names: weak' grep -q '^#define CALL_WEAK	bind$' out/stubs/bind.S
expect 'names: a row for some calls replaces one for all' \
	grep -q '^#define CALL_WEAK	__listen, listen$' out/stubs/listen.S
expect 'names: no strong one' \
	test "$(grep -c 'CALL_STRONG	..*' out/stubs/listen.S)" = 0
want=$(sed 's/#.*//' "$tree"/libc/glibc/names-*.tbl \
	"$tree/libc/glibc/names.tbl" | awk '
	!seen[$1]++ {
		for (i = 2; i <= NF; i++)
			if ($i != "-")
				print $i
	}' | sort | tr '\n' ' ')
read -r sum got <out/names
got=$(printf '%s' "$got" | tr ' ' '\n' | sort | tr '\n' ' ')
expect 'names: all of them, for linking' test "$got" = "$want"
spoil libc/glibc/names.tbl socket 'socket __sockev socket'
generate i386 glibc out
mend libc/glibc/names.tbl
read -r other_sum got <out/names
expect 'names: the checksum changes with them' test "$sum" != "$other_sum"
generate i386 glibc out
expect 'sweep.h: descriptor -1 fails with EBADF' \
	grep -q '^ *X (bind, (-1, 0, 0), EBADF)' out/sweep.h
expect 'the row as a declaration, for the compiler' grep -q -x -F \
	'extern int bind (int fd, const struct sockaddr *addr, socklen_t addrlen);' \
	out/prototypes.c
generate x86_64 glibc out
holds 'one path without socketcall' bind 'CALL_MARK __tg_is_bind' \
	"CALL_NR $(nr x86_64 bind)" 'CALL_ARGS 3' 'CALL_ZEROS 0'
holds 'flag T where 64-bit times need nothing' setsockopt \
	'CALL_MARK __tg_is_setsockopt' "CALL_NR $(nr x86_64 setsockopt)" 'CALL_ARGS 5' \
	'CALL_ZEROS 0'
expect 'recvmmsg_time64 is not built where it has no name' \
	test -z "$(source_of recvmmsg_time64)"

generate x86_64 none out
holds 'no cancellation point without a libc' connect 'CALL_MARK .Lmark' \
	"CALL_NR $(nr x86_64 connect)" 'CALL_ARGS 3' 'CALL_ZEROS 0'

# A row for calls that the architecture does not have, all of them.
cp "$tree"/libc/glibc/names-socketcall.tbl "$tree/libc/glibc/names-socketcall+bind.tbl"
rm "$tree"/libc/glibc/names-socketcall.tbl
generate i386 glibc out
expect 'names: rows for two calls, which the architecture has' \
	grep -q '^#define CALL_WEAK	__listen, listen$' out/stubs/listen.S
generate x86_64 glibc out
expect 'names: not where it lacks one of them' \
	grep -q '^#define CALL_STRONG	__listen$' out/stubs/listen.S
rm "$tree/libc/glibc/names-socketcall+bind.tbl"
mend libc/glibc/names-socketcall.tbl

# --- No number: a C file.

spoil sysdeps/x86_64/numbers.tbl open ''
# shellcheck disable=SC2016
becomes 'no number: C by another call' x86_64 none open '$(srcdir)/calls/substitute/open.c'
mend sysdeps/x86_64/numbers.tbl
becomes 'with a number, the stub, although there is C' x86_64 none open \
	"\$(B)/gen/x86_64-none/stubs/open.S"
spoil sysdeps/x86_64/numbers.tbl bind ''
nosys="\$(B)/gen/x86_64-glibc/nosys/bind.c"
becomes 'no number: a C function' x86_64 glibc bind "$nosys"
cp -p out/nosys/bind.c bind.c
expect 'which fails with ENOSYS' \
	grep -q '^ *X (bind, (-1, 0, 0), ENOSYS)' out/sweep.h
mend sysdeps/x86_64/numbers.tbl
spoil sysdeps/x86_64/numbers.tbl bind 'bind 49 -'
becomes 'a reserved number is no path' x86_64 glibc bind "$nosys"
expect 'an unchanged C function is not rewritten' test ! out/nosys/bind.c -nt bind.c
mend sysdeps/x86_64/numbers.tbl
becomes 'with a number, the stub' x86_64 glibc bind \
	"\$(B)/gen/x86_64-glibc/stubs/bind.S"
expect 'and no C function' test ! -f out/nosys/bind.c
becomes 'generic: a C function for each call' generic glibc bind \
	"\$(B)/gen/generic-glibc/nosys/bind.c"
expect 'with the prototype of the row' grep -q -x -F \
	'int bind (int fd, const struct sockaddr *addr, socklen_t addrlen)' out/nosys/bind.c

# --- No kernel entry: a C or assembly file.

spoil calls/file.tbl + 'noentry - F int (int fd)'
: >"$tree/sysdeps/i386/noentry.S"
# shellcheck disable=SC2016
becomes 'a file of the architecture' i386 none noentry '$(srcdir)/sysdeps/i386/noentry.S'
becomes 'for another architecture, C that fails with ENOSYS' x86_64 none noentry \
	"\$(B)/gen/x86_64-none/nosys/noentry.c"
: >"$tree/calls/noentry.c"
# shellcheck disable=SC2016
becomes 'or a file for all architectures' x86_64 none noentry '$(srcdir)/calls/noentry.c'
rm "$tree/sysdeps/i386/noentry.S" "$tree/calls/noentry.c"
mend calls/file.tbl

# --- Arguments of 64 bits.

# words ARCH CALL COUNT: the stub passes COUNT argument words.
words () {
	generate "$1" none out
	expect "$1: $2 has $3 words" grep -q -x "#define CALL_ARGS	$3" "out/stubs/$2.S"
}
words x86_64 pread64 4
words x86_64 fallocate 4
words i386 pread64 5
words i386 fallocate 6
words i386 ftruncate64 3
expect 'the kernel entry for 64 bits' grep -q 'CALL_NR		194	/. ftruncate64' \
	out/stubs/ftruncate64.S
# An architecture that aligns a pair to an even word.
sed 's/^arch_long_words=.*/arch_long_words=2-aligned/' \
	"$srcdir/sysdeps/i386/arch.sh" >"$tree/sysdeps/i386/arch.sh"
words i386 pread64 6
words i386 ftruncate64 4
words i386 fallocate 6
mend sysdeps/i386/arch.sh
expect 'they are declared as such' grep -q -x -F \
	'extern int fallocate (int fd, int mode, loff_t offset, loff_t length);' \
	out/prototypes.c

# --- The inline form.

generate i386 glibc out
wraps () { # text, line of inline-calls.h
	expect "$1" grep -q -x -F -e "$2" out/inline-calls.h
}
wraps "inline: the number and the arguments" \
	"  __TG_TRAP_3 (__r, $(nr i386 bind), __a1, __TG_POINTER (__a2), __a3);"
wraps "inline: the zeros" "  __TG_TRAP_6 (__r, $(nr i386 sendto), __a1, __a2, __a3, __a4, 0L, 0L);"
wraps "inline: flag G" "#if !defined __TG_LEAVE_accept4 && __TG_GNU"
wraps "inline: a name for 64-bit times" "#if !defined __TG_LEAVE_setsockopt && !__TG_TIME64"
wraps "inline: the function called on an error" \
	"  __TG_RETURN (int, __r, __tg_else_bind (__r, __a1, __a2, __a3));"
generate x86_64 musl out
wraps "inline: no function called on an error" "  __TG_RETURN (int, __r, __tg_inline_error (__r));"
expect "inline: no call that has a C file" \
	sh -c "! grep -q sendmsg out/inline-calls.h"
wraps "inline: the bound of errors" "#define __TG_MAX_ERRNO 4095"
generate i386 musl out
wraps "inline: the libc's type where types differ by libc" \
	"sendmmsg (int __a1, struct mmsghdr *__a2, unsigned int __a3, unsigned int __a4)"

# --- All implementations of awk generate the same files and print the same errors.

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
		expect "$name generates the same for $target" \
			diff -r "want-$target" "$name-$target"
	done
	spoil libc/glibc/names.tbl connect 'connect __libc_connect bind'
	generate i386 glibc out 2>want
	with_awk i386 glibc out 2>err
	mend libc/glibc/names.tbl
	expect "$name prints the same errors" cmp want err
}
other_awk mawk mawk
other_awk gawk gawk --posix
other_awk original-awk original-awk
other_awk busybox busybox awk
finish
