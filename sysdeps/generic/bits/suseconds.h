/* bits/suseconds.h - the type of microseconds on most architectures.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SUSECONDS_H
#define _TG_BITS_SUSECONDS_H

/* asm-generic/posix_types.h.  */
typedef long suseconds_t;

#endif
