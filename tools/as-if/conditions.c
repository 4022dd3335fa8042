/* conditions.c - the instructions of a filter: rules and their conditions.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <stddef.h>

/* The jumps to one place that is not yet reached.  The offset of a conditional
   jump has 8 bits, which suffice within a rule.  */
struct jumps
{
  struct
  {
    int at, yes;
  } jump[ARGUMENTS * 3];
  int count;
};

static void
land (struct jumps *j)
{
  for (; j->count > 0; j->count--)
    put_branch (j->jump[j->count - 1].at, j->jump[j->count - 1].yes);
}

/* Compares with K.  NULL stands for the next instruction.  */
static void
branch (unsigned test, uint32_t k, struct jumps *yes, struct jumps *no)
{
  int at = put (BPF_JMP | test | BPF_K, k, 0, 0);
  if (yes)
    {
      yes->jump[yes->count].at = at;
      yes->jump[yes->count++].yes = 1;
    }
  if (no)
    {
      no->jump[no->count].at = at;
      no->jump[no->count++].yes = 0;
    }
}

static void
load_masked (size_t offset, uint32_t mask)
{
  put_load (offset);
  if (mask != UINT32_MAX)
    put (BPF_ALU | BPF_AND | BPF_K, mask, 0, 0);
}

/* Jumps to YES or NO.  A call's arguments are two words each, and the low
   word comes first on these architectures.  */
static void
compare (const struct condition *c, int wide, struct jumps *yes,
         struct jumps *no)
{
  size_t low = offsetof (struct seccomp_data, args[c->argument]);
  uint32_t high = (uint32_t)(c->value >> 32);
  unsigned test = c->comparison == EQUAL     ? BPF_JEQ
                  : c->comparison == GREATER ? BPF_JGT
                                             : BPF_JGE;
  if (wide && (c->mask >> 32 || high))
    {
      load_masked (low + 4, (uint32_t)(c->mask >> 32));
      if (c->comparison != EQUAL)
        branch (BPF_JGT, high, yes, NULL);
      branch (BPF_JEQ, high, NULL, no);
    }
  load_masked (low, (uint32_t)c->mask);
  branch (test, (uint32_t)c->value, yes, no);
}

/* Returns from the filter, or continues after the rule.  */
void
put_rule (const struct rule *r)
{
  struct jumps fails = { .count = 0 };
  for (unsigned i = 0; i < r->count; i++)
    {
      const struct condition *c = &r->conditions[i];
      struct jumps holds = { .count = 0 };
      compare (c, r->table == X86_64, c->negated ? &fails : &holds,
               c->negated ? &holds : &fails);
      land (&holds);
    }
  put (BPF_RET | BPF_K, r->action, 0, 0);
  land (&fails);
}
