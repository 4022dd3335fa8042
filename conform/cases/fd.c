/* fd.c - each call that takes a descriptor, with an invalid one.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* Four cases of a call: fd is the descriptor in the text.  O_PATH is
   of 2.6.39; a call that is younger gives its own release.  */
#define FD_CASES(name, page, since, call)                                     \
  FD_CASES_OF (name, page, since, "2.6.39", call)
#define FD_CASES_OF(name, page, since, path_since, call)                      \
  static void name##_fails (int fd, int error) { EXPECT_ERR (call, error); }  \
  CASE (name, fd_negative, page, since) { name##_fails (-1, EBADF); }         \
  CASE (name, fd_closed, page, since) { name##_fails (closed_fd (), EBADF); } \
  CASE (name, fd_by_o_path, "open(2)", path_since)                            \
  {                                                                           \
    name##_fails (path_fd (), EBADF);                                         \
  }                                                                           \
  CASE (name, fd_of_a_pipe, page, since)                                      \
  {                                                                           \
    name##_fails (pipe_fd (), ENOTSOCK);                                      \
  }

static int one = 1;
static socklen_t length = sizeof (int);
static char byte;
static struct sockaddr_in where;
static struct iovec piece = { &byte, 1 };
static struct msghdr message = { .msg_iov = &piece, .msg_iovlen = 1 };
static struct mmsghdr messages = { { .msg_iov = &piece, .msg_iovlen = 1 }, 0 };

FD_CASES (bind, "bind(2)", "1.0", bind (fd, &where, sizeof where))
FD_CASES (connect, "connect(2)", "1.0", connect (fd, &where, sizeof where))
FD_CASES (listen, "listen(2)", "1.0", listen (fd, 1))
FD_CASES (accept, "accept(2)", "1.0", accept (fd, 0, 0))
FD_CASES (accept4, "accept4(2)", "2.6.28", accept4 (fd, 0, 0, 0))
FD_CASES (getsockname, "getsockname(2)", "1.0",
          getsockname (fd, &where, &length))
FD_CASES (getpeername, "getpeername(2)", "1.0",
          getpeername (fd, &where, &length))
FD_CASES (send, "send(2)", "1.0", send (fd, &byte, 1, 0))
FD_CASES (recv, "recv(2)", "1.0", recv (fd, &byte, 1, 0))
FD_CASES (sendto, "sendto(2)", "1.0",
          sendto (fd, &byte, 1, 0, &where, sizeof where))
FD_CASES (recvfrom, "recvfrom(2)", "1.0", recvfrom (fd, &byte, 1, 0, 0, 0))
FD_CASES (shutdown, "shutdown(2)", "1.0", shutdown (fd, SHUT_RDWR))
FD_CASES (setsockopt, "setsockopt(2)", "1.0",
          setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one))
FD_CASES (getsockopt, "getsockopt(2)", "1.0",
          getsockopt (fd, SOL_SOCKET, SO_TYPE, &one, &length))
FD_CASES (sendmsg, "sendmsg(2)", "1.3.16", sendmsg (fd, &message, 0))
FD_CASES (recvmsg, "recvmsg(2)", "1.3.16", recvmsg (fd, &message, 0))
FD_CASES (recvmmsg, "recvmmsg(2)", "2.6.33",
          recvmmsg (fd, &messages, 1, MSG_DONTWAIT, 0))
FD_CASES_OF (sendmmsg, "sendmmsg(2)", "3.0", "3.0",
             sendmmsg (fd, &messages, 1, 0))
FD_CASES_OF (recvmmsg_time64, "recvmmsg(2)", "5.1", "5.1",
             recvmmsg_time64 (fd, &messages, 1, MSG_DONTWAIT, 0))
