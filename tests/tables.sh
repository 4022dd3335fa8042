#!/bin/sh
# tables.sh - the generator refuses wrong tables, with file and line.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/tables.lib"

# wrong FILE ROW NEW TEXT: the generator prints only FILE:LINE: TEXT.
wrong () {
	spoil "$1" "$2" "$3"
	err=$(generate i386 glibc out 2>&1)
	status=$?
	mend "$1"
	if [ "$err" = "$1:$line: $4" ] && [ "$status" -ne 0 ]; then
		pass "refused: $4"
	else
		printf '%s\n' "$err" "want: $1:$line: $4; status $status" >err
		fail "refused: $4" err
	fi
}

expect 'correct tables pass' generate i386 glibc out
generate i386 glibc out >err 2>&1
expect 'without a message' test ! -s err
listing out >before
sleep 0.1
generate i386 glibc out
listing out >after
expect 'a second run writes nothing' cmp before after

t=socket/socket.tbl
p='int (int fd, const struct sockaddr *addr, socklen_t addrlen)'
wrong $t bind 'bind bind F' \
	'a row is: call kernel flags prototype; this one has 3 columns'
wrong $t + "Bind bind F $p" "'Bind' is no name of a call"
at=$(line_of "$tree/$t" bind)
wrong $t + "bind bind F $p" "duplicate call 'bind', first at $t:$at"
wrong $t bind "bind bind FX $p" "unknown flag 'X'"
wrong $t bind "bind bind FCF $p" "flag 'F' twice"
wrong $t bind "bind bind EF $p" \
	"flag 'E' without its file socket/fallback/bind.c"
wrong $t bind "bind bind FT $p" \
	"flag 'T' without its file socket/fallback/bind.c"
wrong $t bind "bind bind FP $p" "flag 'P', and the result is no pointer"
wrong calls/memory.tbl munmap 'munmap munmap - void *(void *addr, size_t length)' \
	"the result is a pointer, without the flag 'P'"
wrong $t bind 'bind bind F int (long fd)' "flag 'F', and the first argument is no int"
wrong $t bind 'bind bind F int (void)' "flag 'F', and the first argument is no int"

# The kernel's entries.
wrong $t bind "bind bnid F $p" "kernel: no architecture has an entry 'bnid'"
wrong $t bind "bind bind,bnid+1 F $p" "kernel: no architecture has an entry 'bnid'"
wrong $t bind "bind bind, F $p" "kernel '' is neither f nor f+N"
wrong $t bind "bind bind+ F $p" "kernel 'bind+' is neither f nor f+N"
wrong $t bind "bind bind,bind+1 F $p" "kernel 'bind' twice"
wrong $t bind "bind bind,sendto+0 F $p" "kernel 'sendto+0' adds no zeros"
wrong $t bind "bind bind,sendto+4 F $p" \
	'kernel: 3 + 4 argument words; the kernel takes 0 to 6'
wrong calls/file.tbl fallocate \
	'fallocate sendto+1 F int (int fd, int mode, loff_t offset, loff_t length)' \
	'kernel: 6 + 1 argument words; the kernel takes 0 to 6'
wrong $t bind "bind bind,sendto+2 F $p" 'kernel: sendto takes 6 arguments, not 5'
wrong $t bind "bind - F $p" "kernel '-', and there is no file bind.c"
wrong calls/process.tbl + 'exit exit - _Noreturn void (int status)' \
	"'exit' is the function of libc/none/csu/exit.c"

# The prototype.
for p in int 'int bind' '(int fd)' 'int(int fd)' 'int (int fd' 'int (int (*f) (void))'; do
	wrong $t bind "bind bind F $p" \
		"prototype '$p' is not of the form: type (type name, ...)"
done
for p in 9fd 'int 9fd' int 'unsigned int' 'int fd;' 'struct sockaddr * addr' ... \
	'int fd, int' '... /* arg'; do
	wrong $t bind "bind bind - int ($p)" \
		"parameter '${p##*, }' is not of the form: type name"
done
wrong $t bind 'bind bind F int (int a, int b, int c, int d, int e, int f, int g)' \
	'7 argument words; the kernel takes 0 to 6'
wrong $t bind 'bind bind F int (int a, ... /* b, c, d, e, f, g */)' \
	'7 argument words; the kernel takes 0 to 6'
wrong $t bind 'bind bind F int (int a, loff_t b, loff_t c, loff_t d)' \
	'7 argument words; the kernel takes 0 to 6'

# The property of the architecture that determines the argument words.
t=sysdeps/i386/arch.sh
wrong_fact () {
	sed "$1" "$srcdir/$t" >"$tree/$t"
	generate i386 glibc out >err 2>&1
	mend $t
	printf '%s\n' "$t: arch_long_words is '$2', not 1, 2 or 2-aligned" >want
	expect "refused: arch_long_words '$2'" diff want err
}
wrong_fact '/^arch_long_words=/d' ''
wrong_fact 's/^arch_long_words=.*/arch_long_words=3/' 3

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

t=libc/glibc/names.tbl
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
expect 'after these errors, earlier output is unchanged' diff before after

# A generator that stopped at the first wrong row would report one.
sed -e 's/^bind	.*/bind bind X int (int fd)/' \
	-e 's/^connect	.*/connect connect Y int (int fd)/' \
	"$srcdir/socket/socket.tbl" >"$tree/socket/socket.tbl"
generate i386 glibc out >err 2>&1
mend socket/socket.tbl
expect 'all wrong rows are reported at once' test \
	"$(grep -c 'unknown flag' err)" = 2

# make shows the message once, and no message about missing rules.
mkdir b
(cd b && "$tree/configure" --enable-libcs=none --enable-archs=i386,x86_64) \

spoil socket/socket.tbl bind 'bind bind X int (int fd)'
(cd b && make) >err 2>&1
status=$?
mend socket/socket.tbl
expect 'make stops' test "$status" -ne 0
expect 'make shows the message once' \
	test "$(grep -c "^socket/socket.tbl:$line: unknown flag 'X'$" err)" \
		= 1
expect 'make compiles nothing' test ! -d b/build/obj
(cd b && make build/gen/i386-none/rules.mk) >err 2>&1
expect 'make continues once the row is correct' test -f \
	b/build/gen/i386-none/rules.mk
(cd b && make build/gen/i386-none/c/common/.made) >err 2>&1
expect 'the compiler accepts all rows' test -f b/build/gen/i386-none/c/common/.made
sleep 0.1
spoil socket/socket.tbl bind \
	'bind bind F int (int fd, const struct sockaddr *addr, long addrlen)'
refuse 'and finds a row that differs from the headers, by file and line' 2 \
	"^socket/socket.tbl:$line:.* conflicting types for .bind'" \
	make -C b build/gen/i386-none/c/common/.made
mend socket/socket.tbl
sleep 0.1
spoil calls/process.tbl + 'getsid getsid - pid_t (pid_t pid)'
refuse 'and a row that no header declares' 2 "^calls/process.tbl:$line:.* .getsid' undeclared" \
	make -C b build/gen/i386-none/c/common/.made
mend calls/process.tbl
finish
