/* rules.c - rules with conditions on the arguments of a call.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* A condition on what the kernel reads of an int.  */
struct condition
low_word (unsigned argument, enum comparison comparison, uint32_t value,
          int negated)
{
  return (struct condition){ argument, comparison, negated, UINT32_MAX,
                             value };
}

struct rule
rule_of (int table, unsigned number, uint32_t action, struct condition c)
{
  return (struct rule){ table, number, OF_PROFILE, action, 1, { c } };
}

static int
order (uint64_t a, uint64_t b)
{
  return a < b ? -1 : a > b;
}

/* libseccomp merges the rules of a call into a tree, in which the later
   argument comes first, an equation precedes an upper bound and that a lower
   bound, and the closer value precedes the wider one.  It matters only where
   rules with different actions hold.  */
static int
specific (const struct condition *c)
{
  return c->comparison == EQUAL ? 2 : c->negated;
}

static int
condition_order (const struct condition *a, const struct condition *b)
{
  if (a->argument != b->argument)
    return order (b->argument, a->argument);
  if (specific (a) != specific (b))
    return order ((uint64_t)specific (b), (uint64_t)specific (a));
  return specific (a) == 1 ? order (a->value, b->value)
                           : order (b->value, a->value);
}

static int
same_condition (const struct condition *a, const struct condition *b)
{
  return a->argument == b->argument && a->comparison == b->comparison
         && a->negated == b->negated && a->mask == b->mask
         && a->value == b->value;
}

static int
rule_order (const struct rule *a, const struct rule *b)
{
  unsigned i = 0;
  if (a->table != b->table)
    return a->table - b->table;
  if (a->number != b->number)
    return order (a->number, b->number);
  if (a->turn != b->turn || a->turn != OF_OCI)
    return (int)a->turn - (int)b->turn;
  while (i < a->count && i < b->count
         && same_condition (&a->conditions[i], &b->conditions[i]))
    i++;
  if (i == a->count || i == b->count)
    return order (a->count, b->count);
  return condition_order (&a->conditions[i], &b->conditions[i]);
}

void
rule_add (struct policy *p, const struct rule *new)
{
  size_t at = p->rule_count;
  struct rule *rules
      = realloc (p->rules, (p->rule_count + 1) * sizeof *p->rules);
  if (!rules)
    die (part_failed, "there is no memory left; end some programs");
  p->rules = rules;
  while (at > 0 && rule_order (&rules[at - 1], new) > 0)
    at--;
  memmove (&rules[at + 1], &rules[at], (p->rule_count - at) * sizeof *rules);
  rules[at] = *new;
  p->rule_count++;
}

/* The rules of a call are adjacent.  */
const struct rule *
rules_of (const struct policy *p, int table, unsigned number, size_t *count)
{
  size_t at = 0;
  *count = 0;
  while (at < p->rule_count
         && (p->rules[at].table != table || p->rules[at].number != number))
    at++;
  while (at + *count < p->rule_count && p->rules[at + *count].table == table
         && p->rules[at + *count].number == number)
    ++*count;
  return p->rules + at;
}

void
rules_drop (struct policy *p, int table, unsigned number)
{
  size_t count;
  size_t at = (size_t)(rules_of (p, table, number, &count) - p->rules);
  if (count == 0)
    return;
  p->rule_count -= count;
  memmove (&p->rules[at], &p->rules[at + count],
           (p->rule_count - at) * sizeof *p->rules);
}

/* Whether another action was given for what NEW covers: all of its conditions
   begin those of an earlier rule.  libseccomp refuses NEW then.  */
int
rules_conflict (const struct policy *p, const struct rule *new)
{
  size_t count;
  const struct rule *rules = rules_of (p, new->table, new->number, &count);
  for (const struct rule *r = rules; r < rules + count; r++)
    {
      unsigned i = 0;
      while (i < new->count
             && i < r->count &&same_condition (&new->conditions[i],
                                               &r->conditions[i]))
        i++;
      if (i == new->count && r->action != new->action)
        return 1;
    }
  return 0;
}

static char *
condition_text (const struct condition *c)
{
  static const char *const signs[2][3]
      = { { "==", ">=", ">" }, { "!=", "<", "<=" } };
  const char *sign = signs[c->negated][c->comparison];
  if (c->mask == UINT32_MAX || c->mask == UINT64_MAX)
    return text ("a%u%s%" PRIu64, c->argument, sign, c->value);
  return text ("a%u&%#" PRIx64 "%s%" PRIu64, c->argument, c->mask, sign,
               c->value);
}

/* The operation or the family that R is for, or NULL.  */
const char *
rule_subject (const struct rule *r)
{
  const struct condition *c = r->conditions;
  const char *call = row_numbered (archs[r->table].rows, r->number)->name;
  if (r->count != 1 || c->argument != 0 || c->comparison != EQUAL
      || c->negated)
    return NULL;
  if (strcmp (call, "socketcall") == 0)
    {
      const struct row *o = row_numbered (operations, (unsigned)c->value);
      return o ? o->name : NULL;
    }
  return strcmp (call, "socket") == 0 || strcmp (call, "socketpair") == 0
             ? name_of_number (families, (int)c->value)
             : NULL;
}

char *
rule_text (const struct rule *r)
{
  const struct condition *c = r->conditions;
  char *all = condition_text (c);
  for (unsigned i = 1; i < r->count; i++)
    {
      char *one = condition_text (&c[i]);
      char *longer = text ("%s,%s", all, one);
      free (one);
      free (all);
      all = longer;
    }
  return all;
}
