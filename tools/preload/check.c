/* check.c - trapgate preload --check: the bindings as a table or JSON.  */
/* SPDX-License-Identifier: MIT */

#include "preload.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What no list of bindings shows.  */
static const char not_shown[]
    = "not shown: calls inside of the libc, as by getaddrinfo, which stay "
      "its own;\nthose of libraries loaded later, which are trapgate's but "
      "for RTLD_DEEPBIND or\ndlsym (libc, ...); instructions of the program "
      "that trap by themselves";

/* The loader gives the program itself no name.  */
static const char *
from_of (const struct binding *b, const struct target *t)
{
  return *b->from->name ? b->from->name : t->path;
}

static int
is_raw (const struct binding *b)
{
  return strcmp (b->name, "syscall") == 0;
}

/* A weak reference to a function that no object has is no call.  */
static int
is_missed (const struct binding *b)
{
  return b->to && !b->is_ours && !is_raw (b);
}

static int
all_ours (const struct bindings *all)
{
  if (!all->is_loaded)
    return 0;
  for (size_t i = 0; i < all->count; i++)
    if (is_missed (&all->list[i]))
      return 0;
  return 1;
}

/* Whether two references are of the same object, and bound to the same.  */
static int
are_alike (const struct binding *a, const struct binding *b)
{
  return a->from == b->from && !a->to == !b->to
         && (!a->to || strcmp (a->to, b->to) == 0);
}

/* One line for all functions that an object has from another.  */
static void
print_line (const struct bindings *all, size_t first, const struct target *t)
{
  const struct binding *b = &all->list[first];
  for (size_t i = 0; i < first; i++)
    if (are_alike (&all->list[i], b))
      return;
  printf ("%-24s %-16s", base_of (from_of (b, t)),
          b->is_ours ? "trapgate"
          : b->to    ? base_of (b->to)
                     : "nothing");
  for (size_t i = first; i < all->count; i++)
    if (are_alike (&all->list[i], b))
      printf (" %s", all->list[i].name);
  putchar ('\n');
}

static void
print_table (const struct bindings *all, const struct target *t,
             const struct library *l)
{
  printf ("%s: %s-%s, route %s, entry %s\n", t->path, t->arch->name, t->libc,
          l->route, l->entry);
  if (!all->is_loaded)
    puts ("the loader has not loaded " LIBRARY);
  if (all->count)
    printf ("%-24s %-16s %s\n", "object", "bound to", "functions");
  else
    puts ("no socket call is bound before main");
  for (size_t i = 0; i < all->count; i++)
    print_line (all, i, t);
  puts (not_shown);
}

static void
print_string (const char *key, const char *value, const char *end)
{
  printf ("\"%s\": \"", key);
  for (; *value; value++)
    if (*value == '"' || *value == '\\')
      printf ("\\%c", *value);
    else if ((unsigned char)*value < ' ')
      printf ("\\u%04x", (unsigned char)*value);
    else
      putchar (*value);
  printf ("\"%s", end);
}

static void
print_json (const struct bindings *all, const struct target *t,
            const struct library *l)
{
  printf ("{\n  ");
  print_string ("program", t->path, ",\n  ");
  print_string ("arch", t->arch->name, ",\n  ");
  print_string ("libc", t->libc, ",\n  ");
  print_string ("route", l->route, ",\n  ");
  print_string ("entry", l->entry, ",\n");
  printf ("  \"loaded\": %s,\n  \"all\": %s,\n  \"bindings\": [",
          all->is_loaded ? "true" : "false",
          all_ours (all) ? "true" : "false");
  for (size_t i = 0; i < all->count; i++)
    {
      const struct binding *b = &all->list[i];
      printf (i ? ",\n    { " : "\n    { ");
      print_string ("object", from_of (b, t), ", ");
      print_string ("function", b->name, ", ");
      print_string ("to", b->to ? b->to : "", ", ");
      printf ("\"trapgate\": %s }", b->is_ours ? "true" : "false");
    }
  puts ("\n  ]\n}");
}

void
check (const struct target *t, const struct library *l, char **command,
       int as_json)
{
  struct process p;
  struct bindings all;
  process_start (&p, t, command);
  bindings_find (&all, &p, l, t);
  process_end (&p);
  (as_json ? print_json : print_table) (&all, t, l);
  if (all_ours (&all))
    printed ();
  if (fflush (stdout) || ferror (stdout))
    die (WRONG, "cannot write to standard output; is there room?");
  exit (1);
}
