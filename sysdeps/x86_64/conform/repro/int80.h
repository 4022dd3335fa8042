/* int80.h - the calls of i386 by int $0x80, for a 64-bit program.  */
/* SPDX-License-Identifier: MIT */

/* Only the low half is passed; the high half may be that of DIRTY_HIGH.  */
static void
check_width (long word)
{
  uint64_t high = (uint64_t)word >> 32;
  if (high && high != 0xffffffff && high != 0xA5A5A5A5)
    SKIP ("an argument is above 4 GiB: is it compiled with -no-pie?");
}

/* The raw call: no libc in between, errors as -EINVAL.  */
static long
kernel (long nr, long a, long b, long c, long d, long e, long f)
{
  register long last __asm__ ("r12") = f;
  const long word[] = { a, b, c, d, e, f };
  int got;
  for (int i = 0; i < 6; i++)
    check_width (word[i]);
  __asm__ volatile ("xchgq %%rbp, %1; int $0x80; xchgq %%rbp, %1"
                    : "=a"(got), "+r"(last)
                    : "0"(nr), "b"(a), "c"(b), "d"(c), "S"(d), "D"(e)
                    : "r8", "r9", "r10", "r11", "memory", "cc");
  return got;
}

/* Operation OP of socketcall.  */
static long
socketcall (int op, long a, long b, long c, long d, long e, long f)
{
  const long word[] = { a, b, c, d, e, f };
  uint32_t block[6];
  for (int i = 0; i < 6; i++)
    {
      check_width (word[i]);
      block[i] = word[i];
    }
  return kernel (NR_socketcall, op, WORD (block), 0, 0, 0, 0);
}

/* Memory that 32 bits reach.  */
static char *
pages (unsigned long size)
{
  char *got = mmap (0, size, PROT_READ | PROT_WRITE,
                    MAP_PRIVATE | MAP_ANONYMOUS | MAP_32BIT, -1, 0);
  if (got == MAP_FAILED)
    SKIP ("no memory below 4 GiB");
  return got;
}

/* With a stack that 32 bits reach.  */
static void
on_low_stack (void (*function) (void))
{
  static ucontext_t there, back;
  getcontext (&there);
  there.uc_stack.ss_size = 1 << 20;
  there.uc_stack.ss_sp = pages (there.uc_stack.ss_size);
  there.uc_link = &back;
  makecontext (&there, function, 0);
  swapcontext (&back, &there);
}
