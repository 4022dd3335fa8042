/* calls.c - each of the 20 socket calls succeeds once and fails once.  */
/* SPDX-License-Identifier: MIT */

/* Prints each call with its result, or with -1 and errno.  chains.tbl has what
   each must return, in this order.  A call that fails does so as deep in the
   kernel as it can.  Plain POSIX and Linux: builds unchanged with glibc, with
   musl, and without a libc.  */

#define _GNU_SOURCE 1

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#define SA(address) ((struct sockaddr *)(address))
#define TRY(call, ...) tried (#call, call (__VA_ARGS__))

static char line[80];
static size_t used;

static void
text (const char *at)
{
  while (*at)
    line[used++] = *at++;
}

static void
number (unsigned int value)
{
  if (value >= 10)
    number (value / 10);
  line[used++] = (char)('0' + value % 10);
}

/* Returns RESULT, after a line for it.  */
static int
tried (const char *call, long result)
{
  int code = errno;
  used = 0;
  text (call);
  text (result < 0 ? " -1 " : " ");
  number (result < 0 ? (unsigned int)code : (unsigned int)result);
  text ("\n");
  if (write (1, line, used) < 0)
    _exit (1);
  return (int)result;
}

/* Binds FD to a free port of the loopback, and leaves the address in AT.  */
static void
name (int fd, struct sockaddr_in *at)
{
  socklen_t length = sizeof *at;
  memset (at, 0, sizeof *at);
  at->sin_family = AF_INET;
  at->sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  TRY (bind, fd, SA (at), sizeof *at);
  TRY (getsockname, fd, SA (at), &length);
}

static void
options (int fd)
{
  int value = 1;
  socklen_t length = sizeof value;
  TRY (setsockopt, fd, SOL_SOCKET, SO_KEEPALIVE, &value, sizeof value);
  TRY (setsockopt, fd, IPPROTO_TCP, TCP_MAXSEG, &value, sizeof value);
  TRY (getsockopt, fd, SOL_SOCKET, SO_TYPE, &value, &length);
  TRY (getsockopt, fd, IPPROTO_TCP, 9999, &value, &length);
}

static void
stream (int fd, int peer)
{
  char bytes[8];
  TRY (recv, fd, bytes, sizeof bytes, MSG_DONTWAIT);
  TRY (send, peer, "hello", 5, 0);
  TRY (recv, fd, bytes, sizeof bytes, 0);
  TRY (shutdown, fd, SHUT_WR);
  TRY (send, fd, "hello", 5, MSG_NOSIGNAL);
}

/* LISTENER blocks, so that no accept depends on the time that a connection
   takes; IDLE does not block.  The failing accept4 has another error than
   EINVAL, at which the fallback of route socketcall makes a further call.  */
static void
connections (void)
{
  struct sockaddr_in here, there;
  socklen_t length = sizeof here, wrong = (socklen_t)-1;
  int listener = TRY (socket, AF_INET, SOCK_STREAM, 0);
  int idle = TRY (socket, AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  TRY (socket, AF_INET, SOCK_STREAM, IPPROTO_UDP);
  options (listener);
  name (listener, &here);
  TRY (bind, idle, SA (&here), sizeof here);
  TRY (accept, idle, NULL, NULL);
  TRY (getpeername, idle, SA (&there), &length);
  TRY (shutdown, idle, SHUT_WR);
  name (idle, &there);
  TRY (getsockname, idle, SA (&there), &wrong);
  int client = TRY (socket, AF_INET, SOCK_STREAM, 0);
  TRY (connect, client, SA (&there), sizeof there);
  TRY (listen, idle, 3);
  TRY (accept4, idle, NULL, NULL, SOCK_CLOEXEC);
  TRY (listen, listener, 3);
  TRY (connect, client, SA (&here), sizeof here);
  int peer = TRY (accept, listener, NULL, NULL);
  TRY (getpeername, client, SA (&there), &length);
  stream (client, peer);
  client = TRY (socket, AF_INET, SOCK_STREAM, 0);
  TRY (connect, client, SA (&here), sizeof here);
  TRY (accept4, listener, NULL, NULL, SOCK_CLOEXEC);
}

static void
datagrams (void)
{
  char bytes[2][8] = { "hello", "world" };
  struct sockaddr_in here;
  struct iovec parts[2] = { { bytes[0], 5 }, { bytes[1], 5 } };
  struct mmsghdr two[2];
  int fd = TRY (socket, AF_INET, SOCK_DGRAM, 0);
  TRY (listen, fd, 3);
  name (fd, &here);
  in_port_t port = here.sin_port;
  here.sin_port = 0;
  TRY (sendto, fd, "hello", 5, 0, SA (&here), sizeof here);
  here.sin_port = port;
  TRY (sendto, fd, "hello", 5, 0, SA (&here), sizeof here);
  TRY (recvfrom, fd, bytes[0], 8, 0, NULL, NULL);
  TRY (recvfrom, fd, bytes[0], 8, MSG_DONTWAIT, NULL, NULL);
  memset (two, 0, sizeof two);
  for (int i = 0; i < 2; i++)
    {
      two[i].msg_hdr.msg_iov = &parts[i];
      two[i].msg_hdr.msg_iovlen = 1;
    }
  TRY (sendmmsg, fd, two, 2, 0);
  TRY (recvmmsg, fd, two, 2, MSG_DONTWAIT, NULL);
  for (int i = 0; i < 2; i++)
    {
      two[i].msg_hdr.msg_name = &here;
      two[i].msg_hdr.msg_namelen = sizeof here;
    }
  TRY (sendmmsg, fd, two, 2, 0);
  TRY (recvmmsg, fd, two, 2, 0, NULL);
}

static void
pairs (void)
{
  char bytes[8] = "hello";
  struct iovec part = { bytes, 5 };
  struct msghdr message;
  int fd[2];
  memset (&message, 0, sizeof message);
  message.msg_iov = &part;
  message.msg_iovlen = 1;
  TRY (socketpair, AF_INET, SOCK_STREAM, 0, fd);
  TRY (socketpair, AF_UNIX, SOCK_STREAM, 0, fd);
  TRY (sendmsg, fd[0], &message, 0);
  TRY (recvmsg, fd[1], &message, 0);
  TRY (recvmsg, fd[1], &message, MSG_DONTWAIT);
  close (fd[1]);
  TRY (sendmsg, fd[0], &message, MSG_NOSIGNAL);
}

int
main (void)
{
  connections ();
  datagrams ();
  pairs ();
  return 0;
}
