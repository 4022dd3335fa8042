/* prctl.c - the answer where a machine has no door to prctl.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/prctl.h>

int
prctl (int option, ...)
{
  return tg_nosys ();
}

TG_NOSYS (prctl)
