/* inline-trap.h - the inline trap of sh4.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h, which explains the instructions behind the trap.  The kernel
   preserves all registers but r0, for which z is the constraint.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ (#reg) = (long) (word)

#define __TG_SYSCALL(result, nr, ...) \
  do \
    { \
      __TG_WORD (r3, nr); \
      __asm__ __volatile__ ("trapa	#31" __TG_BEHIND "\n\t" \
			    "or	r0, r0\n\tor	r0, r0\n\t" \
			    "or	r0, r0\n\tor	r0, r0\n\t" \
			    "or	r0, r0" \
			    : "=z" (result) \
			    : "r" (__tg_r3) __VA_ARGS__ \
			    : __TG_CLOBBERS); \
    } \
  while (0)

#define __TG_TRAP_0(result, nr) \
  __TG_SYSCALL (result, nr, )

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_SYSCALL (result, nr, , "r" (__tg_r4)); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_WORD (r5, b); \
      __TG_SYSCALL (result, nr, , "r" (__tg_r4), "r" (__tg_r5)); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_WORD (r5, b); \
      __TG_WORD (r6, c); \
      __TG_SYSCALL (result, nr, , "r" (__tg_r4), "r" (__tg_r5), \
		    "r" (__tg_r6)); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_WORD (r5, b); \
      __TG_WORD (r6, c); \
      __TG_WORD (r7, d); \
      __TG_SYSCALL (result, nr, , "r" (__tg_r4), "r" (__tg_r5), \
		    "r" (__tg_r6), "r" (__tg_r7)); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_WORD (r5, b); \
      __TG_WORD (r6, c); \
      __TG_WORD (r7, d); \
      __TG_SYSCALL (result, nr, , "0" ((long) (e)), "r" (__tg_r4), \
		    "r" (__tg_r5), "r" (__tg_r6), "r" (__tg_r7)); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (r4, a); \
      __TG_WORD (r5, b); \
      __TG_WORD (r6, c); \
      __TG_WORD (r7, d); \
      __TG_WORD (r1, f); \
      __TG_SYSCALL (result, nr, , "0" ((long) (e)), "r" (__tg_r4), \
		    "r" (__tg_r5), "r" (__tg_r6), "r" (__tg_r7), \
		    "r" (__tg_r1)); \
    } \
  while (0)
