/* clock.h - reads the tick counter of the CPU.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

/* The fences order the instructions around it: none of the measured ones
   may run outside.  An architecture without such a counter may return the
   nanoseconds of clock_gettime; the runner measures the length of a tick.  */
static inline unsigned long long
ticks (void)
{
  unsigned int low, high;
  __asm__ volatile("lfence\n\trdtsc\n\tlfence"
                   : "=a"(low), "=d"(high)
                   :
                   : "memory");
  return (unsigned long long)high << 32 | low;
}

#endif
