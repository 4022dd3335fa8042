/* server.c - a server that does nothing but calls, and a client.  */
/* SPDX-License-Identifier: MIT */

/* For bench/beside.sh, which counts the instructions of request: a message
   arrives, and the server returns it.  No server gains more by its calls.
   With an argument, that many rounds of requests are made, so short that some
   are not interrupted, and the least nanoseconds for a request are printed. */

#define _GNU_SOURCE 1
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#ifdef THREADS
#include <pthread.h>
int (*volatile cancel) (pthread_t) = pthread_cancel;
#endif

static int epoll, ends[2];

static int __attribute__ ((noinline))
request (void)
{
  char text[64];
  struct epoll_event event;
  ssize_t n;
  if (epoll_wait (epoll, &event, 1, -1) != 1)
    return -1;
  n = read (event.data.fd, text, sizeof text);
  return n > 0 && write (event.data.fd, text, (size_t)n) == n ? 0 : -1;
}

static int
ask (void)
{
  char text[64] = "GET / HTTP/1.0\r\n\r\n";
  if (send (ends[1], text, sizeof text, 0) != sizeof text || request () != 0)
    return -1;
  return recv (ends[1], text, sizeof text, 0) == sizeof text ? 0 : -1;
}

static double
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* Sets *LEAST to the nanoseconds of each request, if these are fewer.  */
static int
ask_often (double *least)
{
  enum
  {
    times = 50
  };
  double begin = now (), ns;
  for (int i = 0; i < times; i++)
    if (ask () != 0)
      return -1;
  ns = (now () - begin) / times;
  if (ns < *least)
    *least = ns;
  return 0;
}

int
main (int argc, char **argv)
{
  struct epoll_event event = { .events = EPOLLIN };
  double least = 1e9;
  epoll = epoll_create1 (0);
  if (epoll < 0 || socketpair (AF_UNIX, SOCK_STREAM, 0, ends) != 0)
    return 1;
  event.data.fd = ends[0];
  if (epoll_ctl (epoll, EPOLL_CTL_ADD, ends[0], &event) != 0)
    return 1;
  if (argc < 2)
    return ask () != 0 || ask () != 0;
  for (long rounds = atol (argv[1]); rounds > 0; rounds--)
    if (ask_often (&least) != 0)
      return 1;
  printf ("%.1f\n", least);
  return 0;
}
