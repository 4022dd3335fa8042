/* errno.c - tests of errno and of the width of results.  */
/* SPDX-License-Identifier: MIT */

#include "messages.h"

#define SAME_TYPE(call, type)                                                 \
  _Static_assert (__builtin_types_compatible_p (__typeof__ (call), type),     \
                  #call)

/* Not an error number, so no call can set it.  */
#define ODD 471100

/* CALL succeeds and preserves errno.  */
#define EXPECT_KEPT(call)                                                     \
  do                                                                          \
    {                                                                         \
      errno = ODD;                                                            \
      long long result = (call);                                              \
      int code = errno;                                                       \
      EXPECT (result >= 0);                                                   \
      EXPECT_EQ (code, ODD);                                                  \
    }                                                                         \
  while (0)

static struct sockaddr_un name;
static socklen_t length;
static char bytes[8];

SAME_TYPE (send (0, 0, 0, 0), ssize_t);
SAME_TYPE (recv (0, 0, 0, 0), ssize_t);
SAME_TYPE (sendto (0, 0, 0, 0, 0, 0), ssize_t);
SAME_TYPE (recvfrom (0, 0, 0, 0, 0, 0), ssize_t);
SAME_TYPE (sendmsg (0, 0, 0), ssize_t);
SAME_TYPE (recvmsg (0, 0, 0), ssize_t);
SAME_TYPE (sendmmsg (0, 0, 0, 0), int);
SAME_TYPE (recvmmsg (0, 0, 0, 0, 0), int);
SAME_TYPE (socket (0, 0, 0), int);
SAME_TYPE (accept4 (0, 0, 0, 0), int);
_Static_assert (sizeof (ssize_t) == sizeof (void *), "ssize_t");
_Static_assert (sizeof (socklen_t) == 4, "socklen_t");

TEST (preserved_by_opening)
{
  int fd[2], server = -1, client = -1;
  EXPECT_KEPT (socketpair (AF_UNIX, SOCK_STREAM, 0, fd));
  EXPECT_KEPT (server = socket (AF_UNIX, SOCK_STREAM, 0));
  name.sun_family = AF_UNIX;
  EXPECT_KEPT (bind (server, SA (&name), sizeof name.sun_family));
  length = sizeof name;
  EXPECT_KEPT (getsockname (server, SA (&name), &length));
  EXPECT_KEPT (listen (server, 3));
  client = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_KEPT (connect (client, SA (&name), length));
  EXPECT_KEPT (accept (server, NULL, NULL));
  length = sizeof name;
  EXPECT_KEPT (getpeername (client, SA (&name), &length));
  client = open_socket (AF_UNIX, SOCK_STREAM);
  EXPECT_KEPT (connect (client, SA (&name), length));
  EXPECT_KEPT (accept4 (server, NULL, NULL, SOCK_CLOEXEC));
}

TEST (preserved_by_moving_data)
{
  int fd[2];
  unix_pair (SOCK_STREAM, fd);
  EXPECT_KEPT (send (fd[0], "abcd", 4, 0));
  EXPECT_KEPT (sendto (fd[0], "abcd", 4, 0, NULL, 0));
  EXPECT_KEPT (recv (fd[1], bytes, 4, 0));
  length = sizeof name;
  EXPECT_KEPT (recvfrom (fd[1], bytes, 4, 0, SA (&name), &length));
}

TEST (preserved_by_moving_messages)
{
  struct timespec timeout = { 30, 0 };
  struct iovec any = PART (bytes, sizeof bytes);
  struct mmsghdr one;
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages (&one, &any, 1);
  EXPECT_KEPT (sendmsg (fd[0], &one.msg_hdr, 0));
  EXPECT_KEPT (sendmmsg (fd[0], &one, 1, 0));
  EXPECT_KEPT (sendmmsg (fd[0], &one, 1, 0));
  EXPECT_KEPT (recvmsg (fd[1], &one.msg_hdr, 0));
  EXPECT_KEPT (recvmmsg (fd[1], &one, 1, 0, NULL));
  EXPECT_KEPT (recvmmsg (fd[1], &one, 1, 0, &timeout));
}

/* Also if a later message fails: that error is not returned.  */
TEST (preserved_by_half_a_vector)
{
  struct iovec parts[] = { PART ("a", 1), PART (bad (), 1) };
  struct mmsghdr two[2];
  int fd[2];
  unix_pair (SOCK_DGRAM, fd);
  messages (two, parts, 2);
  EXPECT_KEPT (sendmmsg (fd[0], two, 2, 0));
}

TEST (preserved_by_options_and_shutdown)
{
  int fd[2], value = 1;
  unix_pair (SOCK_STREAM, fd);
  length = sizeof value;
  EXPECT_KEPT (setsockopt (fd[0], SOL_SOCKET, SO_REUSEADDR, &value, length));
  EXPECT_KEPT (getsockopt (fd[0], SOL_SOCKET, SO_REUSEADDR, &value, &length));
  EXPECT_KEPT (shutdown (fd[0], SHUT_RDWR));
}

TEST (set_by_each_call)
{
  int one = pipe_end ();
  EXPECT_ERR (listen (-1, 0), EBADF);
  EXPECT_ERR (listen (one, 0), ENOTSOCK);
  EXPECT_ERR (socket (200, SOCK_STREAM, 0), EAFNOSUPPORT);
  EXPECT_ERR (send (-1, "a", 1, 0), EBADF);
}

TEST (not_cleared_by_success)
{
  errno = 0;
  int failed = listen (-1, 0), fd = socket (AF_UNIX, SOCK_STREAM, 0);
  int code = errno;
  EXPECT_EQ (failed, -1);
  EXPECT (fd >= 0);
  EXPECT_EQ (code, EBADF);
}

TEST (own_to_each_process)
{
  int status;
  errno = ODD;
  pid_t child = fork ();
  if (child == 0)
    _exit (listen (-1, 0) == -1 && errno == EBADF ? 0 : 1);
  int code = errno;
  EXPECT (child > 0);
  EXPECT_EQ (code, ODD);
  EXPECT_EQ (waitpid (child, &status, 0), child);
  EXPECT_EQ (status, 0);
}

/* A 64-bit -1 from each call that returns ssize_t.  */
TEST (width_of_a_count)
{
  struct msghdr head;
  struct iovec any = PART (bytes, 1);
  message (&head, &any, 1);
  EXPECT_ERR (send (-1, bytes, 1, 0), EBADF);
  EXPECT_ERR (recv (-1, bytes, 1, 0), EBADF);
  EXPECT_ERR (sendto (-1, bytes, 1, 0, NULL, 0), EBADF);
  EXPECT_ERR (recvfrom (-1, bytes, 1, 0, NULL, NULL), EBADF);
  EXPECT_ERR (sendmsg (-1, &head, 0), EBADF);
  EXPECT_ERR (recvmsg (-1, &head, 0), EBADF);
}

SUITE (errno, CASE (preserved_by_opening), CASE (preserved_by_moving_data),
       CASE (preserved_by_moving_messages), CASE (preserved_by_half_a_vector),
       CASE (preserved_by_options_and_shutdown), CASE (set_by_each_call),
       CASE (not_cleared_by_success), CASE (own_to_each_process),
       CASE (width_of_a_count))
