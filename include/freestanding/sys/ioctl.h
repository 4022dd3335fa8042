/* sys/ioctl.h - control of devices, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_SYS_IOCTL_H
#define _TG_SYS_IOCTL_H

#include <bits/decls.h>

/* ioctl_tty(2), ip(7), netdevice(7), asm-generic/ioctls.h, linux/sockios.h:
   the requests of sockets, and the one that identifies a terminal.  */
#define TCGETS       0x5401
#define FIONREAD     0x541B
#define FIONBIO      0x5421
#define TIOCOUTQ     0x5411
#define SIOCINQ      FIONREAD
#define SIOCOUTQ     TIOCOUTQ
#define SIOCATMARK   0x8905
#define SIOCGSTAMP   0x8906
#define SIOCGIFFLAGS 0x8913
#define SIOCSIFFLAGS 0x8914
#define SIOCGIFINDEX 0x8933

_TG_BEGIN_DECLS

/* Perform REQUEST on FD; a pointer or an int follows if it takes one.  Usually
   returns 0, or -1: EBADF, EFAULT, EINVAL, ENOTTY (ioctl(2)).  */
extern int ioctl (int fd, unsigned long request, ...);

_TG_END_DECLS

#endif
