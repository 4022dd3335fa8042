/* place.c - the calls at which a thread is cancelled, and their sockets.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "place.h"
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Each thread has its own: a cancelled call leaves them as they were.  */
static __thread char byte = 'x';
static __thread struct iovec vec;
static __thread struct mmsghdr many;

static struct mmsghdr *
message (void)
{
  vec.iov_base = &byte;
  vec.iov_len = 1;
  many.msg_hdr.msg_iov = &vec;
  many.msg_hdr.msg_iovlen = 1;
  return &many;
}

#define CALL(call, of_kind, value)                                            \
  static long make_##call (const struct place *place) { return value; }
#define CALLS                                                                 \
  CALL (accept, ACCEPTS, accept (place->fd, NULL, NULL))                      \
  CALL (accept4, ACCEPTS, accept4 (place->fd, NULL, NULL, SOCK_CLOEXEC))      \
  CALL (connect, CONNECTS, connect_place (place, place->fd))                  \
  CALL (recv, RECEIVES, recv (place->fd, &byte, 1, 0))                        \
  CALL (recvfrom, RECEIVES, recvfrom (place->fd, &byte, 1, 0, NULL, NULL))    \
  CALL (recvmsg, RECEIVES, recvmsg (place->fd, &message ()->msg_hdr, 0))      \
  CALL (recvmmsg, RECEIVES, recvmmsg (place->fd, message (), 1, 0, NULL))     \
  CALL (send, SENDS, send (place->fd, &byte, 1, 0))                           \
  CALL (sendto, SENDS, sendto (place->fd, &byte, 1, 0, NULL, 0))              \
  CALL (sendmsg, SENDS, sendmsg (place->fd, &message ()->msg_hdr, 0))         \
  CALL (sendmmsg, SENDS, sendmmsg (place->fd, message (), 1, 0))

static int
connect_place (const struct place *place, int fd)
{
  return connect (fd, (struct sockaddr *)&place->name, place->name_length);
}

/* clang-format off */
CALLS
#undef CALL
#define CALL(call, kind, value) { #call, kind, make_##call },
const struct call calls[] = { CALLS { NULL, 0, NULL } };
/* clang-format on */

void
die (const char *what)
{
  perror (what);
  _exit (2);
}

static int
stream (void)
{
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  if (fd < 0)
    die ("socket");
  return fd;
}

/* With a backlog of 0 one connection can wait, and the next call blocks.  */
static int
listener (struct place *place)
{
  int fd = stream ();
  struct sockaddr *name = (struct sockaddr *)&place->name;
  place->name_length = sizeof place->name;
  name->sa_family = AF_UNIX;
  if (bind (fd, name, sizeof place->name.sun_family) || listen (fd, 0)
      || getsockname (fd, name, &place->name_length))
    die ("listen");
  return fd;
}

static int
client (const struct place *place)
{
  int fd = stream ();
  if (connect_place (place, fd))
    die ("connect");
  return fd;
}

/* No byte more can be sent.  */
static void
fill (int fd)
{
  static char page[4096];
  while (send (fd, page, sizeof page, MSG_DONTWAIT) > 0)
    ;
  while (send (fd, page, 1, MSG_DONTWAIT) > 0)
    ;
}

void
place_make (struct place *place, enum kind kind, int ready)
{
  int ends[2];
  place->kind = kind;
  place->third = -1;
  place->ready = ready;
  if (kind == ACCEPTS || kind == CONNECTS)
    {
      ends[0] = listener (place);
      ends[1] = kind == CONNECTS ? stream () : ready ? client (place) : -1;
      if (kind == CONNECTS && !ready)
        place->third = client (place);
      place->fd = ends[kind == CONNECTS];
      place->other = ends[kind != CONNECTS];
      return;
    }
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, ends))
    die ("socketpair");
  place->fd = ends[0];
  place->other = ends[1];
  if (kind == RECEIVES && ready)
    place_release (place);
  else if (kind == SENDS && !ready)
    fill (place->fd);
}

void
place_close (struct place *place)
{
  close (place->fd);
  if (place->other >= 0)
    close (place->other);
  if (place->third >= 0)
    close (place->third);
}

void
place_release (struct place *place)
{
  static char page[4096];
  switch (place->kind)
    {
    case RECEIVES:
      if (send (place->other, page, 1, 0) != 1)
        die ("send");
      break;
    case SENDS:
      while (recv (place->other, page, sizeof page, MSG_DONTWAIT) > 0)
        ;
      break;
    case ACCEPTS:
      place->other = client (place);
      break;
    case CONNECTS:
      close (accept (place->other, NULL, NULL));
      break;
    }
}

int
place_happened (const struct place *place)
{
  struct pollfd one = { place->fd, POLLIN, 0 };
  socklen_t length = sizeof (struct sockaddr_un);
  struct sockaddr_un peer;
  if (!place->ready && place->kind != CONNECTS)
    return 0;
  if (place->kind == CONNECTS)
    return !getpeername (place->fd, (struct sockaddr *)&peer, &length);
  if (place->kind == SENDS)
    one.fd = place->other;
  return (poll (&one, 1, 0) == 1) == (place->kind == SENDS);
}

int
place_timeout (const struct place *place)
{
  return place->kind == SENDS || place->kind == CONNECTS ? SO_SNDTIMEO
                                                         : SO_RCVTIMEO;
}
