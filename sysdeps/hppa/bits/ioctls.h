/* bits/ioctls.h - requests of ioctl of hppa.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_IOCTLS_H
#define _TG_BITS_IOCTLS_H

/* ioctl_tty(2), asm/ioctls.h: one that identifies a terminal, and
   those of sockets.  */
#define TCGETS     0x40245410
#define FIONREAD   0x541B
#define FIONBIO    0x5421
#define TIOCOUTQ   0x5411

/* ip(7), asm/sockios.h.  */
#define SIOCATMARK 0x8905
#define SIOCGSTAMP 0x8906

#endif
