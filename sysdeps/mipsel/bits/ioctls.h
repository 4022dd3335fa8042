/* bits/ioctls.h - requests of ioctl of mips.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_IOCTLS_H
#define _TG_BITS_IOCTLS_H

/* ioctl_tty(2), asm/ioctls.h: one that identifies a terminal, and
   those of sockets.  */
#define TCGETS     0x540d
#define FIONREAD   0x467f
#define FIONBIO    0x667e
#define TIOCOUTQ   0x7472

/* ip(7), asm/sockios.h.  */
#define SIOCATMARK 0x40047307
#define SIOCGSTAMP 0x8906

#endif
