/* oci-calls.c - adds the rules of an OCI profile for its calls.  */
/* SPDX-License-Identifier: MIT */

#include "oci.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The call of i386 that has NAME as an operation, and its number.  */
static const struct row *
multiplexer (const char *name, unsigned *operation)
{
  const struct row *o = row_named (operations, name);
  const struct named *ipc = find_name (ipc_operations, name);
  *operation = o ? o->number : ipc ? (unsigned)ipc->number : 0;
  return o || ipc ? row_named (archs[I386].rows, o ? "socketcall" : "ipc")
                  : NULL;
}

/* A rule without a condition replaces those with conditions, and the first of
   them holds; all are those of libseccomp.  */
static void
add_for_all (struct oci *o, int table, unsigned number)
{
  if (o->unconditional[table][number])
    return;
  o->unconditional[table][number] = 1;
  rules_drop (o->policy, table, number);
  o->policy->call[table][number] = o->action;
}

static int
argument_order (const void *a, const void *b)
{
  const struct condition *first = a, *second = b;
  return (int)first->argument - (int)second->argument;
}

/* i386 has only low words, and for libseccomp x32, too.  A condition without
   a bit always holds.  */
static void
add_rule (struct oci *o, const char *name, struct rule r)
{
  unsigned kept = 0;
  for (unsigned i = 0; i < r.count; i++)
    {
      struct condition *c = &r.conditions[i];
      uint64_t bits = r.table == X86_64 ? UINT64_MAX : UINT32_MAX;
      c->mask &= bits;
      c->value &= bits;
      if (c->mask)
        r.conditions[kept++] = *c;
    }
  r.count = kept;
  qsort (r.conditions, r.count, sizeof *r.conditions, argument_order);
  if (r.count == 0)
    add_for_all (o, r.table, r.number);
  else if (o->unconditional[r.table][r.number])
    return;
  else if (rules_conflict (o->policy, &r))
    die (WRONG,
         "--oci=%s: two rules of %s have the same conditions and different "
         "actions, which runc refuses; remove one",
         o->policy->name, name);
  else
    rule_add (o->policy, &r);
}

/* A filter cannot see the arguments of an operation.  libseccomp allows or
   denies it as the call, but without the condition on the first argument,
   whose place the number of the operation takes, and compares the others with
   what is in the registers.  */
static void
add_operation (struct oci *o, const char *name, struct rule r)
{
  unsigned operation, kept = 0;
  const struct row *call = multiplexer (name, &operation);
  if (!call || !o->has[I386])
    return;
  for (unsigned i = 0; i < r.count; i++)
    if (r.conditions[i].argument != 0)
      r.conditions[kept++] = r.conditions[i];
  r.conditions[kept++]
      = (struct condition){ 0, EQUAL, 0, UINT64_MAX, operation };
  r.count = kept;
  r.table = I386;
  r.number = call->number;
  add_rule (o, name, r);
}

static void
add_call (struct oci *o, const char *name, const struct rule *r)
{
  add_operation (o, name, *r);
  for (int m = 0; m < TABLES; m++)
    {
      struct rule of_table = *r;
      const struct row *row = row_named (archs[m].rows, name);
      if (!row || !o->has[m])
        continue;
      of_table.table = m;
      of_table.number = row->number;
      add_rule (o, name, of_table);
    }
}

/* Several conditions on the same argument are alternatives for runc.  */
static void
add_alternatives (struct oci *o, const char *name)
{
  struct rule r = { .turn = OF_OCI, .action = o->action };
  unsigned seen = 0, twice = 0;
  for (unsigned i = 0; i < o->count; i++)
    {
      twice |= seen & 1U << o->conditions[i].argument;
      seen |= 1U << o->conditions[i].argument;
    }
  r.count = twice ? 1 : o->count;
  for (unsigned i = 0; i < (twice ? o->count : 1); i++)
    {
      memcpy (r.conditions, &o->conditions[i], r.count * sizeof *r.conditions);
      add_call (o, name, &r);
    }
}

/* The last number of the profile, as runc finds it: libseccomp has no numbers
   for calls of i386 that are also operations.  */
static void
note_last (struct oci *o, const char *name)
{
  unsigned operation;
  for (int m = 0; m < TABLES; m++)
    {
      const struct row *row = row_named (archs[m].rows, name);
      unsigned number = row ? row->number | (m == X32 ? X32_BIT : 0) : 0;
      if (number > o->last[m]
          && !(m == I386 && multiplexer (name, &operation)))
        o->last[m] = number;
    }
}

/* A rule with the default action is no rule.  */
void
oci_names (struct oci *o, char **words)
{
  for (; *words && o->selected; words++)
    {
      note_last (o, *words);
      if (o->action != o->otherwise)
        add_alternatives (o, *words);
    }
}

/* runc lets numbers after the last one of the profile fail with ENOSYS, so
   that programs can do without calls that are newer than the profile.  */
static void
deny_newer (struct oci *o, int table)
{
  struct policy *p = o->policy;
  const uint32_t enosys = SECCOMP_RET_ERRNO | ENOSYS;
  uint32_t kind = o->otherwise & SECCOMP_RET_ACTION_FULL;
  if (kind == SECCOMP_RET_ALLOW || kind == SECCOMP_RET_LOG
      || kind == SECCOMP_RET_TRACE || o->last[table] == 0)
    return;
  for (unsigned n = (o->last[table] & ~X32_BIT) + 1; n < NUMBERS; n++)
    {
      rules_drop (p, table, n);
      p->call[table][n] = enosys;
    }
  p->above[table] = enosys;
}

/* Calls of an architecture that the profile lacks are killed.  */
static void
kill_all (struct policy *p, int table)
{
  for (unsigned n = 0; n < NUMBERS; n++)
    p->call[table][n] = SECCOMP_RET_KILL_THREAD;
  p->above[table] = SECCOMP_RET_KILL_THREAD;
}

/* Whether libseccomp merges the rules of a call correctly.  Where conditions
   on several arguments, or on high words, are beside other rules, releases up
   to 2.6 lose some of them, or let them hold for other values.  */
static int
is_simple (const struct rule *rules, size_t count)
{
  for (const struct rule *r = rules; count > 1 && r < rules + count; r++)
    if (r->count > 1 || r->conditions[0].value > UINT32_MAX)
      return 0;
  return 1;
}

static void
note_merging (struct oci *o)
{
  size_t count;
  struct policy *p = o->policy;
  const char *name = NULL;
  for (size_t i = 0; i < p->rule_count && !name; i++)
    {
      const struct rule *r = &p->rules[i];
      r = rules_of (p, r->table, r->number, &count);
      if (!is_simple (r, count))
        name = row_numbered (archs[r->table].rows, r->number)->name;
    }
  if (name)
    oci_note (o, text ("the rules of %s apply as they stand; libseccomp up to "
                       "2.6 can merge such conditions wrongly",
                       name));
}

void
oci_finish (struct oci *o)
{
  struct policy *p = o->policy;
  note_merging (o);
  for (int m = 0; m < TABLES; m++)
    if (o->has[m])
      deny_newer (o, m);
    else
      kill_all (p, m);
  p->skipped[I386] = p->above[I386];
  p->skipped[X32] = o->has[X32] ? p->above[X32] : o->otherwise;
}
