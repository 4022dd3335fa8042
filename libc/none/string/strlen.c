/* strlen.c - the length of a string, for compiler-generated calls.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

size_t
strlen (const char *s)
{
  const char *end = s;
  while (*end)
    end++;
  return (size_t)(end - s);
}
