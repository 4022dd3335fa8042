/* dry-run.c - lists the denied calls of a profile, for people and scripts.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <stdlib.h>

static void
line (const char *arch, const char *number, const char *name, uint32_t action)
{
  printf ("%-7s %-12s %-28s %s\n", arch, number, name, action_text (action));
}

/* Numbers without a row: FIRST to LAST, or from FIRST on.  */
static void
gap (const char *arch, unsigned first, unsigned last, uint32_t action)
{
  char number[32];
  if (last == UINT32_MAX)
    snprintf (number, sizeof number, "%u-", first);
  else if (first == last)
    snprintf (number, sizeof number, "%u", first);
  else
    snprintf (number, sizeof number, "%u-%u", first, last);
  line (arch, number, "-", action);
}

/* The rules of a call, in the order in which they are tried.  */
static void
show_rules (const struct policy *p, int m, const struct row *r)
{
  size_t count;
  const struct rule *rules = rules_of (p, m, r->number, &count);
  for (const struct rule *rule = rules; rule < rules + count; rule++)
    {
      const char *subject = rule_subject (rule);
      char *what = subject ? text ("%s", subject) : rule_text (rule);
      char *name = text ("%s:%s", r->name, what);
      const struct condition *c = rule->conditions;
      int open = c->comparison == GREATER_OR_EQUAL && !c->negated;
      char *number = text (subject ? "%u:%u"
                           : open  ? "%u:%u-"
                                   : "%u",
                           r->number, (unsigned)c->value);
      line (archs[m].name, number, name, rule->action);
      free (number);
      free (name);
      free (what);
    }
}

static void
show_machine (const struct policy *p, int m)
{
  const struct row *rows = archs[m].rows;
  unsigned end = last_number (rows) + 1, first = 0;
  for (unsigned n = 0; n < end; n++)
    {
      const struct row *r = row_numbered (rows, n);
      char number[16];
      snprintf (number, sizeof number, "%u", n);
      if (!r && row_numbered (rows, n - 1))
        first = n;
      if (!r && row_numbered (rows, n + 1)
          && p->call[m][n] != SECCOMP_RET_ALLOW)
        gap (archs[m].name, first, n, p->call[m][n]);
      if (r)
        show_rules (p, m, r);
      if (r && p->call[m][n] != SECCOMP_RET_ALLOW)
        line (archs[m].name, number, r->name, p->call[m][n]);
    }
  if (p->above[m] != SECCOMP_RET_ALLOW)
    gap (archs[m].name, end, UINT32_MAX, p->above[m]);
}

void
dry_run (const struct policy *p)
{
  static struct sock_filter place[FILTER_MAX];
  printf ("# %s: architecture, number, call, answer; a filter of %d "
          "instructions\n",
          p->name, filter_make (p, place));
  for (int i = 0; p->notes[i]; i++)
    printf ("# %s: %s\n", p->name, p->notes[i]);
  for (int m = 0; m < (p->is_oci ? TABLES : ARCHS); m++)
    show_machine (p, m);
}
