/* syscall.h - a call of any number by syscall, for a program with a libc.  */
/* SPDX-License-Identifier: MIT */

/* The raw call: no libc in between, errors as -EINVAL.  */
static long
kernel (long nr, long a, long b, long c, long d, long e, long f)
{
  register long r10 __asm__ ("r10") = d, r8 __asm__ ("r8") = e;
  register long r9 __asm__ ("r9") = f;
  __asm__ volatile ("syscall" : "+a"(nr)
                    : "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
                    : "rcx", "r11", "memory", "cc");
  return nr;
}
