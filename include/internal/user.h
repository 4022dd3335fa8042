/* user.h - asks the kernel whether memory of the program can be touched.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_USER_H
#define TG_USER_H

#include <errno.h>
#include <numbers.h>
#include <trap.h>

/* C that does the kernel's work must answer EFAULT where the kernel would, and
   not fault.  These calls do nothing but what is told, and are older than any
   kernel that we run on.  */

/* rt_sigprocmask reads its set of 8 bytes first, and then refuses this HOW:
   EINVAL says that P could be read.  */
static inline int
tg_readable (const void *p)
{
  return tg_trap (TG_NR_rt_sigprocmask, -1, (long) p, 0, 8, 0) == -EINVAL;
}

/* The same for an object of 8 bytes to a page: its two ends.  */
static inline int
tg_readable_object (const void *p, unsigned int size)
{
  return tg_readable (p) && tg_readable ((const char *) p + size - 8);
}

/* It writes the mask, 8 bytes that the caller is about to overwrite.  */
static inline int
tg_writable_8 (void *p)
{
  return tg_trap (TG_NR_rt_sigprocmask, 0, 0, (long) p, 8, 0) == 0;
}

static inline int
tg_writable_object (void *p, unsigned int size)
{
  return tg_writable_8 (p) && tg_writable_8 ((char *) p + size - 8);
}

/* The same for 4 bytes: a priority, which is an int.  */
static inline int
tg_writable_4 (void *p)
{
  return tg_trap (TG_NR_sched_getparam, 0, (long) p, 0, 0, 0) == 0;
}

#endif
