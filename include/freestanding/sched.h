/* sched.h - scheduling and namespaces, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SCHED_H
#define _TG_SCHED_H

#include <bits/decls.h>

/* unshare(2), linux/sched.h.  */
#define CLONE_FS        0x00000200
#define CLONE_FILES     0x00000400
#define CLONE_NEWNS     0x00020000
#define CLONE_NEWCGROUP 0x02000000
#define CLONE_NEWUTS    0x04000000
#define CLONE_NEWIPC    0x08000000
#define CLONE_NEWUSER   0x10000000
#define CLONE_NEWPID    0x20000000
#define CLONE_NEWNET    0x40000000

_TG_BEGIN_DECLS

/* Stop sharing with other processes what FLAGS, CLONE_*, name.  Returns 0, or
   -1: EINVAL, ENOMEM, ENOSPC, EPERM (unshare(2)).  */
extern int unshare (int flags);

/* Yield the processor.  Returns 0 (sched_yield(2)).  */
extern int sched_yield (void);

_TG_END_DECLS

#endif
