#!/bin/sh
# cancel-links.sh - a program has what cancels threads if it calls pthread_cancel.
# SPDX-License-Identifier: MIT
#
# With every linker and compiler: the library's parts refer to each other weakly.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

cat >cancels.c <<'EOF'
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>
static int ends[2];
static void *
receive (void *byte)
{
  recv (ends[0], byte, 1, 0);
  return NULL;
}
int
main (void)
{
  pthread_t thread;
  void *result;
  char byte;
  alarm (20);
  return socketpair (AF_UNIX, SOCK_STREAM, 0, ends)
         || pthread_create (&thread, NULL, receive, &byte)
         || usleep (20000) || pthread_cancel (thread)
         || pthread_join (thread, &result) || result != PTHREAD_CANCELED;
}
EOF
sed -e 's/ || pthread_cancel (thread)/ || send (ends[1], "", 1, 0) != 1/' \
	-e 's/!= PTHREAD_CANCELED/!= NULL/' cancels.c >waits.c
cat >asynchronous.c <<'EOF'
#include <aio.h>
#include <errno.h>
#include <sys/socket.h>
int
main (void)
{
  struct aiocb cb = { .aio_fildes = -1 };
  while (aio_read (&cb) == 0 && aio_error (&cb) == EINPROGRESS)
    ;
  return recv (-1, &cb, 1, 0) != -1 || errno != EBADF;
}
EOF

# try TARGET TEXT COMPILER OPTION...
try () {
	text="$1 $2" compiler=$3
	shift 3
	expect "$text: links" env TRAPGATE_CC="$compiler" "$TRAPGATE" cc "$flag" \
		--libc="$libc" -D_GNU_SOURCE -std=gnu11 -O2 -pthread "$@" -o prog
	expect_on "$arch" "$text: runs" timeout 30 ./prog
	nm prog >symbols
}
slow=' [Tt] __tg_cancel$'
for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	case $target in
	generic-* | *-none) continue ;;
	esac
	flag=$(flag_of "$arch")
	for compiler in gcc clang; do
		command -v $compiler >/dev/null || continue
		for linker in bfd gold lld mold; do
			command -v "ld.$linker" >/dev/null || continue
			for how in -no-pie -static-pie -Wl,--gc-sections; do
				# gold lacks an option for it, and a static-pie that
				# lld links for i386 with glibc does not run, even
				# without trapgate.
				case $compiler,$linker,$how in
				*,bfd,* | gcc,*,-no-pie | gcc,lld,-Wl,*) ;;
				*) continue ;;
				esac
				set -- "$compiler" "-fuse-ld=$linker" "$how"
				try "$target" "$compiler $linker $how, cancels" "$@" cancels.c
				expect "$text: can cancel" grep -q "$slow" symbols
				try "$target" "$compiler $linker $how, does not" "$@" waits.c
				[ "$libc" = glibc ] || continue
				grep "$slow" symbols >output
				empty "$text: has no code for it" output
			done
		done
		[ "$compiler,$libc" != gcc,musl ] ||
			try "$target" 'asynchronous input' "$compiler" asynchronous.c
	done
done
[ "$tap_count" -gt 0 ] || skip 'cancellation' 'nothing was built with a libc'
finish
