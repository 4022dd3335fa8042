/* thrown.cc - an exception from a signal handler through a blocking call.  */
/* SPDX-License-Identifier: MIT */

#include "thrown.h"

struct leaves
{
  int *seen;
  ~leaves () { ++*seen; }
};
static int seen;

static void
handler (int)
{
  throw 7;
}

__attribute__ ((noinline)) static int
waits (int which, int fd)
{
  leaves here = { &seen };
  return blocks (which, fd) + seen;
}

int
main ()
{
  for (int way = 0; way < 4; way++)
    {
      int fd = get_ready (way & 1, way & 2 ? SA_RESTART : 0, handler);
      if (fd < 0)
        return 2;
      try
        {
          waits (way & 1, fd);
          return 3;
        }
      catch (int error)
        {
          if (error != 7 || seen != way + 1)
            return 4 + way;
        }
    }
  return 0;
}
