/* hello.c - a TCP client that sends "hello" and prints the replies.  */
/* SPDX-License-Identifier: MIT */

/* usage: hello PORT [MESSAGES]
   Connects to replyhi.c on 127.0.0.1, sends "hello" MESSAGES times (default
   2), and prints each reply on a line.  Plain POSIX: builds unchanged with
   glibc, with musl, and without a libc.  */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char message[] = "hello";

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
  (void)!write (2, "hello: ", 7);
  (void)!write (2, what, len);
  (void)!write (2, " failed\n", 8);
  return 1;
}

#define FAIL(what) fail (what, sizeof what - 1)

static int
connect_to (unsigned int port)
{
  struct sockaddr_in addr;
  memset (&addr, 0, sizeof addr);
  addr.sin_family = AF_INET;
  addr.sin_port = htons ((unsigned short)port);
  addr.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  int fd = socket (AF_INET, SOCK_STREAM, 0);
  if (fd < 0 || connect (fd, (struct sockaddr *)&addr, sizeof addr) < 0)
    return -1;
  return fd;
}

int
main (int argc, char **argv)
{
  if (argc < 2)
    return FAIL ("reading PORT");
  int fd = connect_to (number (argv[1]));
  if (fd < 0)
    return FAIL ("connecting");
  char buf[512];
  for (unsigned int left = argc > 2 ? number (argv[2]) : 2; left > 0; left--)
    {
      if (send (fd, message, sizeof message - 1, 0) != sizeof message - 1)
        return FAIL ("send");
      ssize_t n = recv (fd, buf, sizeof buf, 0);
      if (n <= 0 || write (1, buf, (size_t)n) != n || write (1, "\n", 1) != 1)
        return FAIL ("recv");
    }
  close (fd);
  return 0;
}
