/* generic.c - every call where an architecture has no path: -1 and ENOSYS.  */
/* SPDX-License-Identifier: MIT */

/* tests/generic.sh builds it with the list of calls that the generator made.
   The exit status is 0, or the number of the first call with another result:
   with the freestanding archive there is no printf.  */

#include <calls.h>
#include <errno.h>
#include "calls-to-make.h"

#define TRY(call, args, code)                                                 \
  number++;                                                                   \
  errno = 0;                                                                  \
  {                                                                           \
    __auto_type got = call args;                                              \
    if (got != (__typeof__ (got))-1 || errno != code)                         \
      return number;                                                          \
  }

int
main (void)
{
  int number = 0;
  SWEEP_CALLS (TRY)
  return number == 0 ? 255 : 0;
}
