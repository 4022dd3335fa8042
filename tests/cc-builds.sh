#!/bin/sh
# cc-builds.sh - small projects that get their compiler from CC, as most do.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL
PATH=$builddir/bin:$PATH
mkdir project
cat >project/echo.c <<'END'
#include "config.h"
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
extern int listener (struct sockaddr_in *);
extern int accept4 (int, struct sockaddr *, socklen_t *, int);
int
main (void)
{
  struct sockaddr_in here;
  char byte = 0;
  int one, two, server = listener (&here);
  one = socket (AF_INET, SOCK_STREAM, 0);
  if (connect (one, (struct sockaddr *) &here, sizeof here) != 0)
    return 1;
#if HAVE_ACCEPT4 && !HAVE_NO_SUCH_FUNCTION
  two = accept4 (server, 0, 0, SOCK_CLOEXEC);
#endif
  return !(send (one, "x", 1, 0) == 1 && recv (two, &byte, 1, 0) == 1 && byte == 'x');
}
END
cat >project/listener.c <<'END'
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
int
listener (struct sockaddr_in *here)
{
  socklen_t size = sizeof *here;
  int server = socket (AF_INET, SOCK_STREAM, 0);
  memset (here, 0, sizeof *here);
  here->sin_family = AF_INET;
  here->sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  if (bind (server, (struct sockaddr *) here, size) != 0 || listen (server, 1) != 0
      || getsockname (server, (struct sockaddr *) here, &size) != 0)
    return -1;
  return server;
}
END
# It works like a configure script of autoconf.
cat >project/configure <<'END'
#!/bin/sh
: "${CC:=cc}"
check () { # NAME COMMAND...
	name=$1
	shift
	printf 'checking %s: %s\n' "$name" "$*" >>config.log
	"$@" >>config.log 2>&1
}
bad () { printf 'configure: %s\n' "$1" >&2; exit 77; }
rm -f a.out conftest* config.h
echo 'int main (void) { return 0; }' >conftest.c
check 'default output' $CC $CFLAGS $LDFLAGS conftest.c && [ -x a.out ] || bad 'no a.out'
check 'version' $CC --version || bad 'no version'
check 'verbose' $CC -v || bad 'not verbose'
check 'an unknown option' $CC -V && bad 'accepts -V'
check 'an option of other compilers' $CC -qversion && bad 'accepts -qversion'
check 'objects' $CC -c $CFLAGS conftest.c && [ -f conftest.o ] || bad 'no objects'
check 'clean options' $CC -Werror -c conftest.c || bad 'a spurious warning'
echo 'this is no C' >conftest.c
check 'a wrong file' $CC -c conftest.c && bad 'accepts what is not C'
echo '#include <no/such/header.h>' >conftest.c
check 'a missing header' $CC -E conftest.c && bad 'finds a missing header'
echo '#include <sys/socket.h>' >conftest.c
check 'headers' $CC -E conftest.c || bad 'no headers'
for linker in $($CC -print-prog-name=ld); do
	check 'the linker' "$linker" -v || bad 'no linker'
done
for function in accept4 no_such_function; do
	printf 'char %s (void);\nint main (void) { return %s (); }\n' \
		$function $function >conftest.c
	if check "$function" $CC -o conftest $CFLAGS $LDFLAGS conftest.c; then
		printf '#define HAVE_%s 1\n' "$function"
	fi
done | tr a-z A-Z | sed 's/^#DEFINE/#define/' >config.h
for flag in -Wl,-z,relro -Wl,--as-needed -pthread; do
	echo 'int main (void) { return 0; }' >conftest.c
	check "$flag" $CC -Werror $flag -o conftest conftest.c && FLAGS="$FLAGS $flag"
done
sed "s|@CC@|$CC|; s|@FLAGS@|$FLAGS|" Makefile.in >Makefile
END
cat >project/Makefile.in <<'END'
CC = @CC@
CFLAGS = -O2 -g -Wall
LDFLAGS =@FLAGS@
echo: echo.o liblistener.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ echo.o -L. -llistener
liblistener.a: listener.o
	ar rcs $@ $^
