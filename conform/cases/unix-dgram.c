/* unix-dgram.c - cases of AF_UNIX: datagrams, senders, a full queue.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A socket bound to NAME, which LETTER makes; its length.  */
static socklen_t
receiver (struct sockaddr_un *name, char letter, int *fd)
{
  socklen_t length = abstract_name (name, letter);
  *fd = unix_bound (SOCK_DGRAM, name, length);
  return length;
}

/* --- The peer is gone.  */

CASE (getpeername, dgram_peer_gone, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING,
      "getpeername(2) does not say that a peer that is gone is "
      "still the peer until something is sent")
{
  int fd[2];
  struct sockaddr_un name;
  socklen_t length = sizeof name;
  unix_pair (SOCK_DGRAM, fd);
  close (fd[1]);
  EXPECT_RET (getpeername (fd[0], &name, &length), 0);
  EXPECT_ERR (send (fd[0], "a", 1, 0), ECONNREFUSED);
  EXPECT_ERR (getpeername (fd[0], &name, &length), ENOTCONN);
}

/* Its datagrams can still be received, and there is no error.  */
CASE (recv, dgram_peer_gone_with_data, "unix(7)", "2.2")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 4, 0), 3);
  EXPECT_ERR (recv (fd[0], room, 4, MSG_DONTWAIT), EAGAIN);
}

/* --- Connecting.  */

CASE (sendto, dgram_by_the_peer, "kernel net/unix/af_unix.c", "2.2")
{
  struct sockaddr_un first, second;
  int a, b;
  char byte;
  socklen_t length = receiver (&first, 'a', &a);
  receiver (&second, 'b', &b);
  MUST (connect (a, &second, length));
  EXPECT_RET (sendto (b, "a", 1, 0, &first, length), 1);
  EXPECT_RET (recv (a, &byte, 1, MSG_DONTWAIT), 1);
}

/* Datagrams of the old peer are dropped, and it gets an error.  */
CASE (connect, dgram_drops_the_queue, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING,
      "connect(2) does not say what becomes of datagrams that "
      "wait")
{
  int fd[2];
  char byte;
  struct sockaddr_un name;
  int other;
  socklen_t length = receiver (&name, 'a', &other);
  unix_pair (SOCK_DGRAM, fd);
  MUST (send (fd[1], "a", 1, 0));
  MUST (connect (fd[0], &name, length));
  EXPECT_ERR (recv (fd[0], &byte, 1, MSG_DONTWAIT), EAGAIN);
  EXPECT_EQ (int_option (fd[1], SOL_SOCKET, SO_ERROR), ECONNRESET);
}

CASE (sendto, dgram_to_itself, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  int fd;
  char byte;
  socklen_t length = receiver (&name, 'a', &fd);
  EXPECT_RET (sendto (fd, "a", 1, 0, &name, length), 1);
  EXPECT_RET (recv (fd, &byte, 1, MSG_DONTWAIT), 1);
}

/* --- A full queue: net.unix.max_dgram_qlen.  */

/* More than fit into any queue: without a limit, a case is only slow.  */
#define MOST 16384

/* Send to NAME until it is full; how many went.  */
static int
fill_queue (int fd, const struct sockaddr_un *name, socklen_t length)
{
  int count = 0;
  long got;
  while ((got = sendto (fd, "a", 1, MSG_DONTWAIT, name, length)) == 1
         && count < MOST)
    count++;
  EXPECT_ERR (got, EAGAIN);
  return count;
}

CASE (sendto, dgram_queue_full, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  int taker;
  char byte;
  socklen_t length = receiver (&name, 'a', &taker);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  int count = fill_queue (fd, &name, length);
  MUST (recv (taker, &byte, 1, 0));
  EXPECT_RET (sendto (fd, "a", 1, MSG_DONTWAIT, &name, length), 1);
  for (int i = 0; i < count; i++)
    EXPECT_RET (recv (taker, &byte, 1, MSG_DONTWAIT), 1);
  EXPECT_ERR (recv (taker, &byte, 1, MSG_DONTWAIT), EAGAIN);
}

/* The queue is the receiver's: it is full for another sender, too.  */
CASE (sendto, dgram_queue_full_for_all, "kernel net/unix/af_unix.c", "2.2")
{
  struct sockaddr_un name;
  int taker;
  /* A longer queue does not fill before the buffer of one sender.  */
  need_setting ("unix/max_dgram_qlen", 0, 100);
  socklen_t length = receiver (&name, 'a', &taker);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  int other = new_socket (AF_UNIX, SOCK_DGRAM);
  if (set_buffer (fd, SO_SNDBUF, 65536) < 131072)
    SKIP ("net.core.wmem_max is small");
  fill_queue (fd, &name, length);
  EXPECT_ERR (sendto (other, "a", 1, MSG_DONTWAIT, &name, length), EAGAIN);
}

/* poll on a connected socket shows it.  */
CASE (send, dgram_queue_full_in_poll, "kernel net/unix/af_unix.c", "4.4")
{
  struct sockaddr_un name;
  int taker;
  char byte;
  socklen_t length = receiver (&name, 'a', &taker);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  struct pollfd room = { fd, POLLOUT, 0 };
  MUST (connect (fd, &name, length));
  int count = 0;
  while (send (fd, "a", 1, MSG_DONTWAIT) == 1 && count < MOST)
    count++;
  EXPECT_RET (poll (&room, 1, 0), 0);
  while (recv (taker, &byte, 1, MSG_DONTWAIT) == 1)
    ;
  EXPECT_RET (poll (&room, 1, 5000), 1);
  EXPECT_RET (send (fd, "a", 1, MSG_DONTWAIT), 1);
}

/* Ended by closing the receiver.  */
CASE (sendto, dgram_queue_full_and_closed, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  int taker;
  socklen_t length = receiver (&name, 'a', &taker);
  int fd = new_socket (AF_UNIX, SOCK_DGRAM);
  fill_queue (fd, &name, length);
  int child = fork ();
  if (child == 0)
    {
      close (taker);
      EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
      _exit (0);
    }
  pause_ms (60);
  close (taker);
  EXPECT_EQ (end_of (child), 0);
  EXPECT_ERR (sendto (fd, "a", 1, 0, &name, length), ECONNREFUSED);
}
