/* memmove.c - copies memory that may overlap.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

void *
memmove (void *to, const void *from, size_t n)
{
  char *t = to;
  const char *f = from;
  if (t <= f)
    for (; n > 0; n--)
      *t++ = *f++;
  else
    for (; n > 0; n--)
      t[n - 1] = f[n - 1];
  return to;
}
