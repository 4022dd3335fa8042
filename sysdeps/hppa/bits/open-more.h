/* bits/open-more.h - four flags of open on hppa.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_OPEN_MORE_H
#define _TG_BITS_OPEN_MORE_H

/* open(2), asm/fcntl.h.  */
#define O_DIRECT    00040000
#define O_LARGEFILE 00004000
#define O_DIRECTORY 00010000
#define O_NOFOLLOW  00000200

#endif
