/* world.c - facts that all cases share.  */
/* SPDX-License-Identifier: MIT */

#include "world.h"

#include <sys/socket.h>

struct world conform_world;

const struct family conform_families[] = {
  { AF_UNIX, "no AF_UNIX here" },     { AF_INET, "no AF_INET here" },
  { AF_INET6, "no AF_INET6 here" },   { AF_NETLINK, "no AF_NETLINK here" },
  { AF_PACKET, "no AF_PACKET here" }, { 0, 0 },
};

unsigned int
conform_release (void)
{
  return conform_world.release;
}

unsigned int
release_of (const char *text)
{
  unsigned int part[3] = { 0 };
  for (int i = 0; i < 3; i++)
    {
      while (*text >= '0' && *text <= '9' && part[i] < 100)
        part[i] = part[i] * 10 + (unsigned int)(*text++ - '0');
      if (*text++ != '.')
        break;
    }
  return RELEASE (part[0], part[1], part[2]);
}
