/* getauxval.c - looks up an entry of the auxiliary vector.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <stack.h>
#include <sys/auxv.h>
#include <thread.h>

unsigned long
getauxval (unsigned long type)
{
  uintptr_t *value = stack_auxv (THREAD_SELF->stack, type);
  if (value)
    return *value;
  errno = ENOENT;
  return 0;
}
