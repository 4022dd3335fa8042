/* port.c - finds a free port.  */
/* SPDX-License-Identifier: MIT */

#include "measure.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

/* Binds a socket of TYPE to *ADDRESS, and sets its port.  */
static int
bound (int type, struct sockaddr_in *address)
{
  socklen_t size = sizeof *address;
  int fd = socket (AF_INET, type | SOCK_CLOEXEC, 0);
  if (fd < 0)
    return -1;
  if (bind (fd, (struct sockaddr *)address, size) == 0
      && getsockname (fd, (struct sockaddr *)address, &size) == 0)
    return fd;
  close (fd);
  return -1;
}

int
free_port (void)
{
  for (int i = 0; i < 100; i++)
    {
      struct sockaddr_in address = { .sin_family = AF_INET };
      address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
      int tcp = bound (SOCK_STREAM, &address);
      int udp = tcp < 0 ? -1 : bound (SOCK_DGRAM, &address);
      if (tcp >= 0)
        close (tcp);
      if (udp < 0)
        continue;
      close (udp);
      printf ("%d\n", ntohs (address.sin_port));
      if (fflush (stdout) != 0)
        die ("cannot write to standard output: %m; is there room?");
      return 0;
    }
  die ("no port of 127.0.0.1 is free: %m; is there a network?");
}
