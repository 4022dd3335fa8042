/* poll.h - waiting for descriptors, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_POLL_H
#define _TG_POLL_H

#include <bits/decls.h>
#include <bits/poll.h>

/* As wide as the kernel reads it (fs/select.c): a count that does not fit is
   a matter for the caller's compiler, and not silently another count.  */
typedef unsigned int nfds_t;

struct pollfd
{
  int fd;                       /* Left out of account when negative.  */
  short events;                 /* What to wait for.  */
  short revents;                /* What has come about.  */
};

_TG_BEGIN_DECLS

/* Wait until one of the NFDS descriptors in FDS is ready, or for TIMEOUT
   milliseconds, or without end if that is negative.  How many are ready, 0
   when time ran out, or -1: EFAULT, EINTR, EINVAL, ENOMEM (poll(2)).  */
extern int poll (struct pollfd *fds, nfds_t nfds, int timeout);

_TG_END_DECLS

#endif
