/* recvmsg-rights.c - cases of recvmsg: received descriptors, SCM_RIGHTS.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* --- Counts and lengths.  */

/* All results of recvmsg for COUNT pipes sent over a pair of TYPE, with
   exactly the room needed.  */
static void
pass (int type, int count)
{
  int fd[2], sent[SCM_MAX_FD], first = pipe_fd ();
  size_t bytes = (size_t)count * sizeof (int);
  struct rights got;
  struct parcel p;
  need_fds (count + 16);
  unix_pair (type, fd);
  for (int i = 0; i < count; i++)
    sent[i] = first;
  EXPECT_RET (send_rights (fd[0], sent, count), 1);
  int before = open_fds ();
  EXPECT_RET (take (fd[1], &p, &got, CMSG_SPACE (bytes), 0), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (bytes));
  EXPECT_EQ (p.message.msg_flags & (MSG_TRUNC | MSG_CTRUNC), 0);
  EXPECT_EQ (got.header.cmsg_len, CMSG_LEN (bytes));
  EXPECT_EQ (got.header.cmsg_level, SOL_SOCKET);
  EXPECT_EQ (got.header.cmsg_type, SCM_RIGHTS);
  EXPECT_EQ (open_fds (), before + count);
  for (int i = 0; i < count; i++)
    EXPECT (got.fd[i] != first && same_file (got.fd[i], first));
}

CASE (recvmsg, rights_one, "unix(7)", "2.2") { pass (SOCK_STREAM, 1); }
CASE (recvmsg, rights_two, "unix(7)", "2.2") { pass (SOCK_STREAM, 2); }
CASE (recvmsg, rights_three, "unix(7)", "2.2") { pass (SOCK_STREAM, 3); }
CASE (recvmsg, rights_253, "unix(7)", "2.6.38")
{
  pass (SOCK_STREAM, SCM_MAX_FD);
}
CASE (recvmsg, rights_one_dgram, "unix(7)", "2.2") { pass (SOCK_DGRAM, 1); }
CASE (recvmsg, rights_three_dgram, "unix(7)", "2.2") { pass (SOCK_DGRAM, 3); }
CASE (recvmsg, rights_253_dgram, "unix(7)", "2.6.38")
{
  pass (SOCK_DGRAM, SCM_MAX_FD);
}
CASE (recvmsg, rights_three_seqpacket, "unix(7)", "2.6.4")
{
  pass (SOCK_SEQPACKET, 3);
}

/* Both at once, each its own.  */
CASE (recvmsg, rights_both_ways, "unix(7)", "2.2")
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 1));
  MUST (send_rights (fd[1], sent + 1, 1));
  EXPECT_RET (take (fd[0], &p, &got, sizeof got, 0), 1);
  EXPECT (same_file (got.fd[0], sent[1]));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT (same_file (got.fd[0], sent[0]));
}

/* As sent: the order, and one that is there twice.  */
CASE (recvmsg, rights_in_order, "unix(7)", "2.2")
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  sent[2] = sent[0];
  MUST (send_rights (fd[0], sent, 3));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT (same_file (got.fd[0], sent[0]) && same_file (got.fd[1], sent[1]));
  EXPECT (same_file (got.fd[2], sent[0]) && got.fd[2] != got.fd[0]);
}

/* --- Which numbers and flags they get.  */

CASE (recvmsg, rights_lowest_numbers, "unix(7)", "2.2")
{
  int fd[2], sent[3], low = next_fd ();
  struct rights got;
  struct parcel p;
  need_fds (64);
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (dup2 (fd[1], 50));
  close (fd[1]);
  MUST (send_rights (fd[0], sent, 2));
  EXPECT_RET (take (50, &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (got.fd[0], low + 1);
  EXPECT_EQ (got.fd[1], sent[2] + 1);
}

CASE (recvmsg, rights_cmsg_cloexec, "recv(2)", "2.6.23")
{
  int fd[2], sent[3];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  three_pipes (sent);
  MUST (send_rights (fd[0], sent, 2));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_CMSG_CLOEXEC), 1);
  EXPECT_EQ (fd_flags (got.fd[0]), SOCK_CLOEXEC);
  EXPECT_EQ (fd_flags (got.fd[1]), SOCK_CLOEXEC);
  EXPECT_EQ (fd_flags (sent[0]), 0);
}

/* The sender's flag of a descriptor stays with the sender.  */
CASE (recvmsg, rights_without_cloexec, "unix(7)", "2.2")
{
  int fd[2], sent = pipe_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (fcntl (sent, F_SETFD, FD_CLOEXEC));
  MUST (send_rights (fd[0], &sent, 1));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (fd_flags (got.fd[0]), 0);
}

