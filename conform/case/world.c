/* world.c - facts that all cases share.  */
/* SPDX-License-Identifier: MIT */

#include "world.h"

struct world conform_world;

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
