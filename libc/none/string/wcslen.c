/* wcslen.c - the length of a wide string, for calls that a compiler makes.  */
/* SPDX-License-Identifier: MIT */

#include <stddef.h>

/* No header of ours declares it: clang 21 and newer call it for a loop over
   int.  */
extern size_t wcslen (const wchar_t *s);

size_t
wcslen (const wchar_t *s)
{
  const wchar_t *end = s;
  while (*end)
    end++;
  return (size_t)(end - s);
}
