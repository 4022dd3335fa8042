#!/bin/sh
# show.sh - the command trapgate itself, and trapgate show.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
show () { "$TRAPGATE" show "$@"; }
# column TABLE CALL NUMBER
column () { awk -v c="$2" -v n="$3" '{ sub(/#.*/, "") } $1 == c { print $n }' \
	"$srcdir/$1"; }

# prints TEXT LINE: the last output has a line that matches.  holds TEXT LINE: one that
# is equal.
prints () { expect "$1" grep -q -x -e "$2" out; }
newline='
'
holds () {
	case $newline$out$newline in
	*"$newline$2$newline"*) pass "$1" ;;
	*)
		printf '%s\n' "$out" "want: $2" >err
		fail "$1" err
		;;
	esac
}

# --- A call: its row, and its paths.
# Prints, from the tables, the lines that trapgate show must print for a call.
should_show () { # call
	# shellcheck disable=SC2086	# Names of files.
	awk -v call="$1" '
		{ sub(/#.*/, "") }
		$1 == "" { next }
		FILENAME ~ /socket\.tbl$/ {
			if ($1 == call) {
				entries = split($2, entry, ",")
				kernel = $2
				flags = $3
				sub(/^([^ \t]+[ \t]+)+[CEFGOPT-]+\t/, "")
				sub(/\(/, call " (")
				print "call " call ": " $0
				printf "call %s: kernel %s, flags %s (socket/socket.tbl)\n",
					call, kernel, flags
			}
			next
		}
		FILENAME ~ /socketcall\.tbl$/ {
			if ($1 == call)
				operation = $2 " of socketcall, since Linux " $3
			next
		}
		{
			n = split(FILENAME, part, "/")
			arch = part[n - 1]
			archs[arch]
			number[arch, $1] = $2
			since[arch, $1] = $3
		}
		END {
			for (arch in archs) {
				for (i = 1; i <= entries; i++) {
					zeros = ""
					if (split(entry[i], sum, "+") == 2)
						zeros = " with " sum[2] " zero(s) added"
					direct = sum[1]
					if ((arch, direct) in number)
						break
				}
				if ((arch, direct) in number)
					print arch ": number " number[arch, direct] \
						" (" direct ")" zeros \
						", since Linux " since[arch, direct]
				else
					print arch ": no path, fails with ENOSYS"
				if (operation != "" && (arch, "socketcall") in number)
					print arch ": operation " operation
			}
		}' "$srcdir"/socket/socket.tbl "$srcdir"/socket/socketcall.tbl $numbers
}
# Of the architectures of the compiler, and of those that have one of their own.
numbers='' known_archs='' cross_archs=
. "$builddir/lib/trapgate/compiler.conf"
for arch in $known_archs $cross_archs; do
	arch=${arch%%=*}
	[ "$arch" = generic ] || numbers="$numbers $srcdir/sysdeps/$arch/numbers.tbl"
done
for call in bind send accept recvmmsg recvmmsg_time64 sendmmsg; do
	out=$(show $call 2>err)
	expect "show $call" test ! -s err
	should_show $call >want
	while read -r line; do
		holds "show $call: $line" "$line"
	done <want
	expect "$call: no other lines" test "$(printf '%s\n' "$out" |
		grep -c -E '^(call |[a-z0-9_]+: (number|operation|no path))')" -eq "$(wc -l <want)"
done
show bind --arch=i386 >out
expect '--arch shows that architecture' grep -q '^i386: ' out
expect '--arch shows no other' sh -c '! grep -q ^x86_64 out'
show --arch=generic bind >out
prints '--arch=generic' 'generic: no path, fails with ENOSYS'

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	show --arch="$arch" --libc="$libc" bind >out
	prints "$target: the stub" "$arch-$libc, stub:"
	nr=$(column "sysdeps/$arch/numbers.tbl" bind 2)
	expect "$target: its source" \
		grep -q "^	#define CALL_NR		$nr	" out
	expect "$target: its code" \
		grep -q "mov  *\$0x$(printf %x "$nr"),%eax" out
done
case " $TARGETS " in
*' x86_64-musl '*)
	show --arch=x86_64 --libc=musl sendmsg >out
	prints 'a call with a C file' \
		'x86_64-musl: no stub, a file of its own'
	;;
esac
case " $TARGETS " in
*-none*)
	show read >out
	prints 'a call that is no socket call' \
		'call read: ssize_t read (int fd, void \*buf, size_t count)'
	prints 'its table' 'call read: kernel read, flags CF (calls/file.tbl)'
	expect 'its stub without a libc' grep -q -e '-none, stub:' out
	;;
esac

