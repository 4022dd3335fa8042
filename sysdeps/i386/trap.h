/* trap.h - enters the kernel from inside a C function on i386.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TRAP_H
#define TG_TRAP_H

/* By the entry of the variant, like the stubs.  */
#ifdef TG_ENTRY_int80
# define TG_ENTER "int $0x80"
#else
# define TG_ENTER "call *%%gs:0x10"
#endif

/* For the few calls that C must prepare; the result is the kernel's, errors
   negated.  An argument that the call does not take is 0.  */
static inline long
tg_trap (long number, long a, long b, long c, long d, long e)
{
  long result;
  __asm__ volatile (TG_ENTER
		    : "=a" (result)
		    : "0" (number), "b" (a), "c" (b), "d" (c), "S" (d), "D" (e)
		    : "memory");
  return result;
}

#endif
