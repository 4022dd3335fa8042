#!/bin/sh
# configure.sh - configure: its errors, and targets that it leaves out.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

top=$PWD
copy_source source

# --- One line, exit 2, no Makefile.

mkdir refused
# no TEXT PATTERN COMMAND...: fails so.
no () {
	text=$1 pattern=$2
	shift 2
	(cd refused && "$@") >out 2>err
	status=$?
	if [ "$status" -eq 2 ] && [ "$(grep -c '' err)" -eq 1 ] &&
		grep -q -e "^configure: $pattern" err &&
		[ ! -e refused/Makefile ]; then
		pass "configure: $text"
	else
		printf '%s\n' "status $status, wanted 2 and: configure: $pattern" >>err
		fail "configure: $text" err
	fi
}
c=$top/source/configure
no 'unknown option' "unknown option '--colour'; see .*--help$" "$c" --colour
no 'unknown variable' "unknown variable 'COLOUR=red'; see .*--help$" "$c" \
	COLOUR=red
no 'unknown argument' "unknown argument 'red'; see .*--help$" "$c" red
no 'unknown host' '--host=vax: no such architecture; there are: .*i386.*x86_64' \
	"$c" --host=vax
no 'unknown architecture' "--enable-archs: no architecture 'vax'; there are: " \
	"$c" --enable-archs=i386,vax
no 'unknown libc' "--enable-libcs: no libc 'newlib'; there are: " \
	"$c" --enable-libcs=newlib
no 'host and architectures' '--host and --enable-archs exclude each other' \
	"$c" --host=i386 --enable-archs=i386
no 'an entry, which is an option of trapgate cc' "unknown option '--entry=int80'; " \
	"$c" --entry=int80
no 'a prefix that is no absolute path' "--prefix='usr' is no absolute path" \
	"$c" --prefix=usr
no 'no compiler' "the compiler 'nonesuch' does not work; install one: " \
	"$c" CC=nonesuch
no 'no ar' "no 'nonesuch'; apt-get install binutils" "$c" AR=nonesuch
no 'no sources' "no sources in '/nowhere'; give --srcdir=DIR" "$c" \
	--srcdir=/nowhere

# A compiler without -m32.
cat >cc64 <<END
#!/bin/sh
for a; do [ "\$a" != -m32 ] || exit 1; done
exec $CC "\$@"
END
chmod 755 cc64
no 'an architecture that the compiler does not support' \
	"i386-glibc: '.*cc64 -m32' does not compile; apt-get install gcc" \
	"$c" --enable-archs=i386 CC="$top/cc64"
# If it was not requested, it is left out, with a message.
mkdir left-out
(cd left-out && "$c" CC="$top/cc64") >err 2>&1
expect 'configure: left out if not requested' \
	grep -q "^i386-glibc: no, '.*' does not compile (apt-get install " err
expect 'configure: and the rest is built' \
	grep -q '^targets = *x86_64-' left-out/config.mk
expect 'configure: make check reports it as missing' \
	grep -q -x 'missing = *i386-glibc i386-musl i386-none' left-out/config.mk
# If it was switched off, make check does not, and trapgate cc gives the reason.
(cd left-out && "$c" CC="$top/cc64" \
	--disable-targets=i386-glibc,i386-musl,i386-none,x86_64-musl) >err 2>&1
expect 'configure: --disable-targets is reported' test "$(grep -c \
	'^[a-z0-9_]*-[a-z]*: no, switched off by --disable-targets' err)" -eq 4
expect 'configure: a target switched off is not missing' \
	grep -q -x 'missing = *' left-out/config.mk
expect 'configure: nor built, though it could be' sh -c '
	! grep "^targets = .*musl" left-out/config.mk &&
		grep "^targets = .*x86_64-" left-out/config.mk'
no 'an unknown architecture to switch off' \
	"--disable-targets: no architecture 'vax'; there are: " \
	"$c" --disable-targets=vax-musl
no 'an unknown libc to switch off' "--disable-targets: 'i386-newlib' is not a target; " \
	"$c" --disable-targets=i386-newlib

# lacking CONDITION: configures with a compiler, gcc 99, that fails with these
# arguments; leaves the i386 targets that are left out, with the reasons, in err.
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
	grep '^i386-.*: no, ' log >err
}
lacking "*' -m32 -nostdlib '* | *' -m32 -static '*"
printf "i386-%s: no, '.*/lacking -m32' does not link, there is no libgcc for it \
(apt-get install gcc-99-multilib)\n" glibc musl none >want
expect 'configure: without an i386 libgcc there is no i386, also without a libc' \
	test "$(grep -c -x -f want err)" -eq 3
cc_missing=$(. ./some/build/lib/trapgate/i386/none/cc.conf && printf '%s\n' "$cc_missing")
expect 'configure: trapgate cc gives the reason as well' \
	grep -q -x -F "i386-none: no, $cc_missing" err
lacking "*' -m32 -static '*"
echo 'i386-glibc: no, no static glibc (apt-get install libc6-dev-i386)' >want
expect 'configure: without an i386 glibc only that is left out' diff want err

# A system without musl, by another name for its directory.
copy_source no-musl
for arch in no-musl/sysdeps/*/arch.sh; do
	sed 's/^arch_musl=.*/arch_musl=nonesuch/' "$arch" >new
	cat new >"$arch"
done
no 'no musl' 'x86_64-musl: no musl; apt-get install musl-dev' \
	"$top/no-musl/configure" --enable-archs=x86_64 --enable-libcs=musl
musl=$(sed -n 's/^libdir-x86_64-musl = *//p' "$builddir/../config.mk")
if [ -n "$musl" ]; then
	mkdir -p musl
	ln -s "$musl" musl/lib
	ln -s "$(printf '%s\n' "$musl" | sed 's,/lib/,/include/,')" musl/include
	mkdir own-musl
	(cd own-musl && "$top/no-musl/configure" --enable-archs=x86_64 \
		--enable-libcs=musl MUSL_ROOT="$top/musl") >err 2>&1
	expect 'configure: MUSL_ROOT is the place of musl' \
		grep -q "^x86_64-musl: yes, $top/musl/lib$" err
fi
# A directory that not even root can write to: build is a file.
rm -rf refused/build
no 'no room' 'cannot write to .*/build' sh -c ": >build; '$c'"
no 'a lost --help' 'cannot write to standard output; is there room?' \
	sh -c "'$c' --help >/dev/full"
expect 'configure --help' sh -c "'$c' --help | grep -q '^usage: configure'"
expect 'configure --version' sh -c "'$c' --version | grep -q '^trapgate'"
finish
