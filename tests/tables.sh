#!/bin/sh
# tables.sh - the generator refuses wrong tables and makes the right rules.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

# A copy to spoil.  The generator reads tables and names of files, no C.
copy_source tree
tree=$PWD/tree

# generate ARCH LIBC OUT
generate () { sh "$tree/scripts/generate.sh" "$tree" "$@"; }

# What lies in a folder, with the dates: a file written again is another.
listing () { find "$1" -type f -printf '%p %s %T@\n' | sort; }

# The number of a row's line in a table.
line_of () { awk -v row="$2" '$1 == row { print FNR; exit }' "$1"; }

# spoil FILE ROW NEW: another line for a row, a new last line for the row +,
# no line for an empty NEW.  Sets line.
spoil () {
	line=$(awk -v row="$2" -v new="$3" -v out="$tree/$1" '
		row != "+" && $1 == row && !at {
			at = FNR
			if (new != "")
				print new >out
			next
		}
		{ print >out }
		END {
			if (row == "+")
				print new >out
			print row == "+" ? FNR + 1 : at
		}' "$srcdir/$1")
}
mend () { cp "$srcdir/$1" "$tree/$1"; }

# wrong FILE ROW NEW TEXT: the generator answers just FILE:LINE: TEXT.
wrong () {
	spoil "$1" "$2" "$3"
	told=$(generate i386 glibc out 2>&1)
	status=$?
	mend "$1"
	if [ "$told" = "$1:$line: $4" ] && [ "$status" -ne 0 ]; then
		pass "refused: $4"
	else
		printf '%s\n' "$told" "want: $1:$line: $4; status $status" >told
		fail "refused: $4" told
	fi
}

expect 'good tables pass' generate i386 glibc out
generate i386 glibc out >told 2>&1
expect 'without a word' test ! -s told
listing out >before
sleep 0.1
generate i386 glibc out
listing out >after
expect 'a second run writes nothing' cmp before after

t=socket/socket.tbl
wrong $t bind 'bind 3 F' \
	'a row is: call args flags else; this one has 3 columns'
wrong $t + 'Bind 3 F -' "'Bind' is no name of a call"
at=$(line_of "$tree/$t" bind)
wrong $t + 'bind 3 F -' "duplicate call 'bind', first at $t:$at"
wrong $t bind 'bind x F -' "args 'x' is neither a number nor made of w and L"
wrong $t bind 'bind 7 F -' '7 argument words; the kernel takes 0 to 6'
wrong $t bind 'bind -1 F -' "args '-1' is neither a number nor made of w and L"
wrong $t bind 'bind wwwLL F -' '7 argument words; the kernel takes 0 to 6'
wrong $t bind 'bind 3 FX -' "unknown flag 'X'"
wrong $t bind 'bind 3 FCF -' "flag 'F' twice"
wrong $t bind 'bind 3 F connect' "else 'connect' is neither f+N nor -"
wrong $t bind 'bind 3 EF -' \
	"flag 'E' without its file socket/fallback/bind.c"
wrong $t + 'nofile 3 F -' \
	'no file socket/nofile.c to answer where a machine has no door'
wrong $t send 'send 4 CF nocall+2' "else: there is no call 'nocall'"
wrong $t send 'send 4 CF sendto+0' 'else: +0 adds no zeros'
wrong $t send 'send 4 CF sendto+3' \
	'else: 4 + 3 arguments; the kernel takes 0 to 6'
wrong $t send 'send 4 CF sendto+1' 'else: sendto takes 6 arguments, not 5'

t=sysdeps/i386/numbers.tbl
wrong $t bind 'bind 361' 'a row is: call number since; this one has 2 columns'
wrong $t bind '9bind 361 4.3' "'9bind' is no name of a call"
wrong $t bind 'bind 0x169 4.3' "number '0x169' is not a number"
wrong $t bind 'bind 361 always' \
	"since 'always' is neither a kernel release nor -"
at=$(line_of "$tree/$t" bind)
wrong $t + 'bind 9999 4.3' "duplicate call 'bind', first at line $at"
wrong $t + 'bind_again 361 4.3' "number 361 is that of 'bind'"

t=socket/socketcall.tbl
wrong $t bind 'bind 2' 'a row is: call op since; this one has 2 columns'
wrong $t bind 'bind 0 1.0' "op '0' is not a number from 1 to 127"
wrong $t bind 'bind 128 1.0' "op '128' is not a number from 1 to 127"
wrong $t bind 'bind 2 -' "since '-' is no kernel release"
wrong $t + 'bind 99 1.0' "duplicate call 'bind'"
wrong $t connect 'connect 2 1.0' "op 2 is that of 'bind'"
wrong $t + 'nocall 99 1.0' "there is no call 'nocall'"

t=over/glibc/names.tbl
wrong $t bind 'bind' 'a row is: call strong weak...; this one has 1 columns'
wrong $t + 'bind __bind' "duplicate call 'bind'"
wrong $t bind 'bind -' "'bind' has no name at all"
wrong $t bind 'bind - -' "'bind' has no name at all"
wrong $t bind 'bind __bind b-nd' "'b-nd' is no symbol"
wrong $t + 'nocall nocall' "there is no call 'nocall'"
wrong $t bind 'bind __bind bind bind' "symbol 'bind' is that of 'bind' too"
wrong $t connect 'connect __libc_connect bind' \
	"symbol 'bind' is that of 'bind' too"

listing out >after
expect 'what was made before is left alone by all of these' diff before after

# A generator that stopped at the first wrong row would tell one.
sed -e 's/^bind	.*/bind 3 X -/' -e 's/^connect	.*/connect 3 Y -/' \
	"$srcdir/socket/socket.tbl" >"$tree/socket/socket.tbl"
generate i386 glibc out >told 2>&1
mend socket/socket.tbl
expect 'all wrong rows are told at once' test \
	"$(grep -c 'unknown flag' told)" = 2

# make shows the message, once, and no rule that could not be made.
mkdir b
(cd b && "$tree/configure" --enable-libcs=bare --enable-archs=i386,x86_64) \
	>told 2>&1 || fail 'configure in the copy' told
spoil socket/socket.tbl bind 'bind 3 X -'
(cd b && make) >told 2>&1
status=$?
mend socket/socket.tbl
expect 'make stops' test "$status" -ne 0
expect 'make shows the message once' \
	test "$(grep -c "^socket/socket.tbl:$line: unknown flag 'X'$" told)" \
		= 1
expect 'make compiles nothing' test ! -d b/build/obj
(cd b && make build/gen/i386-bare/rules.mk) >told 2>&1
expect 'make goes on once the row is right' test -f \
	b/build/gen/i386-bare/rules.mk

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

becomes 'a call with a door has a stub' i386 glibc bind \
	"\$(B)/gen/i386-glibc/stubs/bind.S"
: >"$tree/sysdeps/i386/bind.S"
# shellcheck disable=SC2016	# $(srcdir) is make's.
becomes 'sysdeps/A before the stub' i386 glibc bind \
	'$(srcdir)/sysdeps/i386/bind.S'
expect 'and then there is no stub' test ! -f out/stubs/bind.S
: >"$tree/over/glibc/bind.c"
# shellcheck disable=SC2016
becomes 'over/L before sysdeps/A' i386 glibc bind '$(srcdir)/over/glibc/bind.c'
: >"$tree/over/glibc/i386/bind.c"
# shellcheck disable=SC2016
becomes 'over/L/A before over/L' i386 glibc bind \
	'$(srcdir)/over/glibc/i386/bind.c'
# shellcheck disable=SC2016
becomes 'but for another machine' x86_64 glibc bind \
	'$(srcdir)/over/glibc/bind.c'
becomes 'and for another libc' x86_64 musl bind \
	"\$(B)/gen/x86_64-musl/stubs/bind.S"
rm "$tree/sysdeps/i386/bind.S" "$tree/over/glibc/bind.c" \
	"$tree/over/glibc/i386/bind.c"

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
# The number of a call on a machine.
nr () { awk -v c="$2" '$1 == c { print $2 }' "$tree/sysdeps/$1/numbers.tbl"; }

generate i386 glibc out
holds 'two doors' bind 'CALL_NAME bind' "CALL_NR $(nr i386 bind)" 'CALL_ARGS 3' 'CALL_ZEROS 0' \
	'CALL_OP 2'
holds 'f+N: the other number, zeros, its own operation' send 'CALL_NAME send' \
	"CALL_NR $(nr i386 sendto)" 'CALL_ARGS 4' 'CALL_ZEROS 2' 'CALL_OP 9'
holds 'the flag E leads to C, by the own door first' recvmmsg \
	'CALL_NAME recvmmsg' "CALL_NR $(nr i386 recvmmsg)" 'CALL_ARGS 5' \
	'CALL_ZEROS 0' 'CALL_OP 19' 'CALL_OWN_FIRST 1' \
	'CALL_ELSE __tg_fallback_recvmmsg' 'CALL_ABSENT __tg_absent_recvmmsg'
holds 'a fallback without the flag E: doors in the order of the route' accept4 \
	'CALL_NAME accept4' "CALL_NR $(nr i386 accept4)" 'CALL_ARGS 4' \
	'CALL_ZEROS 0' 'CALL_OP 18' 'CALL_ELSE __tg_fallback_accept4' \
	'CALL_ABSENT __tg_absent_accept4'
holds 'the tail of a call with a fallback' absent-accept4 \
	'CALL_NAME accept4' "CALL_NR $(nr i386 accept4)" \
	'CALL_ARGS 4' 'CALL_ZEROS 0' 'CALL_OP 18' \
	'CALL_ELSE __tg_fallback_accept4' 'CALL_ABSENT __tg_absent_accept4'
expect 'names: strong' grep -q '^#define CALL_STRONG	__bind$' \
	out/stubs/bind.S
expect 'names: weak' grep -q '^#define CALL_WEAK	bind$' out/stubs/bind.S
expect 'names: a row of the machine replaces one of the libc' \
	grep -q '^#define CALL_WEAK	__listen, listen$' out/stubs/listen.S
expect 'names: without a strong one' \
	test "$(grep -c 'CALL_STRONG	..*' out/stubs/listen.S)" = 0
want=$(sed 's/#.*//' "$tree/over/glibc/i386/names.tbl" \
	"$tree/over/glibc/names.tbl" | awk '
	!seen[$1]++ {
		for (i = 2; i <= NF; i++)
			if ($i != "-")
				print $i
	}' | sort | tr '\n' ' ')
read -r sum got <out/names
got=$(printf '%s' "$got" | tr ' ' '\n' | sort | tr '\n' ' ')
expect 'names: all of them, for the linking' test "$got" = "$want"
spoil over/glibc/names.tbl socket 'socket __sockev socket'
generate i386 glibc out
mend over/glibc/names.tbl
read -r other_sum got <out/names
expect 'names: others have another checksum' test "$sum" != "$other_sum"
generate i386 glibc out
expect 'a descriptor of -1 is answered by EBADF' \
	grep -q '^ *X (bind, (-1, 0, 0), EBADF)' out/sweep.h
expect 'arity: the call with its arguments' \
	grep -q '^  (void) bind (0, 0, 0);$' out/arity.c
generate x86_64 glibc out
holds 'one door where there is no socketcall' bind 'CALL_NAME bind' \
	"CALL_NR $(nr x86_64 bind)" 'CALL_ARGS 3' 'CALL_ZEROS 0'
expect 'recvmmsg_time64 is offered nowhere that has no name for it' \
	test -z "$(source_of recvmmsg_time64)"

spoil sysdeps/x86_64/numbers.tbl bind ''
# shellcheck disable=SC2016
becomes 'no number: the C answer' x86_64 glibc bind '$(srcdir)/socket/bind.c'
expect 'which is ENOSYS' \
	grep -q '^ *X (bind, (-1, 0, 0), ENOSYS)' out/sweep.h
mend sysdeps/x86_64/numbers.tbl
spoil sysdeps/x86_64/numbers.tbl bind 'bind 49 -'
# shellcheck disable=SC2016
becomes 'a reserved number is no door' x86_64 glibc bind \
	'$(srcdir)/socket/bind.c'
mend sysdeps/x86_64/numbers.tbl
# shellcheck disable=SC2016
becomes 'generic: C answers all' generic glibc bind '$(srcdir)/socket/bind.c'
spoil socket/socket.tbl bind 'bind wLw F -'
generate i386 glibc out
expect 'a 64-bit argument is as many words as the machine needs' \
	grep -q '^#define CALL_ARGS	(2 + 1 \* WORDS_OF_LONG)$' \
		out/stubs/bind.S
mend socket/socket.tbl

# --- The inline form: types from the C file of a call.

# misread TEXT SED: the generator answers socket/bind.c: TEXT.
misread () {
	sed "$2" "$srcdir/socket/bind.c" >"$tree/socket/bind.c"
	generate i386 glibc out >told 2>&1
	status=$?
	mend socket/bind.c
	printf '%s\n' "socket/bind.c: $1" >want
	[ "$status" -ne 0 ] || echo 'and no success' >>want
	expect "refused: $1" diff want told
}
listing out >before
misread "no definition of bind can be read: the type, then a line bind (..." \
	"s/^bind (/bound (/"
misread "bind has 2 parameters; its row says 3" 's/, socklen_t addrlen//'
misread "parameter int 9fd of bind is not of a form known to scripts/inline.awk" \
	's/int fd/int 9fd/'
listing out >after
expect 'and what was made before is left alone' diff before after
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
	PATH=$PWD/awk-$name:$PATH sh "$tree/scripts/generate.sh" "$tree" "$@"
}
# other_awk NAME COMMAND...
other_awk () {
	name=$1
	shift
	command -v "$1" >/dev/null || return 0
	mkdir "awk-$name"
	printf '#!/bin/sh\nexec %s "$@"\n' "$*" >"awk-$name/awk"
	chmod 755 "awk-$name/awk"
	for variant in i386-glibc x86_64-bare generic-musl; do
		generate "${variant%-*}" "${variant#*-}" "want-$variant" \
			2>/dev/null
		with_awk "${variant%-*}" "${variant#*-}" "$name-$variant"
		expect "$name makes the same for $variant" \
			diff -r "want-$variant" "$name-$variant"
	done
	spoil over/glibc/names.tbl connect 'connect __libc_connect bind'
	generate i386 glibc out 2>want
	with_awk i386 glibc out 2>told
	mend over/glibc/names.tbl
	expect "$name tells the same" cmp want told
}
other_awk mawk mawk
other_awk gawk gawk --posix
other_awk original-awk original-awk
other_awk busybox busybox awk
finish
