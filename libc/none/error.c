/* error.c - sets errno in the thread block; stubs jump here on an error.  */
/* SPDX-License-Identifier: MIT */

#include <error-entry.h>
#include <thread.h>

TG_ERROR_ENTRY
TG_ERROR_ABI long
__tg_error (int result)
{
  THREAD_SELF->error = -result;
  return -1;
}
