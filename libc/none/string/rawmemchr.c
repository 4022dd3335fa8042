/* rawmemchr.c - finds a byte known to be present, for compilers.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

void *
rawmemchr (const void *s, int c)
{
  const unsigned char *p = s;
  while (*p != (unsigned char)c)
    p++;
  return (void *)p;
}
