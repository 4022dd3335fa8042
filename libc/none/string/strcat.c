/* strcat.c - appends a string, for compiler-generated calls.  */
/* SPDX-License-Identifier: MIT */

#include <string.h>

char *
strcat (char *restrict to, const char *restrict from)
{
  char *t = to;
  while (*t)
    t++;
  while ((*t++ = *from++))
    ;
  return to;
}
