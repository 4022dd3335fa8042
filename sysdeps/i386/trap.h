/* trap.h - enters the kernel from C on i386.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TRAP_H
#define TG_TRAP_H

/* The entry of the variant, as in the stubs.  */
#ifdef TG_ENTRY_int80
# define TG_ENTER "int $0x80"
#else
# define TG_ENTER "call *%%gs:0x10"
#endif

/* For the few calls that are prepared in C.  Returns the kernel's result, an
   error as a negated errno.  Unused arguments are 0.  */
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
