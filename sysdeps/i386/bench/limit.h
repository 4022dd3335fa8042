/* limit.h - enters the kernel by the fewest instructions that i386 needs.  */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_LIMIT_H
#define BENCH_LIMIT_H

/* The vsyscall.  Not every libc stores it at %gs:0x10, so it is looked up;
   a call through memory costs the same.  */
static unsigned long limit_entry;

/* For kernels started with vdso32=0.  */
extern char limit_int80[];
__asm__(".pushsection .text\n"
        "limit_int80:\n\t"
        "int $0x80\n\t"
        "ret\n\t"
        ".popsection");

/* The pairs of AT_ constant and value follow the environment; AT_SYSINFO is
   32.  */
static inline void
limit_start (char **envp)
{
  unsigned long *aux;
  limit_entry = (unsigned long)limit_int80;
  while (*envp)
    envp++;
  for (aux = (unsigned long *)(envp + 1); aux[0]; aux += 2)
    if (aux[0] == 32)
      limit_entry = aux[1];
}

#define LIMIT_TRAP(...)                                                       \
  __asm__ volatile("call *%[entry]"                                           \
                   : "=a"(result)                                             \
                   : "0"(nr), [entry] "m"(limit_entry), __VA_ARGS__           \
                   : "memory");                                               \
  return result

static inline long
limit2 (long nr, long a, long b)
{
  long result;
  LIMIT_TRAP ("b"(a), "c"(b));
}

static inline long
limit3 (long nr, long a, long b, long c)
{
  long result;
  LIMIT_TRAP ("b"(a), "c"(b), "d"(c));
}

static inline long
limit4 (long nr, long a, long b, long c, long d)
{
  long result;
  LIMIT_TRAP ("b"(a), "c"(b), "d"(c), "S"(d));
}

static inline long
limit5 (long nr, long a, long b, long c, long d, long e)
{
  long result;
  LIMIT_TRAP ("b"(a), "c"(b), "d"(c), "S"(d), "D"(e));
}

/* There is no constraint for %ebp.  The sixth argument is passed in %eax,
   which is loaded last.  */
static inline __attribute__ ((__always_inline__)) long
limit6 (long nr, long a, long b, long c, long d, long e, long f)
{
  long result;
  __asm__ volatile("pushl %%ebp\n\t"
                   "movl %%eax, %%ebp\n\t"
                   "movl %[nr], %%eax\n\t"
                   "call *%[entry]\n\t"
                   "popl %%ebp"
                   : "=a"(result)
                   : "0"(f), [nr] "i"(nr), [entry] "m"(limit_entry), "b"(a),
                     "c"(b), "d"(c), "S"(d), "D"(e)
                   : "memory");
  return result;
}

#endif
