/* filter.c - compiles a policy into a seccomp filter.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SKIPPED UINT32_MAX /* The number of a call that a tracer skips.  */

static struct sock_filter *code;
static int length;

/* Returns the place of the instruction.  */
int
put (unsigned what, uint32_t k, unsigned yes, unsigned no)
{
  if (length == FILTER_MAX)
    die (WRONG,
         "the filter is longer than the %d instructions that the "
         "kernel takes; leave out some rules",
         FILTER_MAX);
  code[length] = (struct sock_filter)BPF_JUMP (what, k, yes, no);
  return length++;
}

void
put_load (size_t offset)
{
  put (BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

/* Jumps are counted from the next instruction.  The conditional jump at AT
   leads here if it holds, or if it does not.  */
void
put_branch (int at, int yes)
{
  uint8_t offset = (uint8_t)(length - at - 1);
  if (yes)
    code[at].jt = offset;
  else
    code[at].jf = offset;
}

/* A jump of any length, whose target is put later.  */
static int
put_jump (void)
{
  return put (BPF_JMP | BPF_JA, 0, 0, 0);
}

static void
put_target (int jump)
{
  code[jump].k = (uint32_t)(length - jump - 1);
}

/* The range of numbers from the end of the previous one up to LAST.  */
static void
answer_up_to (uint32_t last, uint32_t action)
{
  put (BPF_JMP | BPF_JGT | BPF_K, last, 1, 0);
  put (BPF_RET | BPF_K, action, 0, 0);
}

/* Neighbours with the same action are one range; the last one is
   unbounded.  */
static void
answer_ranges (const uint32_t *action, unsigned first, unsigned end)
{
  for (unsigned n = first; n < end; n++)
    if (n + 1 == end || action[n] != action[n + 1])
      answer_up_to (n, action[n]);
}

/* Larger numbers skip the rules, by a conditional jump if it is short
   enough.  */
static void
answer_rules (const struct policy *p, int table, unsigned number,
              const struct rule *rules, size_t count)
{
  int over = put (BPF_JMP | BPF_JGT | BPF_K, number, 0, 0);
  for (const struct rule *r = rules; r < rules + count; r++)
    put_rule (r);
  put (BPF_RET | BPF_K, p->call[table][number], 0, 0);
  int skipped = length - over - 1;
  if (skipped <= UINT8_MAX)
    {
      put_branch (over, 1);
      return;
    }
  put (0, 0, 0, 0);
  memmove (&code[over + 2], &code[over + 1], (size_t)skipped * sizeof *code);
  code[over].jf = 1;
  code[over + 1] = (struct sock_filter)BPF_JUMP (BPF_JMP | BPF_JA,
                                                 (uint32_t)skipped, 0, 0);
}

/* SKIPPED is the number of a call that a tracer skips; it sets the result
   itself.  */
static void
answer_table (const struct policy *p, int table, uint32_t skipped)
{
  unsigned end = last_number (archs[table].rows) + 1, next = 0;
  for (unsigned n = 0; n < end; n++)
    {
      size_t count;
      const struct rule *rules = rules_of (p, table, n, &count);
      if (count == 0)
        continue;
      answer_ranges (p->call[table], next, n);
      answer_rules (p, table, n, rules, count);
      next = n + 1;
    }
  answer_ranges (p->call[table], next, end);
  answer_up_to (skipped - 1, p->above[table]);
  put (BPF_RET | BPF_K, p->skipped[table], 0, 0);
}

static void
answer_arch (const struct policy *p, int m)
{
  put_load (offsetof (struct seccomp_data, nr));
  if (m == X86_64 && p->is_oci)
    {
      put (BPF_JMP | BPF_JSET | BPF_K, X32_BIT, 1, 0);
      int over = put_jump ();
      put (BPF_ALU | BPF_AND | BPF_K, ~X32_BIT, 0, 0);
      answer_table (p, X32, SKIPPED & ~X32_BIT);
      put_target (over);
    }
  /* If numbers above the table are denied, so are those of x32, as on a
     kernel without x32.  Otherwise x32 has the calls of x86_64.  */
  else if (m == X86_64 && p->above[m] == SECCOMP_RET_ALLOW)
    put (BPF_ALU | BPF_AND | BPF_K, ~X32_BIT, 0, 0);
  answer_table (p, m, SKIPPED);
}

/* Returns the number of instructions, at most FILTER_MAX.  */
int
filter_make (const struct policy *p, struct sock_filter *place)
{
  code = place;
  length = 0;
  put_load (offsetof (struct seccomp_data, arch));
  for (int m = 0; m < ARCHS; m++)
    {
      put (BPF_JMP | BPF_JEQ | BPF_K, archs[m].audit_arch, 1, 0);
      int over = put_jump ();
      answer_arch (p, m);
      put_target (over);
    }
  put (BPF_RET | BPF_K, p->elsewhere, 0, 0);
  return length;
}

/* Whether some call has the action.  */
int
filter_has (const struct policy *p, uint32_t action)
{
  static struct sock_filter place[FILTER_MAX];
  int count = filter_make (p, place), has = 0;
  for (int i = 0; i < count; i++)
    has |= place[i].code == (BPF_RET | BPF_K) && place[i].k == action;
  return has;
}

/* Whether some call kills the thread or the process, without a signal that a
   tracer sees.  */
int
filter_kills (const struct policy *p)
{
  return filter_has (p, SECCOMP_RET_KILL_THREAD)
         || filter_has (p, SECCOMP_RET_KILL_PROCESS);
}

/* Writes the instructions, as a program such as bwrap(1) reads them.  */
void
filter_export (const struct policy *p)
{
  static struct sock_filter place[FILTER_MAX];
  size_t count = (size_t)filter_make (p, place);
  fwrite (place, sizeof *place, count, stdout);
  printed ();
}

/* Takes effect at once, for this process and its descendants.  An outer
   profile may lack seccomp(2), which is newer than this prctl(2).  */
void
filter_install (const struct policy *p)
{
  static struct sock_filter place[FILTER_MAX];
  struct sock_fprog program = { 0, place };
  program.len = (unsigned short)filter_make (p, place);
  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0
      && (syscall (SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &program) == 0
          || prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0))
    return;
  if (errno == ENOMEM)
    die (WRONG, "the kernel takes no more filters; run it under fewer");
  if (errno == EINVAL || errno == ENOSYS)
    die (WRONG, "this kernel has no seccomp filters; take one from 3.5 on, "
                "with CONFIG_SECCOMP_FILTER");
  die (WRONG,
       "the kernel refuses the filter: %s; a sandbox around this may "
       "deny seccomp",
       strerror (errno));
}
