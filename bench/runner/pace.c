/* pace.c - the CPU that everything runs on, and the rate of its ticks.  */
/* SPDX-License-Identifier: MIT */

#define _GNU_SOURCE 1
#include "runner.h"

#include <clock.h>
#include <errno.h>
#include <sched.h>
#include <string.h>
#include <time.h>

double
now (void)
{
  struct timespec t;
  clock_gettime (CLOCK_MONOTONIC_RAW, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

/* The last CPU that it may run on: most interrupts come to the first.  */
void
pin (void)
{
  cpu_set_t may;
  int cpu = CPU_SETSIZE - 1;
  if (sched_getaffinity (0, sizeof may, &may))
    die ("sched_getaffinity: %s", strerror (errno));
  while (!CPU_ISSET (cpu, &may))
    cpu--;
  CPU_ZERO (&may);
  CPU_SET (cpu, &may);
  if (sched_setaffinity (0, sizeof may, &may))
    die ("cannot stay on CPU %d: %s", cpu, strerror (errno));
}

struct reading
{
  uint64_t ticks;
  double ns;
};

/* Both at the same time: repeated until nothing interrupted the three
   reads.  */
static struct reading
look (void)
{
  struct reading best = { 0, 0 };
  double least = 1e9;
  for (int i = 0; i < 100; i++)
    {
      double before = now ();
      uint64_t at = ticks ();
      double after = now ();
      if (after - before < least)
        {
          least = after - before;
          best = (struct reading){ at, before + least / 2 };
        }
    }
  return best;
}

/* Ticks at a rate that varies against the clock are meaningless.  */
double
ticks_per_us (void)
{
  static struct reading first;
  static double last;
  struct reading this;
  double rate;
  if (!first.ticks)
    {
      struct timespec some = { 0, 50000000 };
      first = look ();
      nanosleep (&some, NULL);
    }
  this = look ();
  rate = (this.ticks - first.ticks) * 1e3 / (this.ns - first.ns);
  if (last > 0 && (rate > last * 1.002 || rate < last * 0.998))
    die ("the CPU's ticks went from %.1f to %.1f MHz: they cannot be trusted",
         last, rate);
  last = rate;
  return rate;
}
