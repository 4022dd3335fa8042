/* sendmsg.c - sendmsg with musl on x86_64: clears the padding in a copy.  */
/* SPDX-License-Identifier: MIT */

#include "pads.h"
#include <alias.h>
#include <cancel.h>
#include <errno.h>
#include <numbers.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <tg-error.h>

/* A control area up to this size is copied to the stack, which has 128 KiB in
   musl's threads.  */
#define SMALL 2048

static int
area_readable (const char *area, size_t size)
{
  for (size_t i = 0; i + 8 < size; i += 4096)
    if (!tg_readable (area + i))
      return 0;
  return size >= 8 && tg_readable (area + size - 8);
}

/* Is there nonzero padding in the headers in AREA?  CLEAR: set it to 0.  */
static int
find_padding (char *area, size_t size, int clear)
{
  int found = 0;
  for (size_t at = 0; at + sizeof (struct cmsghdr) <= size;)
    {
      struct cmsghdr *c = (struct cmsghdr *)(area + at);
      size_t length = *(volatile socklen_t *)&c->cmsg_len;
      if (c->__pad1 != 0)
        {
          found = 1;
          if (clear)
            c->__pad1 = 0;
        }
      if (length < sizeof *c)
        break;
      at += (length + sizeof (long) - 1) & -sizeof (long);
    }
  return found;
}

int
__tg_padding_in_control (const struct msghdr *msg)
{
  char *area = msg->msg_control;
  size_t size = *(const volatile socklen_t *)&msg->msg_controllen;
  return area && area_readable (area, size) && find_padding (area, size, 0);
}

static long
send_message (int fd, const struct msghdr *msg, int flags)
{
  const long args[6] = { fd, (long)msg, flags };
  return tg_trap_blocking (TG_NR_sendmsg, args);
}

/* Sends MSG with a copy of the control area, made at COPY, whose padding is
   zero.  */
static long
send_copy (int fd, const struct msghdr *msg, int flags, void *copy)
{
  struct msghdr clean = *msg;
  clean.msg_control = memcpy (copy, msg->msg_control, msg->msg_controllen);
  find_padding (copy, clean.msg_controllen, 1);
  return send_message (fd, &clean, flags);
}

/* A separate function, so that only this case has the large frame.  */
static __attribute__ ((noinline)) long
send_small (int fd, const struct msghdr *msg, int flags)
{
  char copy[SMALL] __attribute__ ((aligned (8)));
  return send_copy (fd, msg, flags, copy);
}

static void
unmap (void *copy)
{
  munmap (((struct iovec *)copy)->iov_base, ((struct iovec *)copy)->iov_len);
}

/* The copy must not remain if the thread is cancelled.  */
static long
send_large (int fd, const struct msghdr *msg, int flags)
{
  struct iovec copy = { NULL, msg->msg_controllen };
  long result;
  copy.iov_base = mmap (NULL, copy.iov_len, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (copy.iov_base == MAP_FAILED)
    return -ENOBUFS;
  pthread_cleanup_push (unmap, &copy);
  result = send_copy (fd, msg, flags, copy.iov_base);
  pthread_cleanup_pop (1);
  return result;
}

/* A separate function, since most messages need no other copy.  */
static __attribute__ ((noinline)) long
send_again (int fd, const struct msghdr *msg, int flags)
{
  if (!__tg_padding_in_control (msg))
    return -EINVAL;
  if (msg->msg_controllen <= SMALL)
    return send_small (fd, msg, flags);
  return send_large (fd, msg, flags);
}

/* The caller's header is read only once, since another thread may change
   it.  */
long
__tg_send_clean (int fd, const struct msghdr *msg, int flags)
{
  struct msghdr own;
  copy_header (&own, msg);
  long result = send_message (fd, &own, flags);
  return result != -EINVAL ? result : send_again (fd, &own, flags);
}

ssize_t
sendmsg (int fd, const struct msghdr *msg, int flags)
{
  if (!msg)
    return tg_return (send_message (fd, NULL, flags));
  return tg_return (__tg_send_clean (fd, msg, flags));
}

TG_ALIASES (sendmsg)
