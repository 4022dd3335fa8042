/* sockets.c - the sockets for the work of the driver.  */
/* SPDX-License-Identifier: MIT */

#include "driver.h"
#include <netinet/tcp.h>

/* More than all data in transit at a time.  */
static const int room = 1 << 18;

int
prepare_nothing (void)
{
  return 0;
}

int
prepare_pair (void)
{
  int pair[2];
  if (socketpair (AF_UNIX, SOCK_DGRAM, 0, pair))
    return 1;
  ends.a = pair[0];
  ends.b = pair[1];
  return 0;
}

/* A socket of TYPE on a free loopback port; its name is put into ends.  */
static int
on_loopback (int type)
{
  int fd = socket (AF_INET, type, 0);
  socklen_t length = sizeof ends.name;
  ends.name.sin_family = AF_INET;
  ends.name.sin_port = 0;
  /* 127.0.0.1, byte by byte.  */
  ((unsigned char *)&ends.name.sin_addr)[0] = 127;
  ((unsigned char *)&ends.name.sin_addr)[3] = 1;
  if (fd < 0 || bind (fd, (struct sockaddr *)&ends.name, sizeof ends.name)
      || getsockname (fd, (struct sockaddr *)&ends.name, &length))
    return -1;
  return fd;
}

int
prepare_udp (void)
{
  ends.a = on_loopback (SOCK_DGRAM);
  ends.b = on_loopback (SOCK_DGRAM);
  return ends.a < 0 || ends.b < 0;
}

int
prepare_tcp (void)
{
  static const int on = 1;
  int listener = on_loopback (SOCK_STREAM);
  if (listener < 0
      || setsockopt (listener, SOL_SOCKET, SO_RCVBUF, &room, sizeof room)
      || listen (listener, 1))
    return 1;
  ends.a = socket (AF_INET, SOCK_STREAM, 0);
  if (ends.a < 0
      || setsockopt (ends.a, SOL_SOCKET, SO_SNDBUF, &room, sizeof room)
      || connect (ends.a, (struct sockaddr *)&ends.name, sizeof ends.name))
    return 1;
  ends.b = accept (listener, 0, 0);
  /* Each byte is sent at once.  */
  return ends.b < 0
         || setsockopt (ends.a, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on)
         || setsockopt (ends.b, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}
