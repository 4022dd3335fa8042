/* errno.c - the address of this thread's errno, for <errno.h>.  */
/* SPDX-License-Identifier: MIT */

#include <errno.h>
#include <stddef.h>
#include <thread.h>

int *
__errno_location (void)
{
#ifdef TLS_ABOVE
  return &THREAD_SELF->error;
#else
  return (int *)(THREAD_SELF->self + offsetof (struct tg_thread, error));
#endif
}
