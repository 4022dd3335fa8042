/* strings.c - the string functions, up to the last byte of a page.  */
/* SPDX-License-Identifier: MIT */

#include "../suite.h"
#include <stddef.h>
#include <sys/mman.h>

#define MOST 40

/* Not in our headers; compilers call it.  */
extern size_t wcslen (const wchar_t *s);

/* Volatile, so that a compiler cannot replace the calls; as the bytes of the
   page are volatile, it does not turn the loops below into such calls
   either.  */
static size_t (*volatile length) (const char *) = strlen;
static size_t (*volatile bounded) (const char *, size_t) = strnlen;
static size_t (*volatile wide_length) (const wchar_t *) = wcslen;
static void *(*volatile find) (const void *, int, size_t) = memchr;
static void *(*volatile find_sure) (const void *, int) = rawmemchr;
static char *(*volatile find_in) (const char *, int) = strchr;
static int (*volatile compare) (const char *, const char *) = strcmp;
static int (*volatile compare_n) (const char *, const char *, size_t)
    = strncmp;
static char *(*volatile copy) (char *, const char *) = strcpy;
static char *(*volatile copy_end) (char *, const char *) = stpcpy;
static char *(*volatile append) (char *, const char *) = strcat;
static void *(*volatile copy_n) (void *, const void *, size_t) = mempcpy;

/* The end of a page that a guard page follows.  */
static char *
guarded (void)
{
  char *at = mmap (0, 2 * PAGE, PROT_READ | PROT_WRITE,
                   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  EXPECT (at != MAP_FAILED);
  EXPECT_EQ (mprotect (at + PAGE, PAGE, PROT_NONE), 0);
  return at + PAGE;
}

/* A string of N characters that ends at END: c, d, e ... and last the byte
   0xfe.  */
static char *
string (char *end, int n)
{
  volatile char *s = end - n - 1;
  for (int i = 0; i < n; i++)
    s[i] = (char)('c' + i);
  if (n > 0)
    s[n - 1] = (char)0xfe;
  s[n] = 0;
  return (char *)s;
}

static int
same (const volatile char *a, const volatile char *b, int n)
{
  for (int i = 0; i < n; i++)
    if (a[i] != b[i])
      return 0;
  return 1;
}

TEST (lengths)
{
  char *end = guarded ();
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (end, n);
      EXPECT_EQ (length (s), n);
      for (int bound = 0; bound <= n; bound++)
        EXPECT_EQ (bounded (s, (size_t)bound), bound);
      EXPECT_EQ (bounded (s, (size_t)-1), n);
      /* No null byte within the bound, and nothing after it may be read.  */
      EXPECT_EQ (bounded (end - n - 1, (size_t)n), n);
      volatile wchar_t *w = (wchar_t *)end - n - 1;
      for (int i = 0; i < n; i++)
        w[i] = i % 2 ? 0x100 : 0x1000000;
      w[n] = 0;
      EXPECT_EQ (wide_length ((wchar_t *)w), n);
    }
  ((volatile char *)end)[-1] = 'x';
  EXPECT_EQ (bounded (end - 1, 1), 1);
  EXPECT_EQ (bounded (end, 0), 0);
}

TEST (finds)
{
  char *end = guarded ();
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (end, n);
      for (int i = 0; i < n - 1; i++)
        {
          EXPECT (find (s, 'c' + i + 0x100, (size_t)-1) == s + i);
          EXPECT (find (s, 'c' + i, (size_t)i) == NULL);
          EXPECT (find_sure (s, 'c' + i + 0x100) == s + i);
          EXPECT (find_in (s, 'c' + i + 0x100) == s + i);
        }
      char *last = n ? s + n - 1 : NULL;
      EXPECT (find (s, 0xfe, (size_t)n + 1) == last);
      EXPECT (find_in (s, 0xfe) == last && find_in (s, -2) == last);
      EXPECT (find (s, 0, (size_t)n + 1) == s + n);
      EXPECT (find_sure (s, 0) == s + n && find_in (s, 0) == s + n);
      EXPECT (find (s, 'b', (size_t)n + 1) == NULL);
      EXPECT (find_in (s, 'b') == NULL);
    }
  EXPECT (find (end, 0, 0) == NULL);
}

/* The first difference decides, as unsigned bytes.  */
TEST (compares)
{
  char *end = guarded (), *other = guarded ();
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (end, n), *t = string (other, n);
      EXPECT_EQ (compare (s, t), 0);
      EXPECT_EQ (compare_n (s, t, (size_t)-1), 0);
      for (int i = 0; i < n; i++)
        {
          volatile char *at = t + i;
          char was = *at;
          *at = (char)0xff;
          EXPECT (compare (s, t) < 0 && compare (t, s) > 0);
          EXPECT_EQ (compare_n (s, t, (size_t)i), 0);
          EXPECT (compare_n (s, t, (size_t)i + 1) < 0);
          EXPECT (compare_n (t, s, (size_t)-1) > 0);
          *at = 0;
          EXPECT (compare (s, t) > 0 && compare (t, s) < 0);
          EXPECT_EQ (compare_n (s, t, (size_t)i), 0);
          EXPECT (compare_n (t, s, (size_t)i + 1) < 0);
          *at = was;
        }
      /* No end within the bound, and nothing after it may be read.  */
      volatile char *s_end = end - 1, *t_end = other - 1;
      *s_end = *t_end = 'x';
      EXPECT_EQ (compare_n (s, t, (size_t)n + 1), 0);
      *t_end = (char)0x80;
      EXPECT (compare_n (s, t, (size_t)n + 1) < 0);
    }
}

TEST (copies)
{
  char *end = guarded (), *other = guarded ();
  volatile char *to = other;
  for (int n = 0; n <= MOST; n++)
    {
      char *s = string (end, n), *t = other - n - 1;
      to[-n - 2] = 'x';
      EXPECT (copy (t, s) == t && same (s, t, n + 1));
      *string (other, n) = 'y';
      EXPECT (copy_end (t, s) == t + n && same (s, t, n + 1));
      *string (other, n) = 'y';
      EXPECT (copy_n (t, s, (size_t)n + 1) == t + n + 1);
      EXPECT (same (s, t, n + 1));
      EXPECT (copy_n (other, end, 0) == other);
      for (int i = 0; i <= n; i++)
        {
          string (other, n);
          to[-n - 1 + i] = 0;
          EXPECT (append (t, s + i) == t);
          EXPECT_EQ (length (t), n);
          EXPECT (same (s + i, t + i, n - i + 1));
        }
      EXPECT_EQ (to[-n - 2], 'x');
    }
}

SUITE (strings, CASE (lengths), CASE (finds), CASE (compares), CASE (copies))
