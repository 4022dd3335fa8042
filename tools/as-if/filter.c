/* filter.c - compiles a policy into a seccomp filter.  */
/* SPDX-License-Identifier: MIT */

#include "as-if.h"

#include <errno.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define X32_BIT 0x40000000U /* From <asm/unistd.h>, on x86_64 only.  */
#define SKIPPED UINT32_MAX  /* The number of a call that a tracer skips.  */

static struct sock_filter *code;
static int length;

/* Jumps are counted from the next instruction.  The offset of a conditional
   jump has 8 bits, so none here skips more than one instruction.  */
static void
put (unsigned what, uint32_t k, unsigned yes, unsigned no)
{
  if (length == FILTER_MAX)
    die (WRONG, "the filter is longer than the kernel takes");
  code[length++] = (struct sock_filter)BPF_JUMP (what, k, yes, no);
}

static void
load (size_t offset)
{
  put (BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
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

/* The operation is the low word of the first argument, which comes first on
   these architectures; the kernel ignores the high word.  The operation's
   own arguments are behind a pointer, which a filter cannot follow.  */
static void
answer_socketcall (const struct policy *p, unsigned number)
{
  put (BPF_JMP | BPF_JGT | BPF_K, number, 0, 1);
  int over = length;
  put (BPF_JMP | BPF_JA, 0, 0, 0);
  load (offsetof (struct seccomp_data, args));
  answer_ranges (p->operation, 0, OPERATIONS);
  put (BPF_RET | BPF_K, p->above_operations, 0, 0);
  code[over].k = (uint32_t)(length - over - 1);
}

static int
operations_differ (const struct policy *p)
{
  for (int i = 0; i < OPERATIONS; i++)
    if (p->operation[i] != SECCOMP_RET_ALLOW)
      return 1;
  return p->above_operations != SECCOMP_RET_ALLOW;
}

static void
answer_arch (const struct policy *p, int m)
{
  const struct row *socketcall = row_named (archs[m].rows, "socketcall");
  unsigned end = last_number (archs[m].rows) + 1, next = 0;
  load (offsetof (struct seccomp_data, nr));
  /* If numbers above the table are denied, so are those of x32, as on a
     kernel without x32.  Otherwise x32 has the calls of x86_64.  */
  if (m == X86_64 && p->above[m] == SECCOMP_RET_ALLOW)
    put (BPF_ALU | BPF_AND | BPF_K, ~X32_BIT, 0, 0);
  if (socketcall && p->call[m][socketcall->number] == SECCOMP_RET_ALLOW
      && operations_differ (p))
    {
      next = socketcall->number + 1;
      answer_ranges (p->call[m], 0, socketcall->number);
      answer_socketcall (p, socketcall->number);
    }
  answer_ranges (p->call[m], next, end);
  /* A tracer that skips a call sets the result itself.  */
  answer_up_to (SKIPPED - 1, p->above[m]);
  put (BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
}

/* Returns the number of instructions, at most FILTER_MAX.  */
int
filter_make (const struct policy *p, struct sock_filter *place)
{
  code = place;
  length = 0;
  load (offsetof (struct seccomp_data, arch));
  for (int m = 0; m < ARCHS; m++)
    {
      put (BPF_JMP | BPF_JEQ | BPF_K, archs[m].audit_arch, 1, 0);
      int over = length;
      put (BPF_JMP | BPF_JA, 0, 0, 0);
      answer_arch (p, m);
      code[over].k = (uint32_t)(length - over - 1);
    }
  put (BPF_RET | BPF_K, SECCOMP_RET_ALLOW, 0, 0);
  return length;
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
