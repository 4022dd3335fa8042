#!/bin/sh
# show.sh - the command trapgate, and trapgate show.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
tell () { "$TRAPGATE" show "$@"; }
# column TABLE CALL NUMBER
column () { sed 's/#.*//' "$srcdir/$1" | awk -v c="$2" -v n="$3" \
	'$1 == c { print $n }'; }

# says TEXT LINE: the last output has the line.
says () { expect "$1" grep -q -x -e "$2" out; }

# --- A call: its row, and its doors by the tables.
t=socket/socket.tbl
for call in bind send accept recvmmsg recvmmsg_time64 sendmmsg; do
	tell $call >out 2>told
	expect "show $call" test ! -s told
	says "$call: the row" \
		"call $call: $(column $t $call 2) arguments, flags \
$(column $t $call 3), else $(column $t $call 4) ($t)"
	for arch in i386 x86_64; do
		numbers=sysdeps/$arch/numbers.tbl
		own=$call zeros=
		if [ -z "$(column $numbers $call 2)" ]; then
			own=$(column $t $call 4)
			case $own in
			*+*)
				zeros=" with ${own#*+} zero(s) added"
				own=${own%+*}
				;;
			*) own= ;;
			esac
		fi
		if [ -n "$own" ]; then
			nr=$(column $numbers "$own" 2)
			since=$(column $numbers "$own" 3)
			says "$call: the number on $arch" \
				"$arch: number $nr ($own)$zeros, \
since Linux $since"
		else
			says "$call: no door on $arch" \
				"$arch: no door, answers ENOSYS"
		fi
	done
	op=$(column socket/socketcall.tbl $call 2)
	[ -z "$op" ] || says "$call: the operation" "i386: operation $op of \
socketcall, since Linux $(column socket/socketcall.tbl $call 3)"
	expect "$call: no operation on x86_64" \
		test "$(grep -c '^x86_64: operation' out)" = 0
done
tell bind --arch=i386 >out
expect '--arch shows that machine' grep -q '^i386: ' out
expect '--arch shows no other' sh -c '! grep -q ^x86_64 out'
tell --arch=generic bind >out
says '--arch=generic' 'generic: no door, answers ENOSYS'

for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	tell --arch="$arch" --over="$libc" bind >out
	says "$variant: the stub" "$arch over $libc, stub:"
	nr=$(column "sysdeps/$arch/numbers.tbl" bind 2)
	expect "$variant: its source" \
		grep -q "^	#define CALL_NR		$nr	" out
	expect "$variant: its code" \
		grep -q "mov  *\$0x$(printf %x "$nr"),%eax" out
done
case " $VARIANTS " in
*' x86_64-musl '*)
	tell --arch=x86_64 --over=musl sendmsg >out
	says 'a call with a file of its own' \
		'x86_64 over musl: no stub, a file of its own'
	;;
esac
case " $VARIANTS " in
*-bare*)
	tell read >out
	says 'a call that is no socket call' \
		'call read: 3 arguments, .* (io/io.tbl)'
	expect 'is shown without a libc' grep -q 'over bare, stub:' out
	;;
esac

# --- A program.
echo 'int main (void) { return 0; }' >plain.c
$CC -o plain plain.c
tell ./plain >out
status=$?
expect 'a program without trapgate: exit 1' test "$status" -eq 1
says 'and told so' './plain: no trapgate in it'
cat >uses.c <<'END'
#include <sys/socket.h>
int main (void) { return bind (-1, 0, 0) != -1; }
END
version=$("$TRAPGATE" --version | sed -n 's/^trapgate //p')
for variant in $VARIANTS; do
	arch=${variant%-*} libc=${variant#*-}
	[ "$arch" != generic ] || continue
	flavour=$(cd "$builddir/lib/trapgate/$arch/$libc" && echo */)
	for one in $flavour; do
		one=${one%/}
		[ "$one" != include ] || continue
		"$TRAPGATE" cc "$(flag_of "$arch")" --over="$libc" \
			--route="${one%-*}" --entry="${one##*-}" -s -o \
				"prog $libc" uses.c ||
			continue
		tell "./prog $libc" >out
		says "$variant: a stripped program with $one" \
			"./prog $libc: trapgate $version, $arch over $libc, \
route ${one%-*}, entry ${one##*-}"
	done
done

# --- Errors.
dies show 'nothing to show' 'which CALL or FILE? see trapgate help show' tell
dies show 'two things' "one CALL or FILE, not 'bind' and 'listen'" tell bind \
	listen
dies show 'an unknown option' \
	"unknown option '--colour'; see trapgate help show" \
	tell --colour bind
dies show 'an unknown machine' \
	'--arch=vax: no such machine; there are: .*i386.*x86_64.*' tell \
		--arch=vax bind
dies show 'an unknown libc' '--over=newlib: there is glibc, musl, bare' \
	tell --over=newlib bind
dies show 'an unknown call' \
	"'bin' is neither a call nor a file; the calls are: .* bind .*" tell \
		bin
dies show 'not an ELF file' "'plain.c' is no ELF file" tell plain.c
dies show 'no file' "cannot read './nonesuch'" tell ./nonesuch

# --- The command itself.
dies '' 'an unknown command' "there is no command 'frob'; see trapgate help" \
	"$TRAPGATE" frob
dies '' 'a command with a path' \
	"there is no command '../cc'; see trapgate help" \
	"$TRAPGATE" ../cc
dies '' 'help of an unknown command' \
	"there is no command 'frob'; see trapgate help" "$TRAPGATE" help frob
"$TRAPGATE" >out 2>told
status=$?
expect 'no command: exit 2' test "$status" -eq 2
expect 'no command: the usage on stderr' grep -q '^usage: trapgate COMMAND' \
	told
expect 'no command: nothing on stdout' test ! -s out
for word in help --help -h; do
	"$TRAPGATE" $word >out 2>told
	says "$word" 'usage: trapgate COMMAND .*'
	expect "$word: nothing on stderr" test ! -s told
done
# Every part is in the list, and has help: but folders, and the programs that
# are to be copied.
for part in "$builddir"/libexec/trapgate/*; do
	[ -f "$part" ] || continue
	part=$(basename "$part")
	case $part in conform-*) continue ;; esac
	"$TRAPGATE" help >out
	expect "help names $part" grep -q "^  $part " out
	"$TRAPGATE" help "$part" >out 2>&1
	says "help $part" "usage: trapgate $part .*"
	"$TRAPGATE" "$part" --help >told 2>&1
	expect "$part --help is the same" cmp out told
done
"$TRAPGATE" --version >out
says '--version' \
	"trapgate $(sed -n 's/^version = *//p' "$builddir/../config.mk")"
finish
