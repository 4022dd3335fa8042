/* inline-trap.h - the inline trap of loongarch64.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  A word has the type of its parameter: of an int the kernel
   reads only the low half.  The kernel preserves the arguments but a0, which
   is a variable for the first word and another for the result.  */

#define __TG_WORD(reg, word) \
  register __typeof__ (word) __tg_##reg __asm__ ("$" #reg) = (word)

#define __TG_SYSCALL(result, nr, ...) \
  register long __tg_nr __asm__ ("$a7") = (nr); \
  register long __tg_result __asm__ ("$a0"); \
  __asm__ __volatile__ ("syscall	0" __TG_BEHIND \
			: "=r" (__tg_result) \
			: "r" (__tg_nr) __VA_ARGS__ \
			: "$t0", "$t1", "$t2", "$t3", "$t4", \
			  "$t5", "$t6", "$t7", "$t8", __TG_CLOBBERS); \
  (result) = __tg_result

/* The variables of N words, and the operands of the asm.  */
#define __TG_SET_0
#define __TG_SET_1(a) __TG_WORD (a0, a);
#define __TG_SET_2(a, b) \
  __TG_SET_1 (a) __TG_WORD (a1, b);
#define __TG_SET_3(a, b, c) \
  __TG_SET_2 (a, b) __TG_WORD (a2, c);
#define __TG_SET_4(a, b, c, d) \
  __TG_SET_3 (a, b, c) __TG_WORD (a3, d);
#define __TG_SET_5(a, b, c, d, e) \
  __TG_SET_4 (a, b, c, d) __TG_WORD (a4, e);
#define __TG_SET_6(a, b, c, d, e, f) \
  __TG_SET_5 (a, b, c, d, e) __TG_WORD (a5, f);
#define __TG_IN_0
#define __TG_IN_1 __TG_IN_0, "r" (__tg_a0)
#define __TG_IN_2 __TG_IN_1, "r" (__tg_a1)
#define __TG_IN_3 __TG_IN_2, "r" (__tg_a2)
#define __TG_IN_4 __TG_IN_3, "r" (__tg_a3)
#define __TG_IN_5 __TG_IN_4, "r" (__tg_a4)
#define __TG_IN_6 __TG_IN_5, "r" (__tg_a5)

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
