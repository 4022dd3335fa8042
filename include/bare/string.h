/* string.h - the four memory functions that a compiler itself may call.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_STRING_H
#define _TG_STRING_H

#include <stddef.h>

#include <bits/decls.h>

_TG_BEGIN_DECLS

/* Copy N bytes from SRC to DEST, which do not overlap; DEST (memcpy(3)).  */
extern void *memcpy (void *__restrict dest, const void *__restrict src,
                     size_t n);

/* Copy N bytes from SRC to DEST, which may overlap; DEST (memmove(3)).  */
extern void *memmove (void *dest, const void *src, size_t n);

/* Fill N bytes at S with the byte C; S (memset(3)).  */
extern void *memset (void *s, int c, size_t n);

/* Compare N bytes as unsigned char: less than, equal to or greater than 0 as
   S1 is before, the same as or after S2 (memcmp(3)).  */
extern int memcmp (const void *s1, const void *s2, size_t n);

_TG_END_DECLS

#endif
