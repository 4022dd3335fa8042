/* vsyscall.h - a call by the entry of the vDSO, for a program with a libc.  */
/* SPDX-License-Identifier: MIT */

/* The raw call, errors as -EINVAL; the libc stores the entry at %gs:0x10.  */
static long
kernel (long nr, long a, long b, long c, long d, long e, long f)
{
  const long ends[] = { nr, f };
  __asm__ volatile ("pushl %%ebp; movl 4(%%eax), %%ebp; movl (%%eax), %%eax; "
                    "call *%%gs:0x10; popl %%ebp" : "=a"(nr)
                    : "0"(ends), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
                    : "memory", "cc");
  return nr;
}
