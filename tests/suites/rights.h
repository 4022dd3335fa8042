/* rights.h - one byte sent and received with control data.  */
/* SPDX-License-Identifier: MIT */

#ifndef RIGHTS_H
#define RIGHTS_H 1

#include "messages.h"

static union control control;
static struct msghdr head;
static char byte;

/* Sends one byte and LENGTH bytes of the control data.  */
static inline ssize_t
give (int fd, size_t length)
{
  struct iovec out = PART ("r", 1);
  message (&head, &out, 1);
  head.msg_control = &control;
  head.msg_controllen = length;
  return sendmsg (fd, &head, MSG_NOSIGNAL);
}

/* Receives one byte, with ROOM for control data.  */
static inline ssize_t
take (int fd, size_t room, int flags)
{
  struct iovec in = PART (&byte, 1);
  DIRTY (control);
  message (&head, &in, 1);
  head.msg_control = room ? &control : NULL;
  head.msg_controllen = room;
  return recvmsg (fd, &head, flags);
}

#endif
