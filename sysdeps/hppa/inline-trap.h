/* inline-trap.h - the inline trap of hppa.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  The kernel clobbers r1, and the branch r31.  */

#define __TG_WORD(reg, word) \
  register __typeof__ (word) __tg_##reg __asm__ (#reg) = (word)

#define __TG_SYSCALL(result, nr, ...) \
  register long __tg_nr __asm__ ("r20") = (nr); \
  register long __tg_result __asm__ ("r28"); \
  __asm__ __volatile__ ("ble	0x100(%%sr2, %%r0)\n\tnop" __TG_BEHIND \
			: "=r" (__tg_result) \
			: "r" (__tg_nr) __VA_ARGS__ \
			: "r1", "r31", __TG_CLOBBERS); \
  (result) = __tg_result

/* The variables of N words, and the operands of the asm.  */
#define __TG_SET_0
#define __TG_SET_1(a) __TG_WORD (r26, a);
#define __TG_SET_2(a, b) \
  __TG_SET_1 (a) __TG_WORD (r25, b);
#define __TG_SET_3(a, b, c) \
  __TG_SET_2 (a, b) __TG_WORD (r24, c);
#define __TG_SET_4(a, b, c, d) \
  __TG_SET_3 (a, b, c) __TG_WORD (r23, d);
#define __TG_SET_5(a, b, c, d, e) \
  __TG_SET_4 (a, b, c, d) __TG_WORD (r22, e);
#define __TG_SET_6(a, b, c, d, e, f) \
  __TG_SET_5 (a, b, c, d, e) __TG_WORD (r21, f);
#define __TG_IN_0
#define __TG_IN_1 __TG_IN_0, "r" (__tg_r26)
#define __TG_IN_2 __TG_IN_1, "r" (__tg_r25)
#define __TG_IN_3 __TG_IN_2, "r" (__tg_r24)
#define __TG_IN_4 __TG_IN_3, "r" (__tg_r23)
#define __TG_IN_5 __TG_IN_4, "r" (__tg_r22)
#define __TG_IN_6 __TG_IN_5, "r" (__tg_r21)

#define __TG_MAKE(result, nr, set, in) \
  do \
    { \
      set \
      __TG_SYSCALL (result, nr, in); \
    } \
  while (0)

#define __TG_TRAP_0(result, nr) \
  __TG_MAKE (result, nr, __TG_SET_0, __TG_IN_0)
#define __TG_TRAP_1(result, nr, a) \
  __TG_MAKE (result, nr, __TG_SET_1 (a), __TG_IN_1)
#define __TG_TRAP_2(result, nr, a, b) \
  __TG_MAKE (result, nr, __TG_SET_2 (a, b), __TG_IN_2)
#define __TG_TRAP_3(result, nr, a, b, c) \
  __TG_MAKE (result, nr, __TG_SET_3 (a, b, c), __TG_IN_3)
#define __TG_TRAP_4(result, nr, a, b, c, d) \
  __TG_MAKE (result, nr, __TG_SET_4 (a, b, c, d), __TG_IN_4)
#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  __TG_MAKE (result, nr, __TG_SET_5 (a, b, c, d, e), __TG_IN_5)
#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  __TG_MAKE (result, nr, __TG_SET_6 (a, b, c, d, e, f), __TG_IN_6)
