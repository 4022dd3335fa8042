/* inline-trap.h - the inline trap of alpha.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h; RESULT is a negated errno if it failed.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ ("$" #reg) = (long) (word)
#define __TG_NO_WORD(reg) register long __tg_##reg __asm__ ("$" #reg)

/* A to D: of the first four, "+r" for a word, "=r" for none.  */
#define __TG_SYSCALL(result, nr, a, b, c, d, ...) \
  __TG_WORD (0, nr); \
  __asm__ __volatile__ ("callsys" __TG_BEHIND \
			: "+r" (__tg_0), a (__tg_16), b (__tg_17), \
			  c (__tg_18), d (__tg_19) \
			: __VA_ARGS__ \
			: "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", \
			  "$22", "$23", "$24", "$25", "$27", "$28", \
			  __TG_CLOBBERS); \
  (result) = __tg_19 ? -__tg_0 : __tg_0

#define __TG_TRAP_0(result, nr) \
  do \
    { \
      __TG_NO_WORD (16); \
      __TG_NO_WORD (17); \
      __TG_NO_WORD (18); \
      __TG_NO_WORD (19); \
      __TG_SYSCALL (result, nr, "=r", "=r", "=r", "=r", ); \
    } \
  while (0)

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_NO_WORD (17); \
      __TG_NO_WORD (18); \
      __TG_NO_WORD (19); \
      __TG_SYSCALL (result, nr, "+r", "=r", "=r", "=r", ); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_WORD (17, b); \
      __TG_NO_WORD (18); \
      __TG_NO_WORD (19); \
      __TG_SYSCALL (result, nr, "+r", "+r", "=r", "=r", ); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_WORD (17, b); \
      __TG_WORD (18, c); \
      __TG_NO_WORD (19); \
      __TG_SYSCALL (result, nr, "+r", "+r", "+r", "=r", ); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_WORD (17, b); \
      __TG_WORD (18, c); \
      __TG_WORD (19, d); \
      __TG_SYSCALL (result, nr, "+r", "+r", "+r", "+r", ); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_WORD (17, b); \
      __TG_WORD (18, c); \
      __TG_WORD (19, d); \
      __TG_WORD (20, e); \
      __TG_SYSCALL (result, nr, "+r", "+r", "+r", "+r", "r" (__tg_20)); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (16, a); \
      __TG_WORD (17, b); \
      __TG_WORD (18, c); \
      __TG_WORD (19, d); \
      __TG_WORD (20, e); \
      __TG_WORD (21, f); \
      __TG_SYSCALL (result, nr, "+r", "+r", "+r", "+r", \
		    "r" (__tg_20), "r" (__tg_21)); \
    } \
  while (0)
