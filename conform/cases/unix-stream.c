/* unix-stream.c - streams after one end is closed.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- The peer closes with data that it has not read.  */

/* Its data is returned first, then the error, once.  */
CASE (recv, reset_after_data, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2];
  char room[8];
  unix_pair (SOCK_STREAM, fd);
  MUST (send (fd[0], "unread", 6, 0));
  MUST (send (fd[1], "abc", 3, 0));
  close (fd[1]);
  EXPECT_RET (recv (fd[0], room, 8, 0), 3);
  EXPECT_ERR (recv (fd[0], room, 8, 0), ECONNRESET);
  EXPECT_RET (recv (fd[0], room, 8, 0), 0);
}

/* A connection that was never accepted counts as closed with unread data. */
CASE (recv, reset_by_the_listener, "kernel net/unix/af_unix.c", "2.2",
      NEEDS_NOTHING,
      "unix(7) does not say what becomes of connections not yet "
      "accepted")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  char byte;
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  int fd = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (fd, &name, length));
  close (listener);
  EXPECT_ERR (recv (fd, &byte, 1, 0), ECONNRESET);
}

/* Data sent before accept can be received.  */
CASE (accept, data_sent_before, "unix(7)", "2.2")
{
  struct sockaddr_un name;
  socklen_t length = abstract_name (&name, 'a');
  char room[4];
  int listener = unix_listener (SOCK_STREAM, &name, length, 1);
  int client = new_socket (AF_UNIX, SOCK_STREAM);
  MUST (connect (client, &name, length));
  EXPECT_RET (send (client, "abc", 3, 0), 3);
  close (client);
  int fd = MUST (accept (listener, 0, 0));
  EXPECT_RET (recv (fd, room, 4, 0), 3);
  EXPECT_RET (recv (fd, room, 4, 0), 0);
}

/* --- Each end by itself.  */

CASE (recv, one_way_shut, "shutdown(2)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  MUST (shutdown (fd[0], SHUT_WR));
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
  EXPECT_RET (send (fd[1], "a", 1, 0), 1);
  EXPECT_RET (recv (fd[0], &byte, 1, 0), 1);
}

/* Not the end while another process has it.  */
CASE (recv, end_when_the_last_closes, "close(2)", "2.2")
{
  int fd[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  int other = MUST (dup (fd[0]));
  close (fd[0]);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
  close (other);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 0);
}

/* A message that holds it counts as a holder.  */
CASE (recv, end_when_the_message_goes, "unix(7)", "2.2")
{
  int fd[2], way[2];
  char byte;
  unix_pair (SOCK_STREAM, fd);
  unix_pair (SOCK_STREAM, way);
  MUST (send_rights (way[0], fd, 1));
  close (fd[0]);
  EXPECT_ERR (recv (fd[1], &byte, 1, MSG_DONTWAIT), EAGAIN);
  EXPECT_RET (recv (way[1], &byte, 1, 0), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, 0), 0);
}

/* The same with write instead of a socket call.  */
CASE (recv, read_and_write, "socket(2)", "2.2")
{
  int fd[2];
  char room[4];
  unix_pair (SOCK_STREAM, fd);
  MUST (write (fd[0], "ab", 2));
  MUST (send (fd[0], "c", 1, 0));
  EXPECT_RET (read (fd[1], room, 1), 1);
  EXPECT_RET (recv (fd[1], room, 4, 0), 2);
  EXPECT_BYTES (room, "bc", 2);
}
