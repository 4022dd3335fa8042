/* bits/mman.h - the flags of mmap of alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_MMAN_H
#define _TG_BITS_MMAN_H

#include <bits/mman-more.h>

/* mmap(2), mprotect(2), asm/mman.h.  */
#define PROT_NONE      0x0
#define PROT_READ      0x1
#define PROT_WRITE     0x2
#define PROT_EXEC      0x4
#define PROT_SEM       0x8
#define PROT_GROWSDOWN 0x01000000
#define PROT_GROWSUP   0x02000000

/* mmap(2), linux/mman.h.  */
#define MAP_FILE            0x00
#define MAP_SHARED          0x01
#define MAP_PRIVATE         0x02
#define MAP_SHARED_VALIDATE 0x03
#define MAP_TYPE            0x0f
#define MAP_FIXED           0x100
#define MAP_ANONYMOUS       0x10
#define MAP_ANON            MAP_ANONYMOUS
#define MAP_GROWSDOWN       0x001000
#define MAP_DENYWRITE       0x002000
#define MAP_EXECUTABLE      0x004000
#define MAP_LOCKED          0x008000
#define MAP_NORESERVE       0x010000
#define MAP_POPULATE        0x020000
#define MAP_NONBLOCK        0x040000
#define MAP_STACK           0x080000
#define MAP_HUGETLB         0x100000
#define MAP_FIXED_NOREPLACE 0x200000

/* With MAP_HUGETLB, the binary logarithm of the page size in bytes.  */
#define MAP_HUGE_SHIFT 26
#define MAP_HUGE_MASK  0x3f
#define MAP_HUGE_16KB  (14U << MAP_HUGE_SHIFT)
#define MAP_HUGE_64KB  (16U << MAP_HUGE_SHIFT)
#define MAP_HUGE_512KB (19U << MAP_HUGE_SHIFT)
#define MAP_HUGE_1MB   (20U << MAP_HUGE_SHIFT)
#define MAP_HUGE_2MB   (21U << MAP_HUGE_SHIFT)
#define MAP_HUGE_8MB   (23U << MAP_HUGE_SHIFT)
#define MAP_HUGE_16MB  (24U << MAP_HUGE_SHIFT)
#define MAP_HUGE_32MB  (25U << MAP_HUGE_SHIFT)
#define MAP_HUGE_256MB (28U << MAP_HUGE_SHIFT)
#define MAP_HUGE_512MB (29U << MAP_HUGE_SHIFT)
#define MAP_HUGE_1GB   (30U << MAP_HUGE_SHIFT)
#define MAP_HUGE_2GB   (31U << MAP_HUGE_SHIFT)
#define MAP_HUGE_16GB  (34U << MAP_HUGE_SHIFT)

#endif
