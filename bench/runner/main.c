/* main.c - runs the drivers in random order, pinned to one CPU.  */
/* SPDX-License-Identifier: MIT */

/* usage: runner PLAN SECONDS PASSES SEED

   A line of the file PLAN is "ARCH IMPLEMENTATION KIND ITEM REPEAT PROGRAM". A
   pass runs each once, as PROGRAM ITEM ROUNDS, in an order drawn anew from
   SEED.  There are PASSES passes, or if that is 0 as many as should end within
   SECONDS, but at least three.

   Prints a line for each run: the number of the line in PLAN, its first five
   words, and the ticks of each block in pairs: the implementation's, the
   inline one; last "# mhz N", "# passes N" and "# seed N".  Exit status 2 and
   a line on stderr on any error: a partial result is useless.  */

#include "runner.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The approximate length of a run; the first pass determines its rounds.  */
#define NS_OF_RUN 3e6
#define FEWEST_ROUNDS 3
#define MOST_ROUNDS 63

/* xorshift64*, by Marsaglia and Vigna.  */
static uint64_t state;
static unsigned int
draw (unsigned int below)
{
  state ^= state >> 12;
  state ^= state << 25;
  state ^= state >> 27;
  return (state * 2685821657736338717u >> 33) % below;
}

static void
shuffle (unsigned int *order, unsigned int n)
{
  for (; n > 1; n--)
    {
      unsigned int other = draw (n), last = order[n - 1];
      order[n - 1] = order[other];
      order[other] = last;
    }
}

static unsigned int
rounds_for (const uint64_t *samples, unsigned int rounds, double mhz)
{
  uint64_t least = UINT64_MAX;
  unsigned int i;
  double fit;
  for (i = 0; i < rounds; i++)
    if (samples[2 * i] + samples[2 * i + 1] < least)
      least = samples[2 * i] + samples[2 * i + 1];
  fit = NS_OF_RUN * mhz / 1e3 / least;
  return fit < FEWEST_ROUNDS ? FEWEST_ROUNDS
         : fit > MOST_ROUNDS ? MOST_ROUNDS
                             : fit;
}

/* One run of each; the first pass only warms up and sets the rounds.  */
static void
pass (struct run *plan, unsigned int n, unsigned int *order, int first,
      double mhz)
{
  static uint64_t samples[2 * MOST_ROUNDS];
  unsigned int i, j;
  shuffle (order, n);
  for (i = 0; i < n; i++)
    {
      struct run *one = &plan[order[i]];
      unsigned int rounds = first ? FEWEST_ROUNDS : one->rounds;
      run_driver (one, rounds, samples);
      if (first)
        {
          one->rounds = rounds_for (samples, rounds, mhz);
          continue;
        }
      printf ("%u %s", order[i], one->words);
      for (j = 0; j < 2 * rounds; j++)
        printf (" %llu", (unsigned long long)samples[j]);
      putchar ('\n');
    }
}

static unsigned long
number (const char *text, const char *what)
{
  char *end;
  unsigned long n;
  errno = 0;
  n = strtoul (text, &end, 10);
  if (*text < '0' || *text > '9' || *end || errno)
    die ("'%s' is no number of %s", text, what);
  return n;
}

/* Whether another pass follows, after DONE passes and the warm-up.  */
static int
more (unsigned int done, unsigned long passes, double allowed, double spent)
{
  if (passes)
    return done < passes;
  return done < 3 || spent * (done + 2) / (done + 1) <= allowed;
}

int
main (int argc, char **argv)
{
  unsigned int n, i, *order, done;
  unsigned long seconds, passes, seed;
  struct run *plan;
  double began, mhz;
  if (argc != 5)
    die ("usage: runner PLAN SECONDS PASSES SEED");
  seconds = number (argv[2], "seconds");
  passes = number (argv[3], "passes");
  seed = number (argv[4], "the seed");
  plan = read_plan (argv[1], &n);
  order = calloc (n, sizeof *order);
  if (!order)
    die ("no memory");
  for (i = 0; i < n; i++)
    order[i] = i;
  state = seed * 2 + 1;
  pin ();
  mhz = ticks_per_us ();
  began = now ();
  pass (plan, n, order, 1, mhz);
  for (done = 0; more (done, passes, seconds * 1e9, now () - began); done++)
    {
      pass (plan, n, order, 0, mhz);
      mhz = ticks_per_us ();
    }
  printf ("# mhz %.2f\n# passes %u\n# seed %lu\n", mhz, done, seed);
  if (fflush (stdout) || ferror (stdout))
    die ("cannot write: %s", strerror (errno));
  return 0;
}
