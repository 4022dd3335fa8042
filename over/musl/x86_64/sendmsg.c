/* sendmsg.c - over musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <errno.h>
#include <numbers.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <tg-error.h>
#include <trap.h>

/* An area up to this size is copied on the stack; musl's threads have 128 KiB
   of it.  */
#define SMALL 2048

/* rt_sigprocmask reads its set first and then refuses HOW: EINVAL says that 8
   bytes at P can be read, EFAULT that they cannot.  */
static int
readable (const char *p)
{
  return tg_trap (TG_NR_rt_sigprocmask, -1, (long) p, 0, 8, 0) == -EINVAL;
}

static int
area_readable (const char *area, size_t size)
{
  for (size_t i = 0; i + 8 < size; i += 4096)
    if (!readable (area + i))
      return 0;
  return size >= 8 && readable (area + size - 8);
}

/* Is there dirt in the pads of the headers in AREA?  Clears it if told.  */
static int
find_dirt (char *area, size_t size, int clear)
{
  int found = 0;
  for (size_t at = 0; at + sizeof (struct cmsghdr) <= size;)
    {
      struct cmsghdr *c = (struct cmsghdr *) (area + at);
      if (c->__pad1 != 0)
	{
	  found = 1;
	  if (clear)
	    c->__pad1 = 0;
	}
      if (c->cmsg_len < sizeof *c)
	break;
      at += (c->cmsg_len + sizeof (long) - 1) & -sizeof (long);
    }
  return found;
}

int
__tg_dirty_control (const struct msghdr *msg)
{
  return msg->msg_control
	 && area_readable (msg->msg_control, msg->msg_controllen)
	 && find_dirt (msg->msg_control, msg->msg_controllen, 0);
}

/* Again with a clean copy of the control area at COPY.  */
static long
send_copy (int fd, const struct msghdr *msg, int flags, void *copy)
{
  struct msghdr clean = *msg;
  clean.msg_control = memcpy (copy, msg->msg_control, msg->msg_controllen);
  find_dirt (copy, clean.msg_controllen, 1);
  return tg_trap (TG_NR_sendmsg, fd, (long) &clean, flags, 0, 0);
}

long
__tg_send_clean (int fd, const struct msghdr *msg, int flags)
{
  long result = tg_trap (TG_NR_sendmsg, fd, (long) msg, flags, 0, 0);
  if (result != -EINVAL || !__tg_dirty_control (msg))
    return result;
  size_t size = msg->msg_controllen;
  if (size <= SMALL)
    {
      char copy[SMALL] __attribute__ ((aligned (8)));
      return send_copy (fd, msg, flags, copy);
    }
  void *copy = mmap (NULL, size, PROT_READ | PROT_WRITE,
		     MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (copy == MAP_FAILED)
    return -ENOBUFS;
  result = send_copy (fd, msg, flags, copy);
  munmap (copy, size);
  return result;
}

ssize_t
sendmsg (int fd, const struct msghdr *msg, int flags)
{
  if (!msg)
    return tg_return (tg_trap (TG_NR_sendmsg, fd, 0, flags, 0, 0));
  struct msghdr clean = *msg;
  clear_pads (&clean);
  return tg_return (__tg_send_clean (fd, &clean, flags));
}

TG_ALIASES (sendmsg)
