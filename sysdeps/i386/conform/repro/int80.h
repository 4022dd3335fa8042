/* int80.h - a call of any number by int $0x80, for a program with a libc.  */
/* SPDX-License-Identifier: MIT */

/* The raw call: no libc in between, errors as -EINVAL.  */
static long
kernel (long nr, long a, long b, long c, long d, long e, long f)
{
  const long ends[] = { nr, f };
  __asm__ volatile ("pushl %%ebp; movl 4(%%eax), %%ebp; movl (%%eax), %%eax; "
                    "int $0x80; popl %%ebp" : "=a"(nr)
                    : "0"(ends), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
                    : "memory", "cc");
  return nr;
}
