/* poll.h - waiting for file descriptors, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_POLL_H
#define _TG_POLL_H

#include <bits/decls.h>
#include <bits/poll.h>

/* As wide as the kernel reads it (fs/select.c), so that the compiler can warn
   of a count that does not fit, and it is not truncated silently.  */
typedef unsigned int nfds_t;

struct pollfd
{
  int fd;                       /* Ignored if negative.  */
  short events;                 /* The events to wait for.  */
  short revents;                /* The events that occurred.  */
};

_TG_BEGIN_DECLS

/* Wait until one of the NFDS descriptors in FDS is ready, for at most TIMEOUT
   milliseconds, or forever if that is negative.  Returns the number of ready
   descriptors, 0 at the timeout, or -1: EFAULT, EINTR, EINVAL, ENOMEM
   (poll(2)).  */
extern int poll (struct pollfd *fds, nfds_t nfds, int timeout);

_TG_END_DECLS

#endif
