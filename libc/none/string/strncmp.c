/* strncmp.c - compares beginnings of strings, for compilers.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

int
strncmp (const char *a, const char *b, size_t n)
{
  const unsigned char *x = (const unsigned char *)a;
  const unsigned char *y = (const unsigned char *)b;
  for (; n > 0; n--, x++, y++)
    if (*x != *y || !*x)
      return *x - *y;
  return 0;
}
