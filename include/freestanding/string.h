/* string.h - the memory and string functions that a compiler may call.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_STRING_H
#define _TG_STRING_H

#include <stddef.h>

#include <bits/decls.h>

_TG_BEGIN_DECLS

/* Copy N bytes from SRC to DEST, which do not overlap.  Returns DEST
   (memcpy(3)), or the address after the last byte written (mempcpy(3)).  */
extern void *memcpy (void *__restrict dest, const void *__restrict src,
                     size_t n);
extern void *mempcpy (void *__restrict dest, const void *__restrict src,
                      size_t n);

/* Copy N bytes from SRC to DEST, which may overlap.  Returns DEST
   (memmove(3)).  */
extern void *memmove (void *dest, const void *src, size_t n);

/* Fill N bytes at S with the byte C.  Returns S (memset(3)).  */
extern void *memset (void *s, int c, size_t n);

/* Compare N bytes as unsigned char.  Returns less than, equal to or greater
   than 0 if S1 is less than, equal to or greater than S2 (memcmp(3)).  */
extern int memcmp (const void *s1, const void *s2, size_t n);

/* Find the first byte C at S, among the N bytes there, or return NULL
   (memchr(3)); rawmemchr has no bound (rawmemchr(3)).  */
extern void *memchr (const void *s, int c, size_t n);
extern void *rawmemchr (const void *s, int c);

/* The length of the string S (strlen(3)), but at most MAXLEN
   (strnlen(3)).  */
extern size_t strlen (const char *s);
extern size_t strnlen (const char *s, size_t maxlen);

/* Compare strings as memcmp does (strcmp(3)), or at most N characters of each
   (strncmp(3)).  */
extern int strcmp (const char *s1, const char *s2);
extern int strncmp (const char *s1, const char *s2, size_t n);

/* Copy the string SRC to DEST.  Returns DEST (strcpy(3)), or the address of
   the null byte that ends the copy (stpcpy(3)).  */
extern char *strcpy (char *__restrict dest, const char *__restrict src);
extern char *stpcpy (char *__restrict dest, const char *__restrict src);

/* Append the string SRC to the string DEST.  Returns DEST (strcat(3)).  */
extern char *strcat (char *__restrict dest, const char *__restrict src);

/* Find the first character C in the string S, which includes its null byte, or
   return NULL (strchr(3)).  */
extern char *strchr (const char *s, int c);

_TG_END_DECLS

#endif
