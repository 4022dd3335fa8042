/* inline-trap.h - the inline trap of x86_64.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  A word has the type of its parameter: of an int the kernel
   reads only the low half.  The kernel clobbers rcx and r11.  syscall pushes
   nothing, so the red zone is preserved.  There are no constraints for r10, r8
   and r9, hence the register variables.  */

#define __TG_WORD(reg, word) \
  register __typeof__ (word) __tg_##reg __asm__ (#reg) = (word)

#define __TG_SYSCALL(result, nr, ...) \
  __asm__ __volatile__ ("syscall" __TG_BEHIND \
			: "=a" (result) \
			: "a" ((long) (nr)) __VA_ARGS__ \
			: "rcx", "r11", __TG_CLOBBERS)

#define __TG_TRAP_0(result, nr) __TG_SYSCALL (result, nr, )

#define __TG_TRAP_1(result, nr, a) __TG_SYSCALL (result, nr, , "D" (a))

#define __TG_TRAP_2(result, nr, a, b) \
  __TG_SYSCALL (result, nr, , "D" (a), "S" (b))

#define __TG_TRAP_3(result, nr, a, b, c) \
  __TG_SYSCALL (result, nr, , "D" (a), "S" (b), "d" (c))

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (r10, d); \
      __TG_SYSCALL (result, nr, , "D" (a), "S" (b), "d" (c), \
		    "r" (__tg_r10)); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (r10, d); \
      __TG_WORD (r8, e); \
      __TG_SYSCALL (result, nr, , "D" (a), "S" (b), "d" (c), \
		    "r" (__tg_r10), "r" (__tg_r8)); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (r10, d); \
      __TG_WORD (r8, e); \
      __TG_WORD (r9, f); \
      __TG_SYSCALL (result, nr, , "D" (a), "S" (b), "d" (c), \
		    "r" (__tg_r10), "r" (__tg_r8), "r" (__tg_r9)); \
    } \
  while (0)
