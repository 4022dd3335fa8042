/* recvmmsg_time64.c - by recvmmsg, for 32-bit Linux before 5.1.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOSYS from the direct path.  socketcall has no such
   operation, so on route socketcall-only the stub jumps here at once.  Linux
   5.1 introduced the call.  The stub jumps here before its call, on any
   kernel, once times in control data must be converted (recvmsg.c): these
   messages are received one at a time.  Both calls are cancellation points.

   Remove once the minimum kernel is 5.1.

   Limitations: a timeout beyond 2^31 - 1 seconds (68 years) is truncated to
   that; and those of the fallback of recvmmsg, where it is used.  */

#include <fallback.h>
#include <stddef.h>
#include <times.h>
#include <user.h>

/* As the kernel reads it from a 32-bit program: only the low half of nsec
   counts, the high half may hold anything.  */
struct time64
{
  long long sec;
  long long nsec;
};

/* Calls recvmmsg by the paths of the route; its fallback sets errno.  It is
   not called where times in control data must be converted: the room for them
   has to be known of each message.  */
static int
receive (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
         struct tg_time *timeout)
{
  if (TG_OLD_TIMES)
    return (int)tg_return (
        __tg_emulate_recvmmsg (fd, vec, vlen, flags, timeout));
  const long args[6]
      = { fd, (long)vec, (long)vlen, (long)flags, (long)timeout };
  long result = TG_DIRECT ? tg_direct_blocking (TG_NR_recvmmsg, args)
                          : tg_socketcall_blocking (TG_OP_recvmmsg, args);
  if (result == -ENOSYS || (!TG_DIRECT && result == -EINVAL))
    return __tg_fallback_recvmmsg (fd, vec, vlen, flags, timeout);
  return (int)tg_return (result);
}

TG_FALLBACK int
__tg_fallback_recvmmsg_time64 (int fd, struct mmsghdr *vec, unsigned int vlen,
                               unsigned int flags, struct time64 *timeout)
{
  if (!timeout)
    return receive (fd, vec, vlen, flags, NULL);
  if (!tg_readable_object (timeout, sizeof *timeout))
    return (int)tg_return (-EFAULT);
  struct time64 given = *timeout;
  struct tg_time time
      = { given.sec > __LONG_MAX__ ? __LONG_MAX__ : (long)given.sec,
          (long)given.nsec };
  struct tg_time whole = time;
  if (given.sec < 0)
    return (int)tg_return (-EINVAL);
  int result = receive (fd, vec, vlen, flags, &time);
  if (result <= 0)
    return result;
  if (!tg_writable_object (timeout, sizeof *timeout))
    return (int)tg_return (-EFAULT);
  timeout->sec = given.sec - (whole.sec - time.sec);
  timeout->nsec = time.nsec;
  return result;
}
