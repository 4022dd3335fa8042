/* bits/open-more.h - four flags of open on m68k.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_OPEN_MORE_H
#define _TG_BITS_OPEN_MORE_H

/* open(2), asm/fcntl.h.  */
#define O_DIRECTORY 0040000
#define O_NOFOLLOW  0100000
#define O_DIRECT    0200000
#define O_LARGEFILE 0400000

#endif
