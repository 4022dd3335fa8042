/* replyhi.c - a TCP server that replies "hi" to each message.  */
/* SPDX-License-Identifier: MIT */

/* usage: replyhi PORT [CONNECTIONS]
   Listens on 127.0.0.1, serves one connection at a time, and exits after
   CONNECTIONS of them (default 1).  Plain POSIX: builds unchanged with glibc,
   with musl, and without a libc.  */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char answer[] = "hi";

static unsigned int
number (const char *text)
{
  unsigned int value = 0;
  while (*text >= '0' && *text <= '9')
    value = value * 10 + (unsigned int)(*text++ - '0');
  return value;
}

static int
fail (const char *what, size_t len)
{
  (void)!write (2, "replyhi: ", 9);
  (void)!write (2, what, len);
  (void)!write (2, " failed\n", 8);
  return 1;
}

#define FAIL(what) fail (what, sizeof what - 1)

static int
listen_on (unsigned int port)
{
  struct sockaddr_in addr;
  memset (&addr, 0, sizeof addr);
  addr.sin_family = AF_INET;
  addr.sin_port = htons ((unsigned short)port);
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  int one = 1;
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one) < 0
      || bind (fd, (struct sockaddr *)&addr, sizeof addr) < 0
      || listen (fd, 8) < 0)
    return -1;
  return fd;
}

/* Serves one connection until it is closed.  */
static int
serve (int fd)
{
  char buf[512];
  ssize_t n;
  while ((n = recv (fd, buf, sizeof buf, 0)) > 0)
    if (write (1, buf, (size_t)n) != n || write (1, "\n", 1) != 1
        || send (fd, answer, sizeof answer - 1, 0) != sizeof answer - 1)
      return -1;
  shutdown (fd, SHUT_RDWR);
  close (fd);
  return n < 0 ? -1 : 0;
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    return FAIL ("reading PORT");
  int fd = listen_on (number (argv[1]));
  if (fd < 0)
    return FAIL ("listening");
  for (unsigned int left = argc > 2 ? number (argv[2]) : 1; left > 0; left--)
    {
      int peer = accept (fd, NULL, NULL);
      if (peer < 0)
        return FAIL ("accept");
      if (serve (peer) < 0)
        return FAIL ("serving");
    }
  close (fd);
  return 0;
}
