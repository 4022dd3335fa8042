/* try-compiler.c - finds faults of a compiler, for configure.  */
/* SPDX-License-Identifier: MIT */

/* Linked with start.S of the architecture, and no libc, since that may be made
   by the same compiler.  Exits with 0, or with 1 if the compiler is wrong.  */

#include <trap.h>

/* Debian 12's gcc 12.2 for sh4 drops the comparison of a value in memory with
   0 where a branch depends on it, at -O1 and above.  */
static int __attribute__ ((noinline))
zero_in_memory (int *p)
{
  if (*p == 0)
    return 7;
  return 9;
}

void __attribute__ ((noreturn))
__tg_start (long *stack)
{
  volatile int zero = 0, other = 5;
  int values[] = { zero, other };
  int wrong = zero_in_memory (values) != 7 || zero_in_memory (values + 1) != 9;
  for (;;)
    tg_trap (NR_EXIT, wrong, 0, 0, 0, 0);
}
