/* sendmsg.c - over musl on x86_64: the kernel must see no dirty pad.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <user.h>
#include <alias.h>
#include <errno.h>
#include <numbers.h>
#include <string.h>
#include <sys/mman.h>
#include <tg-error.h>

/* An area up to this size is copied on the stack; musl's threads have 128 KiB
   of it.  */
#define SMALL 2048

static int
area_readable (const char *area, size_t size)
{
  for (size_t i = 0; i + 8 < size; i += 4096)
    if (!tg_readable (area + i))
      return 0;
  return size >= 8 && tg_readable (area + size - 8);
}

void
__tg_clear_vector (struct mmsghdr *vec, unsigned int vlen)
{
  unsigned long page = (unsigned long)vec / 4096;
  for (unsigned int i = 0; vec && i < vlen; i++)
    {
      const char *last = (const char *)&vec[i].msg_hdr.msg_flags;
      /* Asked once for each further page.  */
      if ((unsigned long)last / 4096 != page && !tg_readable (last - 4))
        break;
      page = (unsigned long)last / 4096;
      clear_pads (&vec[i].msg_hdr);
    }
}

/* Is there dirt in the pads of the headers in AREA?  Clears it if told.  */
static int
find_dirt (char *area, size_t size, int clear)
{
  int found = 0;
  for (size_t at = 0; at + sizeof (struct cmsghdr) <= size;)
    {
      struct cmsghdr *c = (struct cmsghdr *)(area + at);
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
  return tg_trap (TG_NR_sendmsg, fd, (long)&clean, flags, 0, 0);
}

long
__tg_send_clean (int fd, const struct msghdr *msg, int flags)
{
  long result = tg_trap (TG_NR_sendmsg, fd, (long)msg, flags, 0, 0);
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
