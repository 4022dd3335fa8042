/* bits/mman-more.h - powerpc's additions to <bits/mman.h>.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

/* mmap(2), asm/mman.h: strong access ordering.  */
#define PROT_SAO 0x10

#endif
