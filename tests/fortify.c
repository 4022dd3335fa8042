/* fortify.c - recv and recvfrom into a buffer, with _FORTIFY_SOURCE.  */
/* SPDX-License-Identifier: MIT */

/* usage: fortify recv|recvfrom LENGTH
   Receives 16 bytes into a buffer of that size, known to the compiler, with
   a length that it does not know.  Prints what has arrived.  */

#define _GNU_SOURCE 1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int
main (int argc, char **argv)
{
  char buffer[16];
  int fd[2];
  ssize_t got;
  size_t length = argc > 2 ? strtoul (argv[2], 0, 0) : 0;

  if (socketpair (AF_UNIX, SOCK_DGRAM, 0, fd)
      || send (fd[0], "sixteen letters", 16, 0) != 16)
    return 2;
  if (strcmp (argv[1], "recv") == 0)
    got = recv (fd[1], buffer, length, 0);
  else
    got = recvfrom (fd[1], buffer, length, 0, 0, 0);
  printf ("%ld %s\n", (long)got, got == 16 ? buffer : "-");
  return 0;
}
