/* idioms.c - the loops and calls of loops.h give the right results.  */
/* SPDX-License-Identifier: MIT */

/* Compiled by every compiler with many options: see ../idioms.sh.  */

#include "../suite.h"
#include <stddef.h>
#include <sys/mman.h>

#include "loops.h"

/* N bytes from 'a' on and a null byte, which is the last byte before a guard
   page.  */
static char *
string (int n)
{
  char *at = mmap (0, 2 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (at != MAP_FAILED);
  EXPECT_EQ (mprotect (at + PAGE, PAGE, PROT_NONE), 0);
  volatile char *s = at + PAGE - n - 1;
  for (int i = 0; i < n; i++)
    s[i] = (char)('a' + i);
  return (char *)s;
}

static int
is (const volatile char *s, int n, const volatile char *t)
{
  for (int i = 0; i < n; i++)
    if (s[i] != t[i])
      return 0;
  return 1;
}

#define MOST 20

TEST (lengths)
{
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (n);
      EXPECT_EQ (loop_length (s), n);
      EXPECT_EQ (loop_distance (s), n);
      EXPECT (loop_end (s) == s + n && call_find_end (s) == s + n);
      EXPECT_EQ (loop_bounded (s, (size_t)-1), n);
      EXPECT_EQ (loop_bounded (s, (size_t)n / 2), n / 2);
      EXPECT_EQ (call_empty (s), n == 0);
      volatile wchar_t *w = (wchar_t *)(s + n + 1) - n - 1;
      for (int i = 0; i < n; i++)
        w[i] = 0x10000;
      w[n] = 0;
      EXPECT_EQ (loop_wide ((wchar_t *)w), n);
    }
}

TEST (searches)
{
  char *s = string (MOST);
  for (int i = 0; i < MOST; i++)
    {
      EXPECT (loop_sure (s, (char)('a' + i)) == s + i);
      EXPECT (loop_find (s, (char)('a' + i)) == s + i);
      EXPECT (loop_among (s, (char)('a' + i), (size_t)i + 1) == s + i);
      EXPECT (loop_among (s, (char)('a' + i), (size_t)i) == NULL);
    }
  EXPECT (loop_sure (s, 0) == s + MOST && loop_find (s, 'A') == NULL);
}

TEST (comparisons)
{
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (n), *t = string (n);
      size_t size = (size_t)n + 1;
      EXPECT_EQ (loop_compare (s, t), 0);
      EXPECT (loop_equal (s, t, size) && call_same (s, t, size));
      EXPECT (call_prefix (s, t) && !call_equal (s));
      volatile char *end = t + n;
      *end = (char)0x80;
      EXPECT (loop_compare (s, t) < 0);
      EXPECT (!loop_equal (s, t, size) && !call_same (s, t, size));
      EXPECT (loop_equal (s, t, size - 1) && call_same (s, t, size - 1));
    }
  struct eight *x = (struct eight *)string (sizeof *x - 1);
  struct eight *y = (struct eight *)string (sizeof *y - 1);
  EXPECT (loop_fields (x, y));
  y->h++;
  EXPECT (!loop_fields (x, y));
}

TEST (copies)
{
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (n), *t = string (n);
      size_t size = (size_t)n + 1;
      loop_fill (t, 'x', size);
      EXPECT_EQ (loop_among (t, 'x', size) == t, 1);
      loop_copy (t, s, size);
      EXPECT (is (t, n + 1, s));
      loop_fill (t, 'x', size);
      loop_whole (t, s);
      EXPECT (is (t, n + 1, s));
      loop_fill (t, 'x', size);
      EXPECT (loop_string (t, s) == t && is (t, n + 1, s));
      loop_fill (t, 'x', size);
      EXPECT (call_after (t, s, size) == t + size && is (t, n + 1, s));
      loop_fill (t, 'x', size);
      EXPECT_EQ (call_reaches (t, s), n);
      EXPECT (is (t, n + 1, s));
      t[0] = 0;
      EXPECT (loop_append (t, s) == t && is (t, n + 1, s));
      loop_move (t, (size_t)n);
      EXPECT (is (t, n, s + 1) && t[n] == 0);
    }
}

TEST (longer)
{
  char *s = string (MOST), *t = string (2 * MOST);
  EXPECT (call_twice (t, s) == t + MOST + 5);
  EXPECT (is (t, MOST, s) && call_equal (t + MOST));
  t[3] = 0;
  EXPECT (call_append (t) == t && is (t, 3, s) && call_equal (t + 3));
  struct large *x = (struct large *)string (sizeof *x - 1);
  struct large *y = (struct large *)string (sizeof *y - 1);
  loop_zero ((int *)y, sizeof *y / sizeof (int));
  for (int i = 0; i < (int)sizeof *y; i++)
    EXPECT_EQ (y->byte[i], 0);
  loop_assign (y, x);
  EXPECT (is (y->byte, sizeof *y, x->byte));
  *y = loop_return ();
  EXPECT (y->byte[0] == 0 && y->byte[599] == 0);
}

SUITE (idioms, CASE (lengths), CASE (searches), CASE (comparisons),
       CASE (copies), CASE (longer))
