/* lookup.c - prints the IPv4 addresses of a name.  */
/* SPDX-License-Identifier: MIT */

/* usage: lookup NAME
   This file has no socket calls: getaddrinfo makes them, inside the libc.  */

#include <netdb.h>
#include <netinet/in.h>
#include <arpa/inet.h>
#include <stdio.h>
#include <sys/socket.h>

int
main (int argc, char **argv)
{
  struct addrinfo hints = { .ai_family = AF_INET, .ai_socktype = SOCK_STREAM };
  struct addrinfo *list;
  char text[INET_ADDRSTRLEN];
  if (argc != 2)
    {
      fprintf (stderr, "usage: lookup NAME\n");
      return 2;
    }
  int error = getaddrinfo (argv[1], NULL, &hints, &list);
  if (error)
    {
      fprintf (stderr, "lookup: %s: %s\n", argv[1], gai_strerror (error));
      return 1;
    }
  for (struct addrinfo *one = list; one; one = one->ai_next)
    {
      struct sockaddr_in *addr = (struct sockaddr_in *)one->ai_addr;
      inet_ntop (AF_INET, &addr->sin_addr, text, sizeof text);
      printf ("%s is %s\n", argv[1], text);
    }
  freeaddrinfo (list);
  return 0;
}