# --- A program.
echo 'int main (void) { return 0; }' >plain.c
$CC -o plain plain.c
show ./plain >out
status=$?
expect 'a program without trapgate: exit 1' test "$status" -eq 1
prints 'a program without trapgate: the message' './plain: no trapgate in it'
cat >uses.c <<'END'
#include <sys/socket.h>
int main (void) { return bind (-1, 0, 0) != -1; }
END
cat >own.c <<'END'
#include <sys/socket.h>
int
accept4 (int fd, struct sockaddr *name, socklen_t *size, int flags)
{
  return 0;
}
int main (void) { return bind (-1, 0, 0) != -1 || accept4 (0, 0, 0, 0); }
END
cat >receives.c <<'END'
#include <sys/socket.h>
int main (void) { return recvmsg (-1, 0, 0) != -1; }
END
version=$("$TRAPGATE" --version)
version=${version#trapgate }
version=${version%%"$newline"*}
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ "$arch" != generic ] || continue
	# variants.sh tests each route and entry.
	. "$srcdir/sysdeps/$arch/arch.sh"
	expect "$target: a program with a space in its name" "$TRAPGATE" cc \
		"$arch_flag" --libc="$libc" -s -o "prog $libc" uses.c
	out=$(show "./prog $libc")
	holds "$target: show finds its variant" \
		"./prog $libc: trapgate $version, $arch-$libc, \
route ${arch_routes%% *}, entry ${arch_entries%% *}"
	[ "$libc" != none ] || continue
	rm -f own*1
	# Distinguished by the addresses of the symbols.
	expect "$target: a program that defines a call itself" "$TRAPGATE" cc \
		"$arch_flag" --libc="$libc" -o 'own\1' own.c
	out=$(show './own\1')
	holds "$target: its calls from trapgate" './own\1: calls of trapgate: bind'
	holds "$target: and its own" \
		'./own\1: of the program itself or its libc: accept4'
	# On i386 with glibc the object has one entry for each size of time_t.
	expect "$target: a program that receives" "$TRAPGATE" cc \
		"$arch_flag" --libc="$libc" -o receives receives.c
	out=$(show ./receives)
	holds "$target: a call with two entries is one call" \
		'./receives: calls of trapgate: recvmsg'
done

# --- Errors.
error_of show 'no argument' 'which CALL or FILE? see trapgate help show' show
error_of show 'two arguments' "one CALL or FILE, not 'bind' and 'listen'" show bind \
	listen
error_of show 'an unknown option' \
	"unknown option '--colour'; see trapgate help show" \
	show --colour bind
error_of show 'an unknown architecture' \
	'--arch=vax: no such architecture; there are: .*i386.*x86_64.*' show \
		--arch=vax bind
for option in --arch --libc; do
	error_of show "$option= without a value" "$option needs a value: $option=..." \
		show "$option=" bind
done
error_of show 'an unknown libc' '--libc=newlib: there is glibc, musl, none' \
	show --libc=newlib bind
error_of show 'an unknown call' \
	"'bin' is neither a call nor a file; the calls are: .* bind .*" show \
		bin
error_of show 'not an ELF file' "'plain.c' is no ELF file" show plain.c
head -c 3000 "$builddir/libexec/trapgate/as-if" >half
error_of show 'half an ELF file' "'./half' is no whole ELF file" show ./half
error_of show 'no temporary directory' 'cannot make a temporary directory in /nonexistent; .*' \
	env TMPDIR=/nonexistent "$TRAPGATE" show bind
error_of show 'no file' "cannot read './nonesuch'" show ./nonesuch

# --- The command itself.
error_of '' 'an unknown command' "there is no command 'frob'; see trapgate help" \
	"$TRAPGATE" frob
error_of '' 'a command with a path' \
	"there is no command '../cc'; see trapgate help" \
	"$TRAPGATE" ../cc
error_of '' 'help of an unknown command' \
	"there is no command 'frob'; see trapgate help" "$TRAPGATE" help frob
"$TRAPGATE" >out 2>err
status=$?
expect 'no command: exit 2' test "$status" -eq 2
expect 'no command: the usage on stderr' grep -q '^usage: trapgate COMMAND' \
	err
expect 'no command: nothing on stdout' test ! -s out
for word in help --help -h; do
	"$TRAPGATE" $word >out 2>err
	prints "$word" 'usage: trapgate COMMAND .*'
	expect "$word: nothing on stderr" test ! -s err
done
# Every command is in the list and has help, except directories and the programs for
# copying.
help=$("$TRAPGATE" help)
for part in "$builddir"/libexec/trapgate/*; do
	[ -f "$part" ] || continue
	part=${part##*/}
	case $part in conform-*) continue ;; esac
	case $newline$help in
	*"$newline  $part "*) pass "help names $part" ;;
	*) fail "help names $part" ;;
	esac
	"$TRAPGATE" help "$part" >out 2>&1
	prints "help $part" "usage: trapgate $part .*"
	"$TRAPGATE" "$part" --help >err 2>&1
	expect "$part --help is the same" cmp out err
done
"$TRAPGATE" --version >out
prints '--version' \
	"trapgate $(sed -n 's/^version = *//p' "$builddir/../config.mk")"
finish
