/* setsockopt.c - options with 64-bit times, for 32-bit Linux before 5.1.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOPROTOOPT from any path.  Linux 5.1 introduced the
   options with 64-bit times on 32-bit architectures; C with 64-bit time_t uses
   them under the plain names, SO_RCVTIMEO and SO_TIMESTAMP.

   Remove once the minimum kernel is 5.1.

   As in the kernel, a timeout of more seconds than it can count is none, where
   glibc fails with EOVERFLOW and musl with ENOTSUP; and SO_TIMESTAMPING is
   set, which both leave to the kernel.  Timestamps then come with 32-bit
   times: see recvmsg.c.  */

#include <errno.h>
#include <paths.h>
#include <times.h>
#include <user.h>

#define MILLION 1000000

extern int __tg_again_setsockopt (int fd, int level, int option,
                                  const void *value,
                                  socklen_t length) TG_AGAIN;

/* TIME as the kernel has it in 32 bits: a wrong fraction stays wrong, and it
   returns EDOM.  */
static struct tg_old_time
narrow (const struct tg_new_time *time)
{
  struct tg_old_time old = { (int)time->sec, (int)time->part };
  if (time->sec > __INT_MAX__)
    old.sec = __INT_MAX__;
  else if (time->sec < 0)
    old.sec = -1;
  if (time->part < 0 || time->part >= MILLION)
    old.part = -1;
  return old;
}

TG_FALLBACK int
__tg_fallback_setsockopt (int fd, int level, int option, const void *value,
                          socklen_t length)
{
  int older = level == SOL_SOCKET ? tg_old_option (option) : 0;
  if (!older)
    return (int)tg_return (-ENOPROTOOPT);
  if (!tg_is_timeout (older))
    {
      /* Before the call, as the first message may come during it.  */
      __tg_old_times = 1;
      return __tg_again_setsockopt (fd, SOL_SOCKET, older, value, length);
    }
  if ((int)length < (int)sizeof (struct tg_new_time))
    return (int)tg_return (-EINVAL);
  if (!tg_readable_object (value, sizeof (struct tg_new_time)))
    return (int)tg_return (-EFAULT);
  struct tg_old_time time = narrow (value);
  return __tg_again_setsockopt (fd, SOL_SOCKET, older, &time, sizeof time);
}

/* The stub jumps here, before its call, if a program with 64-bit times sets
   SO_TIMESTAMP_OLD or SO_TIMESTAMPNS_OLD, on any kernel: as with glibc and
   musl, the messages come in both forms.  */
TG_FALLBACK int
__tg_option_setsockopt (int fd, int level, int option, const void *value,
                        socklen_t length)
{
  if (level == SOL_SOCKET)
    __tg_old_times = 1;
  return __tg_again_setsockopt (fd, level, option, value, length);
}
