/* bits/mman-more.h - i386's additions to <bits/mman.h>.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

/* mmap(2), asm/mman.h: an address in the low 2 GiB.  */
#define MAP_32BIT 0x40

#endif
