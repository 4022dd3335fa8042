/* counts.c - makes every socket call, with success and with an error.  */
/* SPDX-License-Identifier: MIT */

/* For tests/counts.sh, with every libc and without one.  It prints nothing, as
   there is no printf without a libc; its exit status is 0, or the line, modulo
   256, of the first call with a wrong result.  */

#define _GNU_SOURCE 1
#include <stddef.h>
#include <sys/socket.h>
#include <sys/un.h>

#ifdef CANCELS
#include "second-thread.h"
#endif

static int wrong;

#define GOOD(call) judge ((call) >= 0, __LINE__)
#define BAD(call) judge ((call) == -1, __LINE__)

static void
judge (int right, int line)
{
  if (!right && !wrong)
    wrong = line;
}

static char byte = 'x';
static struct iovec vec = { &byte, 1 };
static struct sockaddr_un name = { .sun_family = AF_UNIX };
static struct sockaddr *const address = (struct sockaddr *)&name;
static socklen_t length;
static struct msghdr msg;
static struct mmsghdr many;
static int value, pair[2];

static void
connections (void)
{
  int server = socket (AF_UNIX, SOCK_STREAM, 0);
  int client = socket (AF_UNIX, SOCK_STREAM, 0);
  int other = socket (AF_UNIX, SOCK_STREAM, 0);
  int end;
  GOOD (server);
  GOOD (client);
  /* The length of an empty name: the kernel picks a free one.  */
  GOOD (bind (server, address, sizeof name.sun_family));
  GOOD (listen (server, 4));
  length = sizeof name;
  GOOD (getsockname (server, address, &length));
  GOOD (connect (client, address, length));
  GOOD (connect (other, address, length));
  end = accept (server, NULL, NULL);
  GOOD (end);
  GOOD (accept4 (server, NULL, NULL, SOCK_CLOEXEC));
  length = sizeof name;
  GOOD (getpeername (client, address, &length));
  GOOD (shutdown (end, SHUT_RDWR));
}

static void
messages (void)
{
  GOOD (socketpair (AF_UNIX, SOCK_STREAM, 0, pair));
  GOOD (setsockopt (pair[0], SOL_SOCKET, SO_KEEPALIVE, &value, sizeof value));
  length = sizeof value;
  GOOD (getsockopt (pair[0], SOL_SOCKET, SO_TYPE, &value, &length));
  GOOD (send (pair[0], &byte, 1, 0));
  GOOD (recv (pair[1], &byte, 1, 0));
  GOOD (sendto (pair[0], &byte, 1, 0, NULL, 0));
  GOOD (recvfrom (pair[1], &byte, 1, 0, NULL, NULL));
  GOOD (sendmsg (pair[0], &msg, 0));
  GOOD (recvmsg (pair[1], &msg, 0));
  GOOD (sendmmsg (pair[0], &many, 1, 0));
  GOOD (recvmmsg (pair[1], &many, 1, 0, NULL));
}

static void
errors (void)
{
  BAD (socket (-1, SOCK_STREAM, 0));
  BAD (socketpair (-1, SOCK_STREAM, 0, pair));
  BAD (bind (-1, address, length));
  BAD (connect (-1, address, length));
  BAD (listen (-1, 4));
  BAD (accept (-1, NULL, NULL));
  BAD (accept4 (-1, NULL, NULL, 0));
  BAD (getsockname (-1, address, &length));
  BAD (getpeername (-1, address, &length));
  BAD (shutdown (-1, SHUT_RDWR));
  BAD (setsockopt (-1, SOL_SOCKET, SO_KEEPALIVE, &value, sizeof value));
  BAD (getsockopt (-1, SOL_SOCKET, SO_TYPE, &value, &length));
  BAD (send (-1, &byte, 1, 0));
  BAD (recv (-1, &byte, 1, 0));
  BAD (sendto (-1, &byte, 1, 0, NULL, 0));
  BAD (recvfrom (-1, &byte, 1, 0, NULL, NULL));
  BAD (sendmsg (-1, &msg, 0));
  BAD (recvmsg (-1, &msg, 0));
  BAD (sendmmsg (-1, &many, 1, 0));
  BAD (recvmmsg (-1, &many, 1, 0, NULL));
}

int
main (void)
{
  msg.msg_iov = &vec;
  msg.msg_iovlen = 1;
  many.msg_hdr = msg;
  connections ();
  messages ();
  errors ();
  return wrong;
}
