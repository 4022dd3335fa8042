/* inline-trap.h - the inline trap of m68k.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  The kernel preserves all registers but d0.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ (#reg) = (long) (word)

#define __TG_SYSCALL(result, nr, ...) \
  do \
    { \
      __TG_WORD (d0, nr); \
      __asm__ __volatile__ ("trap	#0" __TG_BEHIND \
			    : "+d" (__tg_d0) \
			    : __VA_ARGS__ \
			    : __TG_CLOBBERS); \
      (result) = __tg_d0; \
    } \
  while (0)

#define __TG_TRAP_0(result, nr) \
  __TG_SYSCALL (result, nr, )

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1)); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_WORD (d2, b); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1), "d" (__tg_d2)); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_WORD (d2, b); \
      __TG_WORD (d3, c); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1), "d" (__tg_d2), \
		    "d" (__tg_d3)); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_WORD (d2, b); \
      __TG_WORD (d3, c); \
      __TG_WORD (d4, d); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1), "d" (__tg_d2), \
		    "d" (__tg_d3), "d" (__tg_d4)); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_WORD (d2, b); \
      __TG_WORD (d3, c); \
      __TG_WORD (d4, d); \
      __TG_WORD (d5, e); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1), "d" (__tg_d2), \
		    "d" (__tg_d3), "d" (__tg_d4), "d" (__tg_d5)); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (d1, a); \
      __TG_WORD (d2, b); \
      __TG_WORD (d3, c); \
      __TG_WORD (d4, d); \
      __TG_WORD (d5, e); \
      __TG_WORD (a0, f); \
      __TG_SYSCALL (result, nr, "d" (__tg_d1), "d" (__tg_d2), \
		    "d" (__tg_d3), "d" (__tg_d4), "d" (__tg_d5), \
		    "a" (__tg_a0)); \
    } \
  while (0)
