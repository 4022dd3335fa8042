/* pads-cancel.c - musl's 64-bit message calls, which C prepares, cancelled. */
/* SPDX-License-Identifier: MIT */

/* With musl on x86_64.  A thread waits in a call, with a large control area
   whose padding is not zero, and is cancelled: the copy of the area must not
   remain.  */

#define _GNU_SOURCE 1
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LARGE 16384 /* At most net.core.optmem_max.  */
#define PAGE 4096

static int ends[2], tests, failed;
static struct mmsghdr message;
static struct iovec piece;
static char byte;
static volatile int cleaned;
static volatile long got;

static void
nap (int milliseconds)
{
  struct timespec time = { 0, milliseconds * 1000000L };
  nanosleep (&time, NULL);
}

/* The pages that are mapped.  */
static long
mapped (void)
{
  char text[32] = "";
  int fd = open ("/proc/self/statm", O_RDONLY);
  if (fd < 0 || read (fd, text, sizeof text - 1) <= 0)
    exit (1);
  close (fd);
  return atol (text);
}

static void
prepare (void)
{
  static char area[LARGE] __attribute__ ((aligned (8)));
  struct cmsghdr *one = (struct cmsghdr *)area;
  if (socketpair (AF_UNIX, SOCK_DGRAM, 0, ends))
    exit (1);
  while (send (ends[0], &byte, 1, MSG_DONTWAIT) == 1)
    ;
  /* AF_UNIX ignores other levels.  */
  one->cmsg_len = LARGE;
  one->cmsg_level = 0x7777;
  one->__pad1 = 1;
  piece = (struct iovec){ &byte, 1 };
  message.msg_hdr.msg_iov = &piece;
  message.msg_hdr.msg_iovlen = 1;
  message.msg_hdr.msg_control = area;
  message.msg_hdr.msg_controllen = LARGE;
  message.msg_hdr.__pad1 = message.msg_hdr.__pad2 = 1;
}

/* --- The calls; nothing arrives at the end that is full.  */

static void
sends (void)
{
  got = sendmsg (ends[0], &message.msg_hdr, 0);
}

static void
sends_many (void)
{
  got = sendmmsg (ends[0], &message, 1, 0);
}

static void
receives (void)
{
  got = recvmsg (ends[0], &message.msg_hdr, 0);
}

static void
receives_many (void)
{
  got = recvmmsg (ends[0], &message, 1, 0, NULL);
}

static void
sends_nothing (void)
{
  got = sendmsg (ends[0], NULL, 0);
}

static void
receives_nothing (void)
{
  got = recvmsg (ends[1], NULL, 0);
}

static void
clean (void *unused)
{
  (void)unused;
  cleaned = 1;
}

static void *
run (void *call)
{
  int old;
  pthread_cleanup_push (clean, NULL);
  got = -2;
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &old);
  nap (30);
  pthread_setcancelstate (PTHREAD_CANCEL_ENABLE, &old);
  ((void (*) (void))call) ();
  pthread_setcancelstate (PTHREAD_CANCEL_DISABLE, &old);
  pthread_cleanup_pop (0);
  return NULL;
}

/* Cancels a thread before its call, or while it waits, when PAGES more are
   mapped.  */
static void
try (void (*call) (void), int pending, long pages, const char *text)
{
  pthread_t thread;
  void *value;
  long before = mapped (), more;
  cleaned = 0;
  if (pthread_create (&thread, NULL, run, (void *)call))
    exit (1);
  more = mapped ();
  nap (pending ? 1 : 100);
  more = mapped () - more;
  if (pthread_cancel (thread) || pthread_join (thread, &value))
    exit (1);
  int good = value == PTHREAD_CANCELED && cleaned && got == -2 && more == pages
             && mapped () == before;
  printf ("%s %d - %s, %s\n", good ? "ok" : "not ok", ++tests, text,
          pending ? "pending" : "waiting");
  if (!good)
    printf ("# result %ld, cleaned %d, mapped %ld, %ld remain\n", got, cleaned,
            more, mapped () - before);
  failed += !good;
}

int
main (void)
{
  setvbuf (stdout, NULL, _IONBF, 0);
  alarm (30);
  prepare ();
  for (int pending = 0; pending < 2; pending++)
    {
      long pages = pending ? 0 : LARGE / PAGE;
      try (sends, pending, pages, "sendmsg");
      try (sends_many, pending, pages, "sendmmsg");
      try (receives, pending, 0, "recvmsg");
      try (receives_many, pending, 0, "recvmmsg");
    }
  try (sends_nothing, 1, 0, "sendmsg without a message");
  try (receives_nothing, 1, 0, "recvmsg without a message");
  printf ("1..%d\n", tests);
  return failed != 0;
}
