/* trap.h - enters the kernel from C on x86_64.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_TRAP_H
#define TG_TRAP_H

/* For the few calls that are prepared in C.  Returns the kernel's result, an
   error as a negated errno.  Unused arguments are 0.  */
static inline long
tg_trap (long number, long a, long b, long c, long d, long e)
{
  register long r10 __asm__ ("r10") = d;
  register long r8 __asm__ ("r8") = e;
  long result;
  __asm__ volatile ("syscall"
		    : "=a" (result)
		    : "0" (number), "D" (a), "S" (b), "d" (c), "r" (r10),
		      "r" (r8)
		    : "rcx", "r11", "memory");
  return result;
}

#endif
