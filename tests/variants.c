/* variants.c - a program that prints its variant, or calls single paths.  */
/* SPDX-License-Identifier: MIT */

/* By system calls only, for use with every libc and without one.
   -DVARIANTS_PATHS: calls the functions in paths.h, a list of X (function),
   with descriptor -1, and prints "name errno" for each.  -DVARIANTS_BESIDE:
   calls bind and tg_bind.  Else prints "route entry".  */

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static inline void
say (const char *text)
{
  size_t length = 0;
  while (text[length])
    length++;
  if (write (1, text, length) < 0)
    _exit (99);
}

#if defined VARIANTS_PATHS

#define X(name) extern int name (int, long, long, long, long, long);
#include "paths.h"
#undef X

int
main (void)
{
  char number[] = " 000\n";
#define X(name)                                                               \
  errno = 0;                                                                  \
  if (name (-1, 0, 0, 0, 0, 0) != -1)                                         \
    errno = 999;                                                              \
  number[1] = (char)('0' + errno / 100);                                      \
  number[2] = (char)('0' + errno / 10 % 10);                                  \
  number[3] = (char)('0' + errno % 10);                                       \
  say (#name);                                                                \
  say (number);
#include "paths.h"
  return 0;
}

#elif defined VARIANTS_BESIDE

extern int tg_bind (int, const struct sockaddr *, socklen_t);

/* Both give the same result for one descriptor, and are two functions.  */
int
main (void)
{
  struct sockaddr name;
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);
  memset (&name, 0, sizeof name);
  name.sa_family = AF_UNIX;
  if (fd < 0 || bind == tg_bind)
    return 1;
  errno = 0;
  if (bind (-1, &name, sizeof name) != -1 || errno != EBADF)
    return 2;
  errno = 0;
  if (tg_bind (-1, &name, sizeof name) != -1 || errno != EBADF)
    return 3;
  errno = 0;
  if (tg_bind (fd, &name, 0) != -1 || errno != EINVAL)
    return 4;
  if (tg_bind (fd, &name, sizeof name.sa_family) != 0)
    return 5;
  if (bind (fd, &name, sizeof name.sa_family) != tg_bind (fd, &name, 2))
    return 6;
  return 0;
}

#else

#include <trapgate.h>

int
main (void)
{
  say (trapgate_route ());
  say (" ");
  say (trapgate_entry ());
  say ("\n");
  /* With an address: without one an assertion in qemu-i386 fails.  */
  static struct sockaddr name;
  errno = 0;
  return !(bind (-1, &name, sizeof name) == -1 && errno == EBADF);
}

#endif
