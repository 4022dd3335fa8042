/* vector.c - sendmmsg of 1, 2, 4, ... 1024 messages, one call each.  */
/* SPDX-License-Identifier: MIT */

/* Empty messages on a stream are not queued, so none has to be read.  The
   exit status is 0 if each call sent all of its messages.  */

#include <sys/socket.h>

#define MOST 1024

static struct mmsghdr messages[MOST];

int
main (void)
{
  int pair[2], failed = 0;
  if (socketpair (AF_UNIX, SOCK_STREAM, 0, pair))
    return 1;
  for (unsigned int n = 1; n <= MOST; n *= 2)
    failed |= sendmmsg (pair[0], messages, n, 0) != (int)n;
  return failed;
}