%.o: %.c
	$(CC) $(CFLAGS) -MMD -MP -MF $*.d -c -o $@ $<
-include *.d
END
chmod +x project/configure
{
	echo 'all: echo'
	sed '1,3d' project/Makefile.in
} >project/plain.mk

# built TEXT: the program contains trapgate, with the libc that was named, and works.
built () {
	# shellcheck disable=SC2016	# For the inner shell.
	expect "$1: the program contains trapgate" sh -c \
		'trapgate show "$1/echo" | grep -q " $2-$3,"' sh "$work" "$arch" "$libc"
	expect_on "$arch" "$1: and works" "$work/echo"
}
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in
	generic-* | *-none) continue ;;
	esac
	for compiler in gcc clang; do
		# With glibc, clang gets the same arguments as gcc.
		[ "$compiler-$libc" != clang-glibc ] || continue
		command -v "$compiler" >/dev/null || continue
		text="$target, $compiler"
		CC="trapgate cc $(flag_of "$arch") --libc=$libc" TRAPGATE_CC=$compiler
		export CC TRAPGATE_CC
		work=configured-$text
		cp -R project "$work"
		expect "$text: configure" env -C "$work" timeout 60 ./configure
		grep -s HAVE "$work/config.h" >out
		expect "$text: finds the functions that exist" \
			test "$(cat out)" = '#define HAVE_ACCEPT4 1'
		expect "$text: and the options" grep -q \
			'^LDFLAGS = -Wl,-z,relro -Wl,--as-needed -pthread' "$work/Makefile"
		expect "$text: make" timeout 60 make -C "$work"
		built "$text"
		expect "$text: make has nothing left to do" make -q -C "$work"

		# The compiler comes from CC=, which make exports.
		unset CC
		work=plain-$text
		cp -R project "$work"
		echo '#define HAVE_ACCEPT4 1' >"$work/config.h"
		expect "$text: make CC=" timeout 60 make -C "$work" -f plain.mk \
			CC="trapgate cc $(flag_of "$arch") --libc=$libc" CFLAGS=-O2
		built "$text, CC="
	done
done

if command -v cmake >/dev/null; then
	for libc in glibc musl; do
		arch=$(sed -n "s/^default_arch='\(.*\)'/\1/p" \
			"$builddir/lib/trapgate/compiler.conf")
		case " $TARGETS " in
		*" $arch-$libc "*) ;;
		*) continue ;;
		esac
		CC="trapgate cc --libc=$libc"
		export CC
		work=cmake-$libc
		cp -R project "$work"
		cat >"$work/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.13)
project(echo C)
include(CheckSymbolExists)
set(CMAKE_REQUIRED_DEFINITIONS -D_GNU_SOURCE)
check_symbol_exists(accept4 sys/socket.h HAVE_ACCEPT4)
check_symbol_exists(no_such_function sys/socket.h HAVE_NO_SUCH_FUNCTION)
find_package(Threads REQUIRED)
file(WRITE ${CMAKE_BINARY_DIR}/config.h "#define HAVE_ACCEPT4 ${HAVE_ACCEPT4}\n")
include_directories(${CMAKE_BINARY_DIR})
add_definitions(-D_GNU_SOURCE)
add_library(listener STATIC listener.c)
add_executable(echo echo.c)
target_link_libraries(echo listener Threads::Threads)
END
		expect "cmake with $libc" timeout 60 cmake -S "$work" -B "$work"
		expect "cmake with $libc: the compiler is recognized" \
			grep -q 'CMAKE_C_COMPILER_ID "GNU"\|CMAKE_C_COMPILER_ID "Clang"' -r \
			"$work/CMakeFiles"
		expect "cmake with $libc: build" timeout 60 cmake --build "$work"
		built "cmake with $libc"
	done
else
	skip 'cmake' 'no cmake; apt-get install cmake'
fi
finish
