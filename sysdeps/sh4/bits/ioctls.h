/* bits/ioctls.h - requests of ioctl on sh4.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_IOCTLS_H
#define _TG_BITS_IOCTLS_H

/* ioctl_tty(2), asm/ioctls.h: one that identifies a terminal, and
   those of sockets.  */
#define TCGETS     0x5401
#define FIONREAD   0x8004667f
#define FIONBIO    0x4004667e
#define TIOCOUTQ   0x80047473

/* ip(7), asm/sockios.h.  */
#define SIOCATMARK 0x80047307
#define SIOCGSTAMP 0x80087364

#endif
