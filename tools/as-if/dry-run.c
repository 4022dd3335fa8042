/* dry-run.c - lists the denied calls of a profile, for people and scripts.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

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

/* If socketcall itself is denied, its operations are never reached.  */
static void
show_operations (const struct policy *p, const struct row *socketcall)
{
  char number[32], name[64];
  if (p->call[I386][socketcall->number] != SECCOMP_RET_ALLOW)
    return;
  for (const struct row *r = operations; r->name; r++)
    if (p->operation[r->number] != SECCOMP_RET_ALLOW)
      {
        snprintf (number, sizeof number, "%u:%u", socketcall->number,
                  r->number);
        snprintf (name, sizeof name, "%s:%s", socketcall->name, r->name);
        line (archs[I386].name, number, name, p->operation[r->number]);
      }
  if (p->above_operations != SECCOMP_RET_ALLOW)
    {
      snprintf (number, sizeof number, "%u:%d-", socketcall->number,
                OPERATIONS);
      line (archs[I386].name, number, "-", p->above_operations);
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
  for (int m = 0; m < ARCHS; m++)
    {
      const struct row *socketcall = row_named (archs[m].rows, "socketcall");
      show_machine (p, m);
      if (socketcall)
        show_operations (p, socketcall);
    }
}
