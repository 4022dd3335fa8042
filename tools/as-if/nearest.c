/* nearest.c - the names that look most like one that does not exist.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <string.h>

#define NAME_MAX_LENGTH 40
#define CHOICES (sizeof ((struct nearest *)0)->name / sizeof (char *))

static unsigned
least (unsigned a, unsigned b, unsigned c)
{
  unsigned ab = a < b ? a : b;
  return ab < c ? ab : c;
}

/* Levenshtein's: letters to insert, delete or replace.  */
static unsigned
distance (const char *a, const char *b)
{
  unsigned line[NAME_MAX_LENGTH + 1];
  size_t columns = strlen (b);
  if (columns > NAME_MAX_LENGTH || strlen (a) > NAME_MAX_LENGTH)
    return NAME_MAX_LENGTH;
  for (unsigned j = 0; j <= columns; j++)
    line[j] = j;
  for (unsigned i = 0; a[i]; i++)
    {
      unsigned diagonal = line[0];
      line[0] = i + 1;
      for (size_t j = 1; j <= columns; j++)
        {
          unsigned above = line[j];
          line[j] = least (above + 1, line[j - 1] + 1,
                           diagonal + (a[i] != b[j - 1]));
          diagonal = above;
        }
    }
  return line[columns];
}

void
nearest_try (struct nearest *n, const char *wanted, const char *name)
{
  size_t given = strlen (wanted);
  unsigned d = distance (wanted, name) + 1;
  /* Half a name is most often the start of the right one.  */
  if (given && strncmp (wanted, name, given) == 0)
    d = 0;
  for (size_t i = 0; i < CHOICES; i++)
    {
      if (n->name[i] && strcmp (n->name[i], name) == 0)
        return;
      if (n->name[i] && n->distance[i] <= d)
        continue;
      for (size_t j = CHOICES - 1; j > i; j--)
        {
          n->name[j] = n->name[j - 1];
          n->distance[j] = n->distance[j - 1];
        }
      n->name[i] = name;
      n->distance[i] = d;
      return;
    }
}

const char *
nearest_text (const struct nearest *n)
{
  static char text[sizeof n->name / sizeof (char *) * 64];
  size_t used = 0;
  text[0] = 0;
  for (size_t i = 0; i < CHOICES && n->name[i]; i++)
    used += (size_t)snprintf (text + used, sizeof text - used, "%s%.60s",
                              i ? ", " : "", n->name[i]);
  return text;
}
