/* tg-error.h - the errors of a call that C makes.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ERROR_H
#define TG_ERROR_H

#include <error-entry.h>
#include <max-errno.h>

/* What a call returns to C for the kernel's RESULT.  */
static inline long
tg_return (long result)
{
  if ((unsigned long) result >= -(unsigned long) MAX_ERRNO)
    return __tg_error ((int) result);
  return result;
}

#endif
