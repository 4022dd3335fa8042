/* bits/mman-more.h - aarch64's additions to <bits/mman.h>.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_MORE_H
#define _TG_BITS_MMAN_MORE_H

/* mmap(2), mprotect(2), asm/mman.h.  */
#define PROT_BTI 0x10           /* Code with landing pads (5.8).  */
#define PROT_MTE 0x20           /* Tagged memory (5.10).  */

#endif
