/* strnlen.c - the length of a string up to a bound, for compilers.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

size_t
strnlen (const char *s, size_t bound)
{
  size_t n = 0;
  while (n < bound && s[n])
    n++;
  return n;
}
