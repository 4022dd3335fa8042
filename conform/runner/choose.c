/* choose.c - the cases that the options choose.  */
/* SPDX-License-Identifier: MIT */

#include "choose.h"

#include "memory.h"
#include "text.h"
#include "options.h"

#include <string.h>

/* Defined by the linker: the section that CASE fills.  */
extern const struct conform_case __start_conform_cases[]
    __attribute__ ((visibility ("hidden")));
extern const struct conform_case __stop_conform_cases[]
    __attribute__ ((visibility ("hidden")));

/* A character of an id as shown, with - for _; 0 for END.  */
static int
shown (char c, char end)
{
  return c == end ? 0 : c == '_' ? '-' : (unsigned char)c;
}

/* Compares two texts terminated by END.  */
static int
compare (const char *a, const char *b, char end)
{
  while (*a != end && *a == *b)
    a++, b++;
  return shown (*a, end) - shown (*b, end);
}

static int
before (const struct conform_case *a, const struct conform_case *b)
{
  int order = compare (text_of (&a->origin), text_of (&b->origin), ' ');
  if (order == 0)
    order = compare (text_of (&a->name), text_of (&b->name), 0);
  return order < 0;
}

/* Whether TEXT matches PATTERN: * is any text and ? any character.  */
static int
matches (const char *pattern, const char *text)
{
  for (; *pattern != '*'; pattern++, text++)
    if (!*text || !*pattern)
      return *text == *pattern;
    else if (*pattern != *text && *pattern != '?')
      return 0;
  while (*pattern == '*')
    pattern++;
  for (;; text++)
    if (matches (pattern, text))
      return 1;
    else if (!*text)
      return 0;
}

static int
has_id (const struct conform_case *about, const char *pattern)
{
  char id[96];
  struct out o = OUT_TO (id);
  put_id (&o, about);
  return matches (pattern, id);
}

static int
is_chosen (const struct conform_case *about)
{
  for (int i = 0; i < options.only_count; i++)
    if (has_id (about, options.only[i]))
      return 1;
  return options.only_count == 0;
}

/* By id.  */
static void
sort (const struct conform_case **list, int count)
{
  for (int i = 1; i < count; i++)
    {
      const struct conform_case *one = list[i];
      int k = i;
      for (; k > 0 && before (one, list[k - 1]); k--)
        list[k] = list[k - 1];
      list[k] = one;
    }
}

static int
is_selftest (const struct conform_case *about)
{
  return memcmp (text_of (&about->origin), "selftest ", 9) == 0;
}

/* Exits if a pattern matches no case.  */
static void
check_patterns (const struct conform_case **list, int count)
{
  for (int i = 0; i < options.only_count; i++)
    {
      int k = 0;
      while (k < count && !has_id (list[k], options.only[i]))
        k++;
      if (k == count)
        die ("see --list; there is no case of --only=", options.only[i]);
    }
}

const struct conform_case **
choose (int *count)
{
  const struct conform_case *at = __start_conform_cases;
  unsigned long all = (unsigned long)(__stop_conform_cases - at);
  const struct conform_case **list = shared_memory ((all + 1) * sizeof *list);
  int chosen = 0;
  for (; at < __stop_conform_cases; at++)
    if (is_selftest (at) == options.selftest && is_chosen (at))
      list[chosen++] = at;
  sort (list, chosen);
  check_patterns (list, chosen);
  *count = chosen;
  return list;
}

void
list_cases (const struct conform_case **list, int count)
{
  for (int i = 0; i < count; i++)
    {
      put_id (&out, list[i]);
      put_char (&out, '\t');
      put (&out, text_of (&list[i]->source));
      put_char (&out, '\t');
      put_word (&out, since_of (list[i]));
      put_char (&out, '\n');
    }
}
