/* echo-pair.c - a TCP echo server and its client in one process.  */
/* SPDX-License-Identifier: MIT */

/* Eleven different calls, no stdio.  Loopback buffers the data until it is
   received, so the process never waits for itself.  The exit status is 0 if
   no call failed and the client received the data that it had sent.  */

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

static int
carry (int from, int to, int *word, int *copy)
{
  return send (from, word, sizeof *word, 0) < 0
         || recv (to, copy, sizeof *copy, MSG_WAITALL) != sizeof *copy;
}

int
main (void)
{
  struct sockaddr_in name
      = { .sin_family = AF_INET, .sin_addr.s_addr = htonl (INADDR_LOOPBACK) };
  struct sockaddr *address = (struct sockaddr *)&name;
  socklen_t length = sizeof name;
  int server = socket (AF_INET, SOCK_STREAM, 0);
  int client = socket (AF_INET, SOCK_STREAM, 0);
  /* Any nonzero value enables the option.  */
  int failed
      = setsockopt (server, SOL_SOCKET, SO_REUSEADDR, &length, sizeof length);
  failed |= bind (server, address, length);
  failed |= listen (server, 1);
  failed |= getsockname (server, address, &length);
  failed |= connect (client, address, length);
  if (failed)
    return failed;
  int end = accept (server, NULL, NULL);
  int said = 0x1badcafe, heard, echoed;
  failed = carry (client, end, &said, &heard);
  failed |= carry (end, client, &heard, &echoed);
  failed |= shutdown (client, SHUT_WR);
  failed |= close (end);
  return failed | (echoed ^ said);
}
