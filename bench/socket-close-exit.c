/* socket-close-exit.c - the smallest program with a socket.  */
/* SPDX-License-Identifier: MIT */

#include <sys/socket.h>
#include <unistd.h>

int
main (void)
{
  return close (socket (AF_UNIX, SOCK_STREAM, 0));
}
