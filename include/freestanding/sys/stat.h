/* sys/stat.h - files by name, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_STAT_H
#define _TG_SYS_STAT_H

#include <sys/types.h>

#include <bits/decls.h>

_TG_BEGIN_DECLS

/* Make the directory PATH, or change who may use PATH, with the permissions
   MODE.  0, or -1: EACCES, EEXIST, ENOENT, ENOSPC, EPERM, EROFS and more
   (mkdir(2), chmod(2)).  */
extern int mkdir (const char *path, mode_t mode);
extern int chmod (const char *path, mode_t mode);

/* Take the permissions MASK from the files that this process makes from now
   on.  The mask before; it does not fail (umask(2)).  */
extern mode_t umask (mode_t mask);

_TG_END_DECLS

#endif
