/* memcmp.c - compares memory, for compiler-generated calls.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

int
memcmp (const void *a, const void *b, size_t n)
{
  const unsigned char *x = a, *y = b;
  for (; n > 0; n--, x++, y++)
    if (*x != *y)
      return *x - *y;
  return 0;
}

/* clang calls bcmp instead of memcmp if only equality matters.  */
extern int bcmp (const void *a, const void *b, size_t n)
    __attribute__ ((weak, alias ("memcmp")));
