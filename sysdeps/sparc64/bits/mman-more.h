/* bits/mman-more.h - sparc64's additions to <bits/mman.h>.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

/* mmap(2), asm/mman.h: tagged memory, and a mapping that exec keeps.  */
#define PROT_ADI    0x10
#define MAP_INHERIT 0x80

#endif
