/* clock.h - what the time is, in ticks of the CPU.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_CLOCK_H
#define BENCH_CLOCK_H

/* The fences keep the instructions before and after it apart: none of those
   measured may run outside.  An architecture without such a counter may give
   clock_gettime's nanoseconds; the runner finds out how long a tick is.  */
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
