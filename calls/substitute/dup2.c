/* dup2.c - dup2 by dup3, which refuses equal descriptors.  */
/* SPDX-License-Identifier: MIT */

#include <fcntl.h>
#include <substitute.h>
#include <unistd.h>

int
dup2 (int fd, int other)
{
  if (fd != other)
    return (int)tg_return (tg_trap (TG_NR_dup3, fd, other, 0, 0, 0));
  long result = tg_trap (TG_NR_fcntl, fd, F_GETFD, 0, 0, 0);
  return result < 0 ? (int)tg_return (result) : fd;
}

TG_ALIASES (dup2)
