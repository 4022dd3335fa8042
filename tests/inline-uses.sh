#!/bin/sh
# inline-uses.sh - the inline form in programs as users write and build them.
# SPDX-License-Identifier: MIT
#
# With gcc and clang, in C and C++, with options that change stack frames or headers,
# and on other kernels.  inline.sh tests the wrappers themselves, inline-unwind.sh
# unwinding.

. "$srcdir/tests/tap.sh"
LC_ALL=C
export LC_ALL

cc () { "$TRAPGATE" cc --inline "$@"; }

# --- Each call with success and with an error, by counts.c, whose exit status is the
# result; the suites test the rest.

run () { # text, options of trapgate cc
	text=$1
	shift
	rm -f uses
	expect "$text: builds" cc "$arch_flag" --libc="$libc" "$@" -o uses \
		-x "$language" "$srcdir/tests/counts.c"
	works "$text: every call" ./uses
}

# works TEXT PROGRAM: runs it, as programs of arch run here, and it succeeds.
works () {
	if runs "$arch"; then
		expect "$1" on "$arch" "$2"
	else
		cannot_run "$arch" "$1"
	fi
}

# The source includes it, before and after the libc's header, and has members and
# functions with names of calls.  Both orders of the headers are in one program.
cat >names.c <<'END'
#include <trapgate/inline.h>
#include <sys/socket.h>
#include <trapgate/inline.h>
struct ops { int (*bind) (int, const struct sockaddr *, socklen_t); };
extern int after (void);
int
BEFORE (void)
{
  struct ops ops = { bind };
  int listen = ops.bind (-1, 0, 0);
  return !(listen == -1 && errno == EBADF && bind (-2, 0, 0) == -1);
}
#ifndef AFTER
int main (void) { return before () + 2 * after (); }
#endif
END
sed 's/BEFORE/before/' names.c >before.c
{
	echo "#include <sys/socket.h>"
	echo "#include <trapgate/inline.h>"
	echo "#define AFTER 1"
	grep -v "^#include" names.c | sed 's/BEFORE/after/'
} >after.c

# Two files, each with a call of six arguments.
cat >both.c <<'END'
#include <sys/socket.h>
extern int other (int fd);
int
main (void)
{
  char byte = 0;
  return !(recv (-1, &byte, 1, 0) == -1 && other (-1) == -1);
}
END
cat >other.c <<'END'
#include <sys/socket.h>
int
other (int fd)
{
  return (int) send (fd, "", 1, 0);
}
END

# A frame that is aligned and grows at run time, for which the compiler reserves a
# register.
cat >frame.c <<'END'
#include <sys/socket.h>
__attribute__ ((noinline)) static int
tried (int n, int fd)
{
  char grows[n];
  _Alignas (64) char whole[64];
  socklen_t length = sizeof whole;
  grows[n - 1] = 7;
  whole[0] = 9;
  int got = (int) recvfrom (fd, whole, 1, 0, (struct sockaddr *) whole, &length);
  got += setsockopt (fd, 1, 2, whole, 4) + (int) send (fd, whole, 1, 0);
  return got == -3 && grows[n - 1] == 7 && whole[0] == 9
	 && (__UINTPTR_TYPE__) whole % 64 == 0;
}
int
main (int argc, char **argv)
{
  return !tried (argc + 20, -1);
}
END

for target in $TARGETS; do
	arch=${target%-*} libc=${target#*-}
	[ -f "$srcdir/sysdeps/$arch/inline-trap.h" ] || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	configured=$CC
	for CC in $(sweep gcc clang); do
		command -v "$CC" >/dev/null || continue
		export CC
		language=c
		sweep '-O2 -fPIE -static-pie' -O0 '-Os -fno-pie' \
			'-O1 -fno-omit-frame-pointer -fPIC -fcf-protection' >modes
		while read -r options <&3; do
			# shellcheck disable=SC2086	# Words.
			run "$target $CC $options" $options
		done 3<modes
		language=c++
		run "$target $CC C++" -O2 -w
		for mode in $(sweep gnu89 c99 gnu17); do
			expect "$target $CC -std=$mode: both orders of headers" \
				"$TRAPGATE" cc "$arch_flag" --libc="$libc" \
				-std="$mode" -pedantic -Wall -Wextra -Werror \
				-I"${TRAPGATE%/bin/*}/lib/trapgate/$arch/$libc/include" \
				-o names before.c after.c
			# qemu-user may crash on a call without an address.
			if faithful "$arch"; then
				expect "$target $CC -std=$mode: both run" \
					on "$arch" ./names
			else
				cannot_run "$arch" "$target $CC -std=$mode: both run"
			fi
		done
		language=c
		expect "$target $CC -flto: two files build" cc "$arch_flag" \
			--libc="$libc" -O2 -flto -o both both.c other.c
		works "$target $CC -flto: run" ./both
		for options in -O0 -O2; do
			expect "$target $CC $options: an aligned frame builds" \
				cc "$arch_flag" --libc="$libc" $options -o frame frame.c
			works "$target $CC $options: an aligned frame" ./frame
		done
		[ "$libc" = glibc ] || continue
		run "$target $CC fortified" -O2 -D_FORTIFY_SOURCE=2
		run "$target $CC 64-bit times" -O2 -D_TIME_BITS=64 \
			-D_FILE_OFFSET_BITS=64
		run "$target $CC the libc alone" -O2 --plain
	done
	CC=$configured
	export CC
	for entry in $arch_entries; do
		run "$target --entry=$entry" --entry="$entry" -O2
		# Kernels without the direct numbers, and without some calls.
		for release in 4.2 2.6.27; do
			faithful "$arch" || {
				cannot_run "$arch" "$target $entry as on $release"
				continue
			}
			expect "$target $entry works on $release" \
				on "$arch" --with="$PWD/uses" \
				"$builddir/libexec/trapgate/as-if" $release -- ./uses
		done
	done
	case " $arch_routes " in
	*" socketcall "*)
		for route in socketcall socketcall-only; do
			refuse "$target --route=$route" 2 \
				"^trapgate cc: --inline: it makes direct calls" \
				"$TRAPGATE" cc "$arch_flag" --libc="$libc" \
				--inline --route=$route names.c
		done
		;;
	esac
done

# Calls that a header redirects for 64-bit times are not inlined.
for target in $TARGETS; do
	case $target in
	i386-glibc) options='-D_TIME_BITS=64 -D_FILE_OFFSET_BITS=64' by=__ wide=64 ;;
	i386-musl) options='' by=__ wide=_time64 ;;
	*) continue ;;
	esac
	# shellcheck disable=SC2086
	expect "$target: 64-bit times build" cc -m32 --libc="${target#*-}" -O2 \
		$options -c -o times.o "$srcdir/tests/counts.c"
	nm times.o >err
	expect "$target: recvmmsg has 64-bit times" \
		grep -q " U ${by}recvmmsg$wide\$" err
	expect "$target: bind is inlined all the same" \
		grep -q '__tg_else_bind' err
	[ "$target" = i386-glibc ] || continue
	for name in setsockopt getsockopt sendmsg recvmsg sendmmsg; do
		expect "$target: $name has 64-bit times" \
			grep -q " U ${by}${name}64\$" err
	done
done
finish