/* --- MSG_PEEK.  */

/* Each peek returns new descriptors, and they stay in the message.  */
CASE (recvmsg, rights_peek, "kernel net/unix/af_unix.c", "2.2", NEEDS_NOTHING,
      "recv(2) and unix(7) do not say what MSG_PEEK does to "
      "descriptors")
{
  int fd[2], sent = pipe_fd (), peeked;
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, MSG_PEEK), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof sent));
  EXPECT (same_file (peeked = got.fd[0], sent));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_EQ (p.message.msg_controllen, CMSG_SPACE (sizeof sent));
  EXPECT (same_file (got.fd[0], sent) && got.fd[0] != peeked);
}

CASE (recvmsg, rights_peek_without_room, "kernel net/unix/af_unix.c", "2.2")
{
  int fd[2], sent = pipe_fd (), before;
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_DGRAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  before = open_fds ();
  EXPECT_RET (take (fd[1], &p, NULL, 0, MSG_PEEK), 1);
  EXPECT_FLAGS (p.message.msg_flags, MSG_CTRUNC, 0);
  EXPECT_EQ (open_fds (), before);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT (same_file (got.fd[0], sent));
}

/* --- Descriptors that can be passed.  */

CASE (recvmsg, rights_of_o_path, "open(2)", "2.6.39")
{
  int fd[2], sent = path_fd ();
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_FLAGS (MUST (fcntl (got.fd[0], F_GETFL)), O_PATH, 0);
}

/* The socket that sends the message, and the one that receives it.  */
CASE (recvmsg, rights_of_the_pair, "unix(7)", "2.2")
{
  int fd[2];
  char byte;
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], fd, 2));
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_RET (send (got.fd[0], "a", 1, 0), 1);
  EXPECT_RET (recv (fd[1], &byte, 1, MSG_DONTWAIT), 1);
}

/* A listening one: the receiver accepts.  */
CASE (recvmsg, rights_of_a_listener, "unix(7)", "2.2")
{
  int fd[2];
  struct sockaddr_in where;
  int sent = tcp_listener (&where);
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  MUST (send_rights (fd[0], &sent, 1));
  close (sent);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  int client = new_socket (AF_INET, SOCK_STREAM);
  EXPECT_RET (connect (client, &where, sizeof where), 0);
  EXPECT_RANGE (accept (got.fd[0], 0, 0), 0, 1000);
}

/* The message keeps it open after its sender.  */
CASE (recvmsg, rights_of_one_who_ended, "unix(7)", "2.2")
{
  int fd[2];
  struct rights got;
  struct parcel p;
  unix_pair (SOCK_STREAM, fd);
  int child = fork ();
  if (child == 0)
    {
      int ends[2];
      MUST (pipe2 (ends, 0));
      MUST (write (ends[1], "b", 1));
      MUST (send_rights (fd[0], ends, 1));
      _exit (0);
    }
  EXPECT_EQ (end_of (child), 0);
  EXPECT_RET (take (fd[1], &p, &got, sizeof got, 0), 1);
  EXPECT_RET (read (got.fd[0], p.data, 2), 1);
  EXPECT_EQ (p.data[0], 'b');
}

/* sendmmsg and recvmmsg: each message has its own.  */
CASE (recvmmsg, rights_of_each, "unix(7)", "3.0")
{
  int fd[2], sent[3];
  struct rights went[2], got[2];
  struct parcel p[2];
  struct mmsghdr vector[2];
  unix_pair (SOCK_DGRAM, fd);
  three_pipes (sent);
  for (int i = 0; i < 2; i++)
    {
      parcel (&p[i], 1, &went[i], rights_of (&went[i], sent + i, 1 + i));
      vector[i].msg_hdr = p[i].message;
    }
  EXPECT_RET (sendmmsg (fd[0], vector, 2, 0), 2);
  for (int i = 0; i < 2; i++)
    {
      vector[i].msg_hdr.msg_control = &got[i];
      vector[i].msg_hdr.msg_controllen = sizeof got[i];
    }
  EXPECT_RET (recvmmsg (fd[1], vector, 2, 0, NULL), 2);
  EXPECT_EQ (got[0].header.cmsg_len, CMSG_LEN (sizeof (int)));
  EXPECT_EQ (got[1].header.cmsg_len, CMSG_LEN (2 * sizeof (int)));
  EXPECT (same_file (got[0].fd[0], sent[0]));
  EXPECT (same_file (got[1].fd[1], sent[2]));
}
