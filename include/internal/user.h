/* user.h - probes memory of the program without faulting.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_USER_H
#define TG_USER_H

#include <errno.h>
#include <numbers.h>
#include <signal.h>
#include <trap.h>

/* C that takes the place of the kernel must fail with EFAULT where the kernel
   would, and must not fault.  The calls used here have no effects but those
   described, and all supported kernels have them.  */

/* Have signal sets 8 bytes?  Where there are 128 signals they have 16, and the
   kernel refuses any other size.  */
#define TG_SETS_OF_8 (NSIG <= 65)

/* Are the 8 bytes at P readable?  rt_sigprocmask reads its set first, and then
   rejects this HOW: EINVAL means that the set could be read, EFAULT that it
   could not.  Without such a set, the same by 4 bytes of each half:
   sched_setparam reads them, and then finds no process of this number.  */
static inline int
tg_readable (const void *p)
{
  if (TG_SETS_OF_8)
    return tg_trap (TG_NR_rt_sigprocmask, -1, (long) p, 0, 8, 0) == -EINVAL;
  for (int i = 0; i < 2; i++)
    if (tg_trap (TG_NR_sched_setparam, __INT_MAX__, (long) p + 4 * i, 0, 0, 0)
	!= -ESRCH)
      return 0;
  return 1;
}

/* The same for 4 bytes: one of these is in the same pages.  */
static inline int
tg_readable_4 (const void *p)
{
  return tg_readable (p) || tg_readable ((const char *) p - 4);
}

/* Are the 4 bytes at P writable?  sched_getparam writes a priority, which is
   an int.  */
static inline int
tg_writable_4 (void *p)
{
  return tg_trap (TG_NR_sched_getparam, 0, (long) p, 0, 0, 0) == 0;
}

/* The same for an object of 8 bytes up to a page, by its two ends.  */
static inline int
tg_readable_object (const void *p, unsigned int size)
{
  return tg_readable (p) && tg_readable ((const char *) p + size - 8);
}

/* Are the 8 bytes at P writable?  They then hold the signal mask, or
   priorities, until the caller overwrites them, which another thread may
   see.  */
static inline int
tg_writable_8 (void *p)
{
  if (!TG_SETS_OF_8)
    return tg_writable_4 (p) && tg_writable_4 ((char *) p + 4);
  return tg_trap (TG_NR_rt_sigprocmask, 0, 0, (long) p, 8, 0) == 0;
}

static inline int
tg_writable_object (void *p, unsigned int size)
{
  return tg_writable_8 (p) && tg_writable_8 ((char *) p + size - 8);
}

#endif
