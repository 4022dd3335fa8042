/* tg-error.h - the hidden C function to which every stub hands its errors.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_ERROR_H
#define TG_ERROR_H

#include <error-entry.h>
#include <max-errno.h>

/* Set errno to -RESULT, which is in -MAX_ERRNO..-1, and return -1.  */
extern long __tg_error (int result)
     __attribute__ ((visibility ("hidden"))) TG_ERROR_ABI;

/* What a call returns to C for the kernel's RESULT.  */
static inline long
tg_return (long result)
{
  if ((unsigned long) result >= -(unsigned long) MAX_ERRNO)
    return __tg_error ((int) result);
  return result;
}

#endif
