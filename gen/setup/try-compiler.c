/* try-compiler.c - finds faults of a compiler, for configure.  */
/* SPDX-License-Identifier: MIT */

/* Linked with start.S of the architecture, and no libc, since that may be made
   by the same compiler.  Exits with 0, or with the number of a fault.
   With FAULT_CODE there is only the code that may be wrong; with OPERAND and
   ARGUMENT as well, the same code for an operand that is not in memory.  */

#ifndef OPERAND
# define OPERAND (*p)
# define ARGUMENT int *p
#endif

/* 1: Debian 12's gcc 12.2 for sh4 drops the comparison of a value in memory
   with 0 where a branch depends on it, at -O1 and above.  */
int __attribute__ ((noinline))
zero_in_memory (ARGUMENT)
{
  if (OPERAND == 0)
    return 7;
  return 9;
}

#ifndef FAULT_CODE
# include <trap.h>

void __attribute__ ((noreturn))
__tg_start (long *stack)
{
  volatile int zero = 0, other = 5;
  int values[] = { zero, other };
  int fault = zero_in_memory (values) != 7 || zero_in_memory (values + 1) != 9;
  for (;;)
    tg_trap (NR_EXIT, fault, 0, 0, 0, 0);
}
#endif
