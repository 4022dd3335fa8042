/* bits/suseconds.h - the type of microseconds on sparc64.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SUSECONDS_H
#define _TG_BITS_SUSECONDS_H

/* asm/posix_types.h.  */
typedef int suseconds_t;

#endif
