/* datagrams.c - setup for cases: datagrams, and their control data.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

int
sent_by_udp (struct sockaddr_in *from)
{
  struct sockaddr_in where;
  int fd = inet_bound (SOCK_DGRAM, &where);
  int sender = inet_bound (SOCK_DGRAM, from);
  MUST (sendto (sender, "abc", 3, 0, &where, sizeof where));
  wait_for (fd, POLLIN);
  return fd;
}

long
receive_control (int fd, struct control *r, int flags)
{
  FILLED (*r);
  r->piece.iov_base = r->data;
  r->piece.iov_len = sizeof r->data;
  r->message.msg_name = &r->name;
  r->message.msg_namelen = sizeof r->name;
  r->message.msg_iov = &r->piece;
  r->message.msg_iovlen = 1;
  r->message.msg_control = r->room;
  r->message.msg_controllen = sizeof r->room;
  return recvmsg (fd, &r->message, flags);
}

const void *
only_control (const struct control *r, int level, int type, size_t size)
{
  EXPECT_EQ (r->message.msg_controllen, CMSG_SPACE (size));
  EXPECT_EQ (r->first.cmsg_len, CMSG_LEN (size));
  EXPECT_EQ (r->first.cmsg_level, level);
  EXPECT_EQ (r->first.cmsg_type, type);
  EXPECT_UNTOUCHED (r->room + CMSG_SPACE (size), r->room + sizeof r->room);
  return CMSG_DATA (&r->first);
}

long
send_control (int fd, const struct sockaddr_storage *to, int level, int type,
              const void *value, size_t size)
{
  struct control s;
  FILLED (s);
  s.piece.iov_base = s.data;
  s.piece.iov_len = 1;
  s.message.msg_name = (void *)to;
  s.message.msg_namelen = to ? sizeof *to : 0;
  s.message.msg_iov = &s.piece;
  s.message.msg_iovlen = 1;
  s.message.msg_control = s.room;
  s.message.msg_controllen = CMSG_SPACE (size);
  s.first.cmsg_len = CMSG_LEN (size);
  s.first.cmsg_level = level;
  s.first.cmsg_type = type;
  memcpy (CMSG_DATA (&s.first), value, size);
  return sendmsg (fd, &s.message, 0);
}
