/* from.c - runs a program with a file as its standard input.  */
/* SPDX-License-Identifier: MIT */

/* usage: from FILE PROGRAM ARGUMENT...
   The file is opened for reading and writing.  A shell could do that, but not
   where programs run in a guest.  */

#include <fcntl.h>
#include <unistd.h>

int
main (int argc, char **argv)
{
  if (argc < 3 || close (0) || open (argv[1], O_RDWR) != 0)
    return 126;
  execve (argv[2], argv + 2, environ);
  return 126;
}
