/* bits/time.h - the kernel's time structures, by the width of a long.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_TIME_H
#define _TG_BITS_TIME_H

#include <bits/types.h>

/* Two longs each (struct __kernel_old_timespec and __kernel_old_timeval in
   linux/time_types.h).  */
struct timespec
{
  time_t tv_sec;
  long tv_nsec;                 /* Nanoseconds, 0 to 999999999.  */
};

struct timeval
{
  time_t tv_sec;
  suseconds_t tv_usec;          /* Microseconds, 0 to 999999.  */
};

/* 64-bit on every architecture, for the calls named _time64.  */
struct __kernel_timespec
{
  long long tv_sec;
  long long tv_nsec;
};

#endif
