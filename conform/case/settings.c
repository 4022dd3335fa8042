/* settings.c - setup for cases: settings of a network of their own.  */
/* SPDX-License-Identifier: MIT */

#include "conform.h"

void
set_own (const char *name, const char *value)
{
  char path[64] = "/proc/sys/net/";
  int fd = open (strcat (path, name), O_WRONLY);
  long size = strlen (value);
  if (fd < 0 || write (fd, value, size) != size)
    SKIP ("a setting of the network cannot be set");
  close (fd);
}
