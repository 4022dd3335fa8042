/* inline-trap.h - the inline trap of powerpc.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h; RESULT is a negated errno if it failed.  The kernel clobbers
   the registers of all six words.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ (#reg) = (long) (word)

/* OUT are the registers with words, LOST those of words without.  */
#define __TG_SYSCALL(result, nr, out, lost) \
  __TG_WORD (r0, nr); \
  __asm__ __volatile__ ("sc" __TG_BEHIND \
			"\n\tbns+	1f\n\tneg	3, 3\n1:" \
			: "+r" (__tg_r0), out \
			: \
			: lost "r9", "r10", "r11", "r12", "cr0", "cr1", \
			  "cr5", "cr6", "cr7", "ctr", "xer", __TG_CLOBBERS); \
  (result) = __tg_r3

#define __TG_OUT_1 "+r" (__tg_r3)
#define __TG_OUT_2 __TG_OUT_1, "+r" (__tg_r4)
#define __TG_OUT_3 __TG_OUT_2, "+r" (__tg_r5)
#define __TG_OUT_4 __TG_OUT_3, "+r" (__tg_r6)
#define __TG_OUT_5 __TG_OUT_4, "+r" (__tg_r7)
#define __TG_OUT_6 __TG_OUT_5, "+r" (__tg_r8)
#define __TG_LOST_6
#define __TG_LOST_5 "r8", __TG_LOST_6
#define __TG_LOST_4 "r7", __TG_LOST_5
#define __TG_LOST_3 "r6", __TG_LOST_4
#define __TG_LOST_2 "r5", __TG_LOST_3
#define __TG_LOST_1 "r4", __TG_LOST_2

#define __TG_TRAP_0(result, nr) \
  do \
    { \
      register long __tg_r3 __asm__ ("r3"); \
      __TG_SYSCALL (result, nr, "=r" (__tg_r3), __TG_LOST_1); \
    } \
  while (0)

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_SYSCALL (result, nr, __TG_OUT_1, __TG_LOST_1); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_WORD (r4, b); \
      __TG_SYSCALL (result, nr, __TG_OUT_2, __TG_LOST_2); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_WORD (r4, b); \
      __TG_WORD (r5, c); \
      __TG_SYSCALL (result, nr, __TG_OUT_3, __TG_LOST_3); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_WORD (r4, b); \
      __TG_WORD (r5, c); \
      __TG_WORD (r6, d); \
      __TG_SYSCALL (result, nr, __TG_OUT_4, __TG_LOST_4); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_WORD (r4, b); \
      __TG_WORD (r5, c); \
      __TG_WORD (r6, d); \
      __TG_WORD (r7, e); \
      __TG_SYSCALL (result, nr, __TG_OUT_5, __TG_LOST_5); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (r3, a); \
      __TG_WORD (r4, b); \
      __TG_WORD (r5, c); \
      __TG_WORD (r6, d); \
      __TG_WORD (r7, e); \
      __TG_WORD (r8, f); \
      __TG_SYSCALL (result, nr, __TG_OUT_6, __TG_LOST_6); \
    } \
  while (0)
