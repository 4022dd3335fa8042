/* sys/ioctl.h - control of devices, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_IOCTL_H
#define _TG_SYS_IOCTL_H

#include <bits/decls.h>
#include <bits/ioctls.h>

/* ip(7), netdevice(7), linux/sockios.h; <bits/ioctls.h> has those that differ
   by architecture.  */
#define SIOCINQ      FIONREAD
#define SIOCOUTQ     TIOCOUTQ
#define SIOCGIFFLAGS 0x8913
#define SIOCSIFFLAGS 0x8914
#define SIOCGIFINDEX 0x8933

_TG_BEGIN_DECLS

/* Perform REQUEST on FD; a pointer or an int follows if it takes one.  Usually
   returns 0, or -1: EBADF, EFAULT, EINVAL, ENOTTY (ioctl(2)).  */
extern int ioctl (int fd, unsigned long request, ...);

_TG_END_DECLS

#endif
