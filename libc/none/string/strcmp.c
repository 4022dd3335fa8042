/* strcmp.c - compares strings, for compiler-generated calls.  */
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
