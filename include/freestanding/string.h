/* string.h - the memory and string functions that a compiler may call.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_STRING_H
#define _TG_STRING_H

#include <stddef.h>

#include <bits/decls.h>

_TG_BEGIN_DECLS

/* Copy N bytes from SRC to DEST, which do not overlap; DEST (memcpy(3)), or
   the byte behind the last one written (mempcpy(3)).  */
extern void *memcpy (void *__restrict dest, const void *__restrict src,
                     size_t n);
extern void *mempcpy (void *__restrict dest, const void *__restrict src,
                      size_t n);

/* Copy N bytes from SRC to DEST, which may overlap; DEST (memmove(3)).  */
extern void *memmove (void *dest, const void *src, size_t n);

/* Fill N bytes at S with the byte C; S (memset(3)).  */
extern void *memset (void *s, int c, size_t n);

/* Compare N bytes as unsigned char: less than, equal to or greater than 0 as
   S1 is before, the same as or after S2 (memcmp(3)).  */
extern int memcmp (const void *s1, const void *s2, size_t n);

/* The first byte C at S, among the N bytes there or NULL (memchr(3)), or
   wherever it is (rawmemchr(3)).  */
extern void *memchr (const void *s, int c, size_t n);
extern void *rawmemchr (const void *s, int c);

/* The length of the string S (strlen(3)), or MAXLEN if that is less
   (strnlen(3)).  */
extern size_t strlen (const char *s);
extern size_t strnlen (const char *s, size_t maxlen);

/* Compare strings as memcmp does (strcmp(3)), or up to N characters of them
   (strncmp(3)).  */
extern int strcmp (const char *s1, const char *s2);
extern int strncmp (const char *s1, const char *s2, size_t n);

/* Copy the string SRC to DEST; DEST (strcpy(3)), or the null byte that ends
   the copy (stpcpy(3)).  */
extern char *strcpy (char *__restrict dest, const char *__restrict src);
extern char *stpcpy (char *__restrict dest, const char *__restrict src);

/* Append the string SRC to the string DEST; DEST (strcat(3)).  */
extern char *strcat (char *__restrict dest, const char *__restrict src);

/* The first character C in the string S, its null byte included, or NULL
   (strchr(3)).  */
extern char *strchr (const char *s, int c);

_TG_END_DECLS

#endif
