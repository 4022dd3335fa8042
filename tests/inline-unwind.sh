#!/bin/sh
# inline-unwind.sh - unwinding, by a debugger and an exception, from inline calls.
# SPDX-License-Identifier: MIT

. "$srcdir/tests/tap.sh"
. "$srcdir/tests/gdb/stub.sh"
LC_ALL=C
export LC_ALL

cc () { "$TRAPGATE" cc --inline "$@"; }

# --- Unwinding at every instruction, of functions with an inline call of three
# arguments and one of six, and of the functions that they call.
cat >waits.c <<'END'
#define _GNU_SOURCE 1
#include <sys/socket.h>
static char buffer[4];
__attribute__ ((noinline)) int
three (int fd)
{
  return bind (fd, (struct sockaddr *) buffer, sizeof buffer) + 1;
}
__attribute__ ((noinline)) int
six (int fd)
{
  socklen_t size = 0;
  return recvfrom (fd, buffer, sizeof buffer, MSG_DONTWAIT, 0, &size) + 1;
}
int
main (int argc, char **argv)
{
  int status = three (-argc) + six (-argc);
  return status;
}
END
cat >unwind.gdb <<'END'
set pagination off
set confirm off
define walk
  set $steps = 0
  set $wrong = 0
  break *$arg0
  continue
  delete
  set $top = $sp
  set $back = *(void **) $sp
  while $pc != $back && $steps < 200
    printf "AT %d\n", $steps
    backtrace -frame-info location
    set $steps = $steps + 1
    stepi
  end
  printf "STEPS $arg0 %d\n", $steps
end
break main
begin
delete
walk three
walk six
END
unwind () { # text, options
	text=$1
	shift
	expect "$text: builds" cc "$arch_flag" --libc=glibc "$@" -o waits waits.c
	start_stub ./waits
	{
		echo 'define begin'
		[ -z "$remote" ] || printf '%s\n' "  target $remote"
		if [ -n "$remote" ]; then echo '  continue'; else echo '  run'; fi
		echo end
	} >begin.gdb
	timeout 60 gdb -nx -batch -x begin.gdb -x unwind.gdb ./waits >walked 2>&1
	stop_stub
	# Every backtrace has the function, followed by main.
	awk '
		/^AT / { n++; name = ""; next }
		/^#/ && / (three|six)[[ .]/ { name = "seen" }
		/^#/ && / main / && name == "seen" { good++; name = "main" }
		/^STEPS / { walks++; if ($3 < 5 || $3 >= 200) bad = 1 }
		END {
			print n + 0, good + 0, walks + 0
			exit walks != 2 || bad || n != good
		}' walked >err
	status=$?
	if [ $status -eq 0 ]; then
		pass "$text: unwinds; steps, and steps unwound: $(cat err)"
	else
		cat walked >>err
		fail "$text: unwinds" err
	fi
}
for arch in $ARCHS; do
	case " $TARGETS " in
	*" $arch-glibc "*) ;;
	*) continue ;;
	esac
	[ -f "$srcdir/sysdeps/$arch/inline-trap.h" ] || continue
	if ! command -v gdb >/dev/null; then
		skip "$arch: unwinding" 'no gdb; apt-get install gdb'
		continue
	fi
	steppable "$arch" "$arch: unwinding" || continue
	. "$srcdir/sysdeps/$arch/arch.sh"
	for entry in $arch_entries; do
		sweep '-O2 -fPIE -static-pie' -O2 '-O2 -fno-omit-frame-pointer' -O0 >modes
		while read -r options <&3; do
			# shellcheck disable=SC2086
			unwind "$arch $entry $options" --entry="$entry" $options
		done 3<modes
	done
done

# --- An exception unwinds a function with an inline call, and runs destructors.
cat >throws.cc <<'END'
#include <errno.h>
#include <sys/socket.h>
struct leaves { int *seen; ~leaves () { ++*seen; } };
static int seen;
__attribute__ ((noinline)) static int
tries (int fd)
{
  leaves here = { &seen };
  char byte;
  if (recvfrom (fd, &byte, 1, 0, 0, 0) < 0)
    throw errno;
  return 0;
}
int
main ()
{
  try { tries (-1); }
  catch (int error) { return !(error == EBADF && seen == 1); }
  return 1;
}
END
case $(uname -m)" $TARGETS " in
x86_64*" x86_64-glibc "*)
	if command -v g++ >/dev/null; then
		expect 'C++ exceptions: builds' env CC=g++ "$TRAPGATE" cc --inline -m64 \
			-O2 -Wall -Wextra -Werror -o throws throws.cc
		expect 'C++ exceptions: caught' ./throws
	else
		skip 'C++ exceptions' 'no g++; apt-get install g++'
	fi
	;;
esac
finish
