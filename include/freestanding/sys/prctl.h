/* sys/prctl.h - settings of a process, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_PRCTL_H
#define _TG_SYS_PRCTL_H

#include <bits/decls.h>

/* prctl(2), linux/prctl.h: a selection.  */
#define PR_SET_PDEATHSIG       1
#define PR_GET_PDEATHSIG       2
#define PR_GET_DUMPABLE        3
#define PR_SET_DUMPABLE        4
#define PR_SET_NAME            15
#define PR_GET_NAME            16
#define PR_SET_CHILD_SUBREAPER 36
#define PR_GET_CHILD_SUBREAPER 37
#define PR_SET_NO_NEW_PRIVS    38
#define PR_GET_NO_NEW_PRIVS    39

_TG_BEGIN_DECLS

/* Perform OPTION, which takes up to four further words.  Usually returns 0, or
   -1: EFAULT, EINVAL, EPERM (prctl(2)).  */
extern int prctl (int option, ...);

_TG_END_DECLS

#endif
