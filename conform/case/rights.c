/* rights.c - setup for cases: a network and a user of their own.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

/* A user namespace was needed for it.  */
static int has_all_rights;

void
own_network (void)
{
  struct ifreq lo;
  memset (&lo, 0, sizeof lo);
  memcpy (lo.ifr_name, "lo", 3);
  lo.ifr_flags = IFF_UP | IFF_LOOPBACK;
  if (unshare (CLONE_NEWNET) < 0)
    {
      if (unshare (CLONE_NEWUSER | CLONE_NEWNET) < 0)
        SKIP ("no network of its own: unshare is refused");
      has_all_rights = 1;
    }
  int fd = new_socket (AF_INET, SOCK_DGRAM);
  if (ioctl (fd, SIOCSIFFLAGS, &lo) < 0)
    SKIP ("no network of its own: lo cannot be brought up");
  close (fd);
}

void
become_nobody (void)
{
  enum
  {
    NOBODY = 65534
  };
  if (has_all_rights)
    SKIP ("a user has all rights over a network of its own");
  if (geteuid () != 0)
    return;
  if (setresgid (NOBODY, NOBODY, NOBODY) < 0
      || setresuid (NOBODY, NOBODY, NOBODY) < 0)
    SKIP ("cannot give root up");
  /* The change of user cleared it.  */
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

unsigned int
overflow_uid (void)
{
  char text[16];
  unsigned int uid = 0;
  long fd = open ("/proc/sys/kernel/overflowuid", O_RDONLY);
  long length = fd < 0 ? 0 : read ((int)fd, text, sizeof text);
  for (long i = 0; i < length && text[i] >= '0'; i++)
    uid = uid * 10 + (unsigned int)(text[i] - '0');
  close ((int)fd);
  return length > 0 ? uid : 65534;
}
