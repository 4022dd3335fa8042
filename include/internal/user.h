/* user.h - probes memory of the program without faulting.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_USER_H
#define TG_USER_H

#include <errno.h>
#include <numbers.h>
#include <sigset-size.h>
#include <trap.h>

/* C that takes the place of the kernel must fail with EFAULT where the kernel
   would, and must not fault.  The calls used here have no effects but those
   described, and all supported kernels have them.  */

/* Is the set of signals at P readable?  rt_sigprocmask reads its set first,
   and then rejects this HOW: EINVAL means that the set could be read, EFAULT
   that it could not.  */
static inline int
tg_readable_set (const void *p)
{
  return tg_trap (TG_NR_rt_sigprocmask, -1, (long) p, 0, TG_SIGSET_SIZE, 0)
	 == -EINVAL;
}

/* Are the 8 bytes at P readable?  A larger set could end in a page behind
   them, an aligned one cannot.  */
static inline int
tg_readable (const void *p)
{
  unsigned long at = (unsigned long) p, mask = -(unsigned long) TG_SIGSET_SIZE;
  if (TG_SIGSET_SIZE == 8)
    return tg_readable_set (p);
  return tg_readable_set ((const void *) (at & mask))
	 && tg_readable_set ((const void *) ((at + 7) & mask));
}

/* The same for 4 bytes: one of these is in the same pages.  */
static inline int
tg_readable_4 (const void *p)
{
  return tg_readable (p) || tg_readable ((const char *) p - 4);
}

/* The same for an object of 8 bytes up to a page, by its two ends.  */
static inline int
tg_readable_object (const void *p, unsigned int size)
{
  return tg_readable (p) && tg_readable ((const char *) p + size - 8);
}

/* Are the 4 bytes at P writable?  sched_getparam writes a priority, which is
   an int, and the caller overwrites that.  */
static inline int
tg_writable_4 (void *p)
{
  return tg_trap (TG_NR_sched_getparam, 0, (long) p, 0, 0, 0) == 0;
}

/* The same for 8 bytes, by one call where a set of signals has that size: they
   then hold the signal mask until the caller overwrites them, which another
   thread may see.  */
static inline int
tg_writable_8 (void *p)
{
  if (TG_SIGSET_SIZE != 8)
    return tg_writable_4 (p) && tg_writable_4 ((char *) p + 4);
  return tg_trap (TG_NR_rt_sigprocmask, 0, 0, (long) p, 8, 0) == 0;
}

static inline int
tg_writable_object (void *p, unsigned int size)
{
  return tg_writable_8 (p) && tg_writable_8 ((char *) p + size - 8);
}

#endif
