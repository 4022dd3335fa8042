/* exit.c - runs the destructors and ends the program.  */
/* SPDX-License-Identifier: MIT */

#include <finish.h>
#include <stdlib.h>

void
exit (int status)
{
  finish (status);
}
