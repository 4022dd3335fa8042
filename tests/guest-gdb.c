/* guest-gdb.c - makes socket calls, and prints their arguments and results. */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static int process = 1;

/* As trapgate guest --gdb prints it, by tests/guest-gdb.awk.  */
static int
show (const char *call, int result, const unsigned long *words, size_t count)
{
  printf ("%d %s", process, call);
  for (size_t i = 0; i < count; i++)
    printf (" 0x%lx", words[i]);
  printf (" = %d\n", result < 0 ? -errno : result);
  return result;
}

#define WORDS(...)                                                            \
  (const unsigned long[]){ __VA_ARGS__ },                                     \
      sizeof ((const unsigned long[]){ __VA_ARGS__ }) / sizeof (long)
#define P(p) ((unsigned long)(p))

int
main (void)
{
  struct sockaddr_in a
      = { .sin_family = AF_INET, .sin_addr = { htonl (INADDR_LOOPBACK) } };
  struct sockaddr *p = (struct sockaddr *)&a;
  socklen_t size = sizeof a;
  int one = 1;
  char text[8] = "hello";
  int s = show ("socket", socket (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0),
                WORDS (AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
  show ("bind", bind (s, p, sizeof a), WORDS (P (s), P (p), sizeof a));
  show ("listen", listen (s, 3), WORDS (P (s), 3));
  show ("getsockname", getsockname (s, p, &size),
        WORDS (P (s), P (p), P (&size)));
  show ("accept4", accept4 (s, NULL, NULL, SOCK_CLOEXEC),
        WORDS (P (s), 0, 0, SOCK_CLOEXEC));
  show ("setsockopt",
        setsockopt (s, SOL_SOCKET, SO_KEEPALIVE, &one, sizeof one),
        WORDS (P (s), SOL_SOCKET, SO_KEEPALIVE, P (&one), sizeof one));
  fflush (stdout);
  if (fork () == 0)
    {
      process = 2;
      int other = show ("socket", socket (AF_INET, SOCK_STREAM, 0),
                        WORDS (AF_INET, SOCK_STREAM, 0));
      show ("bind", bind (other, p, sizeof a),
            WORDS (P (other), P (p), sizeof a));
      fflush (stdout);
      _exit (0);
    }
  wait (NULL);
  int u = show ("socket", socket (AF_INET, SOCK_DGRAM, 0),
                WORDS (AF_INET, SOCK_DGRAM, 0));
  show ("bind", bind (u, p, sizeof a), WORDS (P (u), P (p), sizeof a));
  show ("sendto", sendto (u, text, 5, 0, p, sizeof a),
        WORDS (P (u), P (text), 5, 0, P (p), sizeof a));
  show ("recvfrom", recvfrom (u, text, 8, MSG_DONTWAIT, p, &size),
        WORDS (P (u), P (text), 8, MSG_DONTWAIT, P (p), P (&size)));
  show ("shutdown", shutdown (u, SHUT_RDWR), WORDS (P (u), SHUT_RDWR));
  return 7;
}
