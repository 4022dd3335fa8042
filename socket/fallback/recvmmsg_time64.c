/* recvmmsg_time64.c - by recvmmsg, for 32-bit architectures before Linux 5.1.
 */
/* SPDX-License-Identifier: MIT */

/* The stub comes here on ENOSYS of the direct path; the call has no operation
   of socketcall, so on that route alone it comes here at once.  May go when no
   kernel before 5.1 matters.

   Limitations: a time beyond 2^31 - 1 seconds is cut to that, 68 years.  */

#include <fallback.h>
#include <stddef.h>
#include <user.h>

/* As the kernel reads it from a 32-bit program: of nsec the low half counts,
   whatever the high one holds.  */
struct time64
{
  long long sec;
  long long nsec;
};

/* recvmmsg by the paths of the route; its fallback sets errno itself.  */
static int
receive (int fd, struct mmsghdr *vec, unsigned int vlen, unsigned int flags,
         struct tg_time *timeout)
{
  const long args[6]
      = { fd, (long)vec, (long)vlen, (long)flags, (long)timeout };
  long result = TG_DIRECT ? tg_direct (TG_NR_recvmmsg, args)
                          : tg_socketcall (TG_OP_recvmmsg, args);
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
