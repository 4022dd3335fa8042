/* uname.c - the answer where a machine has no door to uname.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/utsname.h>

int
uname (struct utsname *name)
{
  return tg_nosys ();
}

TG_NOSYS (uname)
