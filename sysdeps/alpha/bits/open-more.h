/* bits/open-more.h - four flags of open that differ on some architectures.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_OPEN_MORE_H
#define _TG_BITS_OPEN_MORE_H

/* open(2), asm/fcntl.h.  */
#define O_DIRECT    02000000
#define O_LARGEFILE 00400000
#define O_DIRECTORY 00100000
#define O_NOFOLLOW  00200000

#endif
