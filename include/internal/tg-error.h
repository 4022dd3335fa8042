/* tg-error.h - the C result of a call that C code makes.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ERROR_H
#define TG_ERROR_H

#include <error-entry.h>
#include <max-errno.h>

/* Converts the kernel's RESULT: sets errno and returns -1 for an error.  */
static inline long
tg_return (long result)
{
  if ((unsigned long) result >= -(unsigned long) MAX_ERRNO)
    return __tg_error ((int) result);
  return result;
}

#endif
