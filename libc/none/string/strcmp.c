/* strcmp.c - compares strings, for calls that a compiler makes.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

int
strcmp (const char *a, const char *b)
{
  const unsigned char *x = (const unsigned char *)a;
  const unsigned char *y = (const unsigned char *)b;
  for (; *x && *x == *y; x++, y++)
    ;
  return *x - *y;
}
