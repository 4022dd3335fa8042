/* memory.c - the functions that compilers call: memory, division.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"

#define MOST 70
#define SIZE 256

/* Volatile, so that a compiler cannot replace the calls; as all bytes here are
   volatile, it does not turn the loops below into such calls either.  */
static void *(*volatile copy) (void *, const void *, size_t) = memcpy;
static void *(*volatile move) (void *, const void *, size_t) = memmove;
static void *(*volatile fill) (void *, int, size_t) = memset;
static int (*volatile compare) (const void *, const void *, size_t) = memcmp;

static volatile unsigned char from[SIZE], to[SIZE], want[SIZE];

static void
prepare (void)
{
  for (int i = 0; i < SIZE; i++)
    {
      from[i] = (unsigned char)(i * 37 + 11);
      to[i] = want[i] = (unsigned char)~i;
    }
}

/* Nothing else has changed.  */
static int
as_wanted (void)
{
  for (int i = 0; i < SIZE; i++)
    if (to[i] != want[i])
      return 0;
  return 1;
}

TEST (copies)
{
  for (int n = 0; n <= MOST; n++)
    for (int place = 0; place < 256; place++)
      {
        int at = 64 + place % 16, source = 64 + place / 16;
        prepare ();
        for (int i = 0; i < n; i++)
          want[at + i] = from[source + i];
        EXPECT (copy ((char *)to + at, (char *)from + source, (size_t)n)
                == to + at);
        EXPECT (as_wanted ());
      }
}

/* Overlapping, at every distance, down and up.  */
TEST (moves)
{
  for (int n = 0; n <= MOST; n++)
    for (int by = -MOST - 1; by <= MOST + 1; by++)
      for (int place = 0; place < 4; place++)
        {
          int at = 90 + place;
          prepare ();
          for (int i = 0; i < SIZE; i++)
            to[i] = want[i] = from[i];
          for (int i = 0; i < n; i++)
            want[at + by + i] = from[at + i];
          EXPECT (move ((char *)to + at + by, (char *)to + at, (size_t)n)
                  == to + at + by);
          EXPECT (as_wanted ());
        }
}

/* Only the low byte of the value counts.  */
TEST (fills)
{
  for (int n = 0; n <= MOST; n++)
    for (int place = 0; place < 16; place++)
      {
        int at = 64 + place, value = place % 2 ? 0x1a5 : -2;
        prepare ();
        for (int i = 0; i < n; i++)
          want[at + i] = (unsigned char)value;
        EXPECT (fill ((char *)to + at, value, (size_t)n) == to + at);
        EXPECT (as_wanted ());
      }
}

/* The first difference decides, as unsigned bytes; bytes after the first N do
   not count.  */
static void
compare_one (int n, int place)
{
  unsigned char *x = (unsigned char *)to + 64 + place % 16;
  unsigned char *y = (unsigned char *)want + 64 + place / 16;
  volatile unsigned char *vx = x, *vy = y;
  for (int i = 0; i <= n; i++)
    vx[i] = vy[i] = (unsigned char)(i + place);
  vx[n] = 1;
  vy[n] = 2;
  vx[-1] = 3;
  vy[-1] = 4;
  EXPECT_EQ (compare (x, y, (size_t)n), 0);
  for (int i = 0; i < n; i++)
    {
      vx[i] = 0x7f;
      vy[i] = 0x80;
      vx[n - 1] = i == n - 1 ? 0x7f : 0xff;
      EXPECT (compare (x, y, (size_t)n) < 0);
      EXPECT (compare (y, x, (size_t)n) > 0);
      vx[n - 1] = vy[n - 1] = 0;
      vx[i] = vy[i] = 0;
    }
}

TEST (compares)
{
  for (int n = 0; n <= MOST; n++)
    for (int place = 0; place < 256; place += 5)
      compare_one (n, place);
}

/* Calls that a compiler makes for assignments.  */
struct large
{
  char byte[700];
};

TEST (large_objects)
{
  struct large a = { { 0 } };
  volatile char *at = a.byte;
  for (int i = 0; i < 700; i++)
    EXPECT_EQ (at[i], 0);
  for (int i = 0; i < 700; i++)
    at[i] = (char)i;
  struct large b = a;
  at = b.byte;
  for (int i = 0; i < 700; i++)
    EXPECT_EQ (at[i], (char)i);
}

/* A compiler may call functions for division, too.  Powers of two, and those
   next to them, of both signs.  */
static unsigned long long
number (int n)
{
  unsigned long long power = 1ULL << n / 3 % 64;
  power += (unsigned long long)(n % 3) - 1;
  return n < 3 * 64 ? power : -power;
}

/* A quotient and a remainder are right if they make up the dividend, and the
   remainder is smaller than the divisor.  */
#define DIVIDES(type, small)                                                  \
  for (int n = 0; n < 6 * 64; n++)                                            \
    for (int m = 0; m < 6 * 64; m += 5)                                       \
      {                                                                       \
        volatile type a = (type)number (n), b = (type)number (m);             \
        if (b == 0 || b == (type)~0ULL)                                       \
          continue;                                                           \
        type q = a / b, r = a % b;                                            \
        EXPECT ((type)(q * b + r) == a && small (r, a, b));                   \
      }
#define BELOW(r, a, b) ((r) < (b))
#define NEARER(r, a, b)                                                       \
  ((r) == 0                                                                   \
   || (((r) < 0) == ((a) < 0)                                                 \
       && ((r) < 0 ? (r) : -(r)) > ((b) < 0 ? (b) : -(b))))

TEST (quotients)
{
  DIVIDES (unsigned int, BELOW);
  DIVIDES (int, NEARER);
  DIVIDES (unsigned long, BELOW);
  DIVIDES (long, NEARER);
}

SUITE (memory, CASE (copies), CASE (moves), CASE (fills), CASE (compares),
       CASE (large_objects), CASE (quotients))
