/* limit.h - enters the kernel by the fewest instructions that x86_64 needs. */
/* SPDX-License-Identifier: MIT */

#ifndef BENCH_LIMIT_H
#define BENCH_LIMIT_H

/* Makes the architecture's trap usable; a program that starts has nothing
   to do.  */
static inline void
limit_start (char **envp)
{
  (void)envp;
}

#define LIMIT_TRAP(...)                                                       \
  __asm__ volatile("syscall"                                                  \
                   : "=a"(result)                                             \
                   : "0"(nr), __VA_ARGS__                                     \
                   : "rcx", "r11", "memory");                                 \
  return result

static inline long
limit2 (long nr, long a, long b)
{
  long result;
  LIMIT_TRAP ("D"(a), "S"(b));
}

static inline long
limit3 (long nr, long a, long b, long c)
{
  long result;
  LIMIT_TRAP ("D"(a), "S"(b), "d"(c));
}

static inline long
limit4 (long nr, long a, long b, long c, long d)
{
  long result;
  register long r10 __asm__("r10") = d;
  LIMIT_TRAP ("D"(a), "S"(b), "d"(c), "r"(r10));
}

static inline long
limit5 (long nr, long a, long b, long c, long d, long e)
{
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  LIMIT_TRAP ("D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8));
}

static inline long
limit6 (long nr, long a, long b, long c, long d, long e, long f)
{
  long result;
  register long r10 __asm__("r10") = d;
  register long r8 __asm__("r8") = e;
  register long r9 __asm__("r9") = f;
  LIMIT_TRAP ("D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9));
}

#endif
