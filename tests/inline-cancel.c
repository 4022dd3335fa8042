/* inline-cancel.c - threads that are cancelled in inline calls.  */
/* SPDX-License-Identifier: MIT */

/* Each cancellation point, by a thread with a request from before the call;
   one that waits for data, and one for a connection.  */

#define _GNU_SOURCE 1
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int tests, failed, ends[2];
static volatile int cleaned, returned;
static struct mmsghdr message;
static char byte;

static void
clean (void *unused)
{
  (void)unused;
  cleaned = 1;
}

/* A thread that makes the call by itself, after a request of its own.  */
#define THREAD(name, request, call)                                           \
  static void *name (void *unused)                                            \
  {                                                                           \
    pthread_cleanup_push (clean, unused);                                     \
    request;                                                                  \
    (void)call;                                                               \
    returned = 1;                                                             \
    pthread_cleanup_pop (0);                                                  \
    return NULL;                                                              \
  }
#define PENDING(name, call)                                                   \
  THREAD (name##_pending, pthread_cancel (pthread_self ()), call)

PENDING (accept, accept (-1, NULL, NULL))
PENDING (accept4, accept4 (-1, NULL, NULL, 0))
PENDING (connect, connect (-1, NULL, 0))
PENDING (recv, recv (-1, &byte, 1, 0))
PENDING (recvfrom, recvfrom (-1, &byte, 1, 0, NULL, NULL))
PENDING (recvmsg, recvmsg (-1, &message.msg_hdr, 0))
PENDING (recvmmsg, recvmmsg (-1, &message, 1, 0, NULL))
PENDING (send, send (-1, &byte, 1, 0))
PENDING (sendto, sendto (-1, &byte, 1, 0, NULL, 0))
PENDING (sendmsg, sendmsg (-1, &message.msg_hdr, 0))
PENDING (sendmmsg, sendmmsg (-1, &message, 1, 0))
THREAD (recv_waits, , recv (ends[0], &byte, 1, 0))
THREAD (accept_waits, , accept (ends[1], NULL, NULL))

static void
try (void *(*run) (void *), int waits, const char *text)
{
  struct timespec time = { 0, 50000000 };
  pthread_t thread;
  void *value;
  cleaned = returned = 0;
  if (pthread_create (&thread, NULL, run, NULL))
    exit (1);
  if (waits && (nanosleep (&time, NULL) || pthread_cancel (thread)))
    exit (1);
  if (pthread_join (thread, &value))
    exit (1);
  int good = value == PTHREAD_CANCELED && cleaned && !returned;
  printf ("%s %d - %s\n", good ? "ok" : "not ok", ++tests, text);
  failed += !good;
}

int
main (void)
{
  setvbuf (stdout, NULL, _IONBF, 0);
  alarm (30);
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, ends))
    return 1;
  ends[1] = socket (AF_INET, SOCK_STREAM, 0);
  if (listen (ends[1], 1))
    return 1;
  try (accept_pending, 0, "accept");
  try (accept4_pending, 0, "accept4");
  try (connect_pending, 0, "connect");
  try (recv_pending, 0, "recv");
  try (recvfrom_pending, 0, "recvfrom");
  try (recvmsg_pending, 0, "recvmsg");
  try (recvmmsg_pending, 0, "recvmmsg");
  try (send_pending, 0, "send");
  try (sendto_pending, 0, "sendto");
  try (sendmsg_pending, 0, "sendmsg");
  try (sendmmsg_pending, 0, "sendmmsg");
  try (recv_waits, 1, "recv, waiting");
  try (accept_waits, 1, "accept, waiting");
  printf ("1..%d\n", tests);
  return failed != 0;
}
