/* strchr.c - finds a character in a string, for compilers.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

char *
strchr (const char *s, int c)
{
  for (; *s != (char)c; s++)
    if (!*s)
      return NULL;
  return (char *)s;
}
