/* secure.c - programs whose loader ignores LD_PRELOAD.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"

#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/xattr.h>
#include <unistd.h>

static void __attribute__ ((noreturn))
refuse (const struct target *t, const char *what)
{
  die (WRONG,
       "'%s' %s, so its loader ignores LD_PRELOAD; run a copy without that, "
       "or link it by trapgate cc",
       t->path, what);
}

/* The kernel sets AT_SECURE if a program gets another user or group than it
   is started by, or capabilities, except for root.  A mount with nosuid
   gives none of them, no_new_privs no user or group.  */
void
refuse_secure (const struct target *t)
{
  struct stat s;
  struct statvfs mount;
  if (stat (t->path, &s) != 0 || statvfs (t->path, &mount) != 0
      || (mount.f_flag & ST_NOSUID))
    return;
  if (getuid () != 0
      && getxattr (t->path, "security.capability", NULL, 0) >= 0)
    refuse (t, "has file capabilities");
  if (prctl (PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1)
    return;
  if ((s.st_mode & S_ISUID) && s.st_uid != getuid ())
    refuse (t, "is set-uid");
  /* Without the group's right of execution it is a mark for locks.  */
  if ((s.st_mode & S_ISGID) && (s.st_mode & S_IXGRP) && s.st_gid != getgid ())
    refuse (t, "is set-gid");
}
