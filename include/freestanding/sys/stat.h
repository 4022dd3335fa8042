/* sys/stat.h - files by name, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_STAT_H
#define _TG_SYS_STAT_H

#include <sys/types.h>

#include <bits/decls.h>

_TG_BEGIN_DECLS

/* Create the directory PATH with permissions MODE, or change those of PATH.
   Returns 0, or -1: EACCES, EEXIST, ENOENT, ENOSPC, EPERM, EROFS and others
   (mkdir(2), chmod(2)).  */
extern int mkdir (const char *path, mode_t mode);
extern int chmod (const char *path, mode_t mode);

/* Remove the permissions MASK from files that this process creates from now
   on.  Returns the previous mask; never fails (umask(2)).  */
extern mode_t umask (mode_t mask);

_TG_END_DECLS

#endif
