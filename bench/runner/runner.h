/* runner.h - interfaces between the parts of the runner.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_RUNNER_H
#define BENCH_RUNNER_H

#include <stdint.h>

struct run
{
  char *words;                  /* ARCH IMPLEMENTATION KIND ITEM REPEAT */
  char *item, *program;
  unsigned int rounds;
};

/* The lines of a file, N of them.  */
extern struct run *read_plan (const char *name, unsigned int *n);

/* Runs a driver and puts its ROUNDS pairs into SAMPLES.  */
extern void run_driver (const struct run *run, unsigned int rounds,
                        uint64_t *samples);

/* Binds this process and its children to one CPU.  */
extern void pin (void);

/* Nanoseconds of a clock, and the ticks of clock.h in a microsecond,
   measured since the first call.  */
extern double now (void);
extern double ticks_per_us (void);

extern void die (const char *format, ...)
  __attribute__ ((__noreturn__, __format__ (__printf__, 1, 2)));

#endif
