/* error.c - sets the libc's errno; every stub jumps here with an error.  */
/* SPDX-License-Identifier: MIT */

#include <error-entry.h>

/* Public in glibc and musl.  In a static program it is hidden, or the call
   would go by PLT or GOT.  */
#ifdef TG_SHARED
extern int *__errno_location (void);
#else
extern int *__errno_location (void) __attribute__ ((visibility ("hidden")));
#endif

TG_ERROR_ENTRY
TG_ERROR_ABI long
__tg_error (int result)
{
  *__errno_location () = -result;
  return -1;
}
