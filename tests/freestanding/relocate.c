/* relocate.c - pointers in data, which a static-pie must relocate itself.  */
/* SPDX-License-Identifier: MIT */

/* Prints its address.  */

#include <stdint.h>
#include <unistd.h>

extern void nobody (void) __attribute__ ((weak));
static int
twice (int x)
{
  return 2 * x;
}
static int
thrice (int x)
{
  return 3 * x;
}
static int number = 7;

/* Pointers for many relocations, not all of them at even addresses.  */
static const char *const names[]
    = { "zero", "one", "two", "three", "four", "five", "six", "seven" };
static int (*const functions[]) (int) = { twice, thrice, twice };
static int *const middle = &number;
static const char *const inside = &"inside"[2];
static void (*const missing) (void) = nobody;
static struct __attribute__ ((packed))
{
  char odd;
  int *at;
} skewed = { 1, &number };

/* More than one RELR bitmap covers, with words in between that are no
   pointers.  */
static const struct
{
  const char *text;
  long number[2];
} rows[] = { [0 ... 99] = { "row", { 3, 4 } } };

/* Keeps a compiler from computing the results.  */
#define HIDE(x) __asm__ volatile ("" : "+r"(x))

int
main (void)
{
  char line[2 * sizeof (long) + 1];
  const char *const *n = names;
  int (*const *f) (int) = functions;
  int *const *m = &middle;
  const char *const *i = &inside;
  void (*const *w) (void) = &missing;
  const char *const *r = &rows[0].text;
  __typeof__ (skewed) *s = &skewed;
  HIDE (n);
  HIDE (f);
  HIDE (m);
  HIDE (i);
  HIDE (w);
  HIDE (s);
  HIDE (r);
  for (; r < &rows[100].text; r += 3)
    if (r[0][0] != 'r' || (long)r[1] != 3 || (long)r[2] != 4)
      return 2;
  if (n[0][0] != 'z' || n[3][4] != 'e' || n[7][0] != 's' || n[7][5] != 0
      || f[0](5) != 10 || f[1](5) != 15 || f[2](6) != 12 || **m != 7
      || **i != 's' || *w != 0 || s->at != &number || s->odd != 1)
    return 1;
  uintptr_t here = (uintptr_t)main;
  for (unsigned d = 2 * sizeof here; d > 0; here >>= 4)
    line[--d] = "0123456789abcdef"[here & 15];
  line[2 * sizeof here] = '\n';
  return write (1, line, sizeof line) != sizeof line;
}
