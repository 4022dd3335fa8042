/* loops.h - loops and calls that a compiler turns into other calls.  */
/* SPDX-License-Identifier: MIT */

/* External, so that no compiler can see where the bytes come from.  */
#define LOOP __attribute__ ((noinline))

struct large
{
  char byte[600];
};
struct eight
{
  int a, b, c, d, e, f, g, h;
};

/* Lengths and ends of strings.  */
LOOP size_t
loop_length (const char *s)
{
  size_t n = 0;
  while (s[n])
    n++;
  return n;
}

LOOP size_t
loop_distance (const char *s)
{
  const char *end = s;
  while (*end)
    end++;
  return (size_t)(end - s);
}

LOOP size_t
loop_wide (const wchar_t *s)
{
  size_t n = 0;
  while (s[n])
    n++;
  return n;
}

LOOP size_t
loop_bounded (const char *s, size_t bound)
{
  size_t n = 0;
  while (n < bound && s[n])
    n++;
  return n;
}

LOOP const char *
loop_end (const char *s)
{
  while (*s)
    s++;
  return s;
}

/* Searches.  */
LOOP const char *
loop_sure (const char *s, char c)
{
  while (*s != c)
    s++;
  return s;
}

LOOP const char *
loop_find (const char *s, char c)
{
  for (; *s; s++)
    if (*s == c)
      return s;
  return NULL;
}

LOOP const char *
loop_among (const char *s, char c, size_t n)
{
  for (; n > 0; n--, s++)
    if (*s == c)
      return s;
  return NULL;
}

/* Comparisons.  */
LOOP int
loop_compare (const char *a, const char *b)
{
  while (*a && *a == *b)
    a++, b++;
  return *(const unsigned char *)a - *(const unsigned char *)b;
}

LOOP int
loop_equal (const char *a, const char *b, size_t n)
{
  for (size_t i = 0; i < n; i++)
    if (a[i] != b[i])
      return 0;
  return 1;
}

LOOP int
loop_fields (const struct eight *x, const struct eight *y)
{
  return x->a == y->a && x->b == y->b && x->c == y->c && x->d == y->d
         && x->e == y->e && x->f == y->f && x->g == y->g && x->h == y->h;
}

/* Copies.  */
LOOP void
loop_copy (char *restrict to, const char *restrict from, size_t n)
{
  for (size_t i = 0; i < n; i++)
    to[i] = from[i];
}

LOOP void
loop_move (char *at, size_t n)
{
  for (size_t i = 0; i < n; i++)
    at[i] = at[i + 1];
}

LOOP void
loop_fill (char *at, char c, size_t n)
{
  for (size_t i = 0; i < n; i++)
    at[i] = c;
}

LOOP void
loop_zero (int *at, size_t n)
{
  for (size_t i = 0; i < n; i++)
    at[i] = 0;
}

LOOP void
loop_whole (char *to, const char *from)
{
  size_t n = 0;
  while (from[n])
    n++;
  for (size_t i = 0; i <= n; i++)
    to[i] = from[i];
}

LOOP char *
loop_string (char *restrict to, const char *restrict from)
{
  char *t = to;
  while ((*t++ = *from++))
    ;
  return to;
}

LOOP char *
loop_append (char *restrict to, const char *restrict from)
{
  char *t = to;
  while (*t)
    t++;
  while ((*t++ = *from++))
    ;
  return to;
}

LOOP void
loop_assign (struct large *to, const struct large *from)
{
  *to = *from;
}

LOOP struct large
loop_return (void)
{
  struct large empty = { { 0 } };
  return empty;
}

/* Calls.  */
LOOP int
call_equal (const char *s)
{
  return strcmp (s, "hello") == 0;
}

LOOP int
call_same (const void *a, const void *b, size_t n)
{
  return memcmp (a, b, n) == 0;
}

LOOP int
call_prefix (const char *s, const char *with)
{
  return strncmp (s, with, strlen (with)) == 0;
}

LOOP int
call_empty (const char *s)
{
  return strlen (s) == 0;
}

LOOP size_t
call_reaches (char *to, const char *from)
{
  return (size_t)(strcpy (to, from) + strlen (to) - to);
}

LOOP char *
call_find_end (char *s)
{
  return strchr (s, 0);
}

LOOP char *
call_append (char *to)
{
  return strcat (to, "hello");
}

LOOP char *
call_twice (char *to, char *from)
{
  return stpcpy (stpcpy (to, from), "hello");
}

LOOP void *
call_after (void *to, const void *from, size_t n)
{
  return (char *)memcpy (to, from, n) + n;
}
