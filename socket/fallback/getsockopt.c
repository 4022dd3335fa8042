/* getsockopt.c - options with 64-bit times, for 32-bit Linux before 5.1.  */
/* SPDX-License-Identifier: MIT */

/* The stub jumps here on ENOPROTOOPT from any path; setsockopt.c has more.

   Remove once the minimum kernel is 5.1.

   Limitations: an option of timestamps is 1 as well if the one with 32-bit
   times was set.  */

#include <errno.h>
#include <paths.h>
#include <times.h>
#include <user.h>

extern int __tg_again_getsockopt (int fd, int level, int option, void *value,
                                  socklen_t *length) TG_AGAIN;

/* Are VALUE and LENGTH writable, with ROOM bytes at VALUE, at most 16?  The
   kernel tests the first four, and LENGTH, as it writes the type of the socket
   there.  Returns 0, or -1 with errno.  */
static int
check (int fd, char *value, socklen_t *length, int room)
{
  int result = __tg_again_getsockopt (fd, SOL_SOCKET, SO_TYPE, value, length);
  if (result == 0 && room > 4 && !tg_writable_4 (value + room - 4))
    result = (int)tg_return (-EFAULT);
  return result;
}

/* The kernel copies as much as there is room for, and no more.  */
static void
copy (char *value, const struct tg_new_time *time, int room)
{
  /* No compiler makes a call of memcpy of this, which may not be ready.  */
  volatile char *to = value;
  for (int i = 0; i < room; i++)
    to[i] = ((const char *)time)[i];
}

static int
get_timeout (int fd, int option, char *value, socklen_t *length)
{
  struct tg_old_time time = { 0, 0 };
  socklen_t size = sizeof time;
  if (!tg_readable_4 (length))
    return (int)tg_return (-EFAULT);
  socklen_t given = *length;
  int room = (int)given;
  if (room > (int)sizeof (struct tg_new_time))
    room = sizeof (struct tg_new_time);
  if (check (fd, value, length, room) != 0
      || __tg_again_getsockopt (fd, SOL_SOCKET, option, &time, &size) != 0)
    {
      if (tg_writable_4 (length))
        *length = given;
      return -1;
    }
  struct tg_new_time wide = { time.sec, time.part };
  copy (value, &wide, room);
  *length = (socklen_t)room;
  return 0;
}

TG_FALLBACK int
__tg_fallback_getsockopt (int fd, int level, int option, void *value,
                          socklen_t *length)
{
  int older = level == SOL_SOCKET ? tg_old_option (option) : 0;
  if (!older)
    return (int)tg_return (-ENOPROTOOPT);
  if (tg_is_timeout (older))
    return get_timeout (fd, older, value, length);
  return __tg_again_getsockopt (fd, SOL_SOCKET, older, value, length);
}
