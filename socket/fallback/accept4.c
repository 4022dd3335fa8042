/* accept4.c - accept4 by accept and fcntl, for Linux before 2.6.28.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOSYS, and through socketcall on EINVAL too, which
   an older kernel returns for an operation that it lacks.  Linux 2.6.28
   introduced the call on x86_64 and the operation of socketcall, Linux 4.3 the
   number on i386, so the other path is tried first.

   Remove the emulation once the minimum kernel is 2.6.28, the other path once
   it is 4.3.

   A cancellation point while it waits for a connection.  The rest is none, so
   that no accepted descriptor is lost.

   Limitations: the flags are set after the descriptor has been created, so a
   program that another thread executes in between inherits it.  */

#include <calls.h>
#include <paths.h>
#include <fcntl.h>

static long
set_flags (long fd, int flags)
{
  long result = 0;
  if (flags & SOCK_CLOEXEC)
    result = tg_trap (TG_NR_fcntl, fd, F_SETFD, FD_CLOEXEC, 0, 0);
  if (result == 0 && (flags & SOCK_NONBLOCK))
    result = tg_trap (TG_NR_fcntl, fd, F_SETFL, O_RDWR | O_NONBLOCK, 0, 0);
  return result;
}

static long
emulate (const long *args)
{
  int flags = (int)args[3];
  if (flags & ~(SOCK_CLOEXEC | SOCK_NONBLOCK))
    return -EINVAL;
  long fd = tg_call_blocking (TG_NR_accept, TG_OP_accept, args);
  if (fd < 0)
    return fd;
  long result = set_flags (fd, flags);
  if (result == 0)
    return fd;
  tg_trap (TG_NR_close, fd, 0, 0, 0, 0);
  return result;
}

/* The other path, then the emulation.  A call that failed is never repeated:
   with a bad length pointer, for example, it has already taken a
   connection.  */
static long
other (const long *args)
{
  long result = -ENOSYS;
  if (TG_SOCKETCALL && TG_DIRECT && !TG_SOCKETCALL_FIRST)
    {
      result = tg_socketcall_blocking (TG_OP_accept4, args);
      if (result == -EINVAL && !tg_op_present (TG_OP_accept4))
        result = -ENOSYS;
    }
  else if (TG_SOCKETCALL && tg_op_present (TG_OP_accept4))
    result = -EINVAL;
  else if (TG_SOCKETCALL_FIRST)
    result = tg_direct_blocking (TG_NR_accept4, args);
  return result == -ENOSYS ? emulate (args) : result;
}

TG_FALLBACK int
__tg_fallback_accept4 (int fd, struct sockaddr *addr, socklen_t *addrlen,
                       int flags)
{
  const long args[6] = { fd, (long)addr, (long)addrlen, flags };
  return (int)tg_return (other (args));
}
