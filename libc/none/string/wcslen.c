/* wcslen.c - the length of a wide string, for compilers.  */
/* SPDX-License-Identifier: MIT */

#include <stddef.h>

/* Not in our headers; clang 21 and newer call it for a loop over int.  */
extern size_t wcslen (const wchar_t *s);

size_t
wcslen (const wchar_t *s)
{
  const wchar_t *end = s;
  while (*end)
    end++;
  return (size_t)(end - s);
}
