/* ioctl.c - the answer where a machine has no door to ioctl.  */
/* SPDX-License-Identifier: MIT */

#include <nosys.h>
#include <sys/ioctl.h>

int
ioctl (int fd, unsigned long request, ...)
{
  return tg_nosys ();
}

TG_NOSYS (ioctl)
