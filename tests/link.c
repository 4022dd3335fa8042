/* link.c - programs that tests/link.sh links in front of a libc.  */
/* SPDX-License-Identifier: MIT */

/* One of -DLINK_threads, LINK_own, LINK_fortified.  */

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#ifndef LINK_own
#include <sys/socket.h>
#endif

#ifdef LINK_threads

/* Each thread has an errno of its own, which errors in the other thread do not
   change, and it is the one that the libc's functions set.  */
static pthread_barrier_t both;

static void *
run (void *argument)
{
  int number = *(int *)argument;
  int want = number ? EBADF : EAFNOSUPPORT;
  for (int i = 0; i < 100; i++)
    {
      pthread_barrier_wait (&both);
      int got = number ? listen (-1, 1) : socket (-1, 0, 0);
      pthread_barrier_wait (&both);
      if (got != -1 || errno != want)
        exit (1);
    }
  return 0;
}

int
main (void)
{
  static int numbers[2] = { 0, 1 };
  pthread_t other;
  pthread_barrier_init (&both, 0, 2);
  if (pthread_create (&other, 0, run, &numbers[1]))
    return 2;
  run (&numbers[0]);
  return pthread_join (other, 0) != 0;
}

#elif defined LINK_own

/* The program's own function of that name, with a type of its own, beside
   functions of ours.  */
extern int LINK_own (void);
extern int socket (int, int, int);
extern int bind (int, const void *, unsigned);

int
LINK_own (void)
{
  return 77;
}

int
main (void)
{
  /* With an address: without one an assertion in qemu-i386 fails.  */
  static const short name[8];
  if (socket (-1, 0, 0) != -1 || errno != EAFNOSUPPORT
      || bind (-1, name, sizeof name) != -1 || errno != EBADF)
    return 1;
  return LINK_own () != 77;
}

#else

/* The sizes are constant, the lengths are not: with _FORTIFY_SOURCE these
   become calls of __recv_chk and __recvfrom_chk.  */
int
main (int argc, char **argv)
{
  char room[8];
  size_t length = argv[0] ? argc : 9;
  if (recv (-1, room, length, 0) != -1 || errno != EBADF)
    return 1;
  if (recvfrom (-1, room, length, 0, 0, 0) != -1 || errno != EBADF)
    return 1;
  return 0;
}

#endif
