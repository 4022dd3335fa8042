/* sys/utsname.h - the names of the system, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_UTSNAME_H
#define _TG_SYS_UTSNAME_H

#include <bits/decls.h>

/* uname(2), include/linux/utsname.h: strings.  */
struct utsname
{
  char sysname[65];
  char nodename[65];
  char release[65];
  char version[65];
  char machine[65];
  char domainname[65];
};

_TG_BEGIN_DECLS

/* Store the names of the system in NAME.  Returns 0, or -1: EFAULT
   (uname(2)).  */
extern int uname (struct utsname *name);

_TG_END_DECLS

#endif
