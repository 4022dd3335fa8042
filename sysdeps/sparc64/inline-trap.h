/* inline-trap.h - the inline trap of sparc64.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h; RESULT is a negated errno if it failed: the branch executes the
   instruction behind it only if it is taken.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ (#reg) = (long) (word)

#define __TG_SYSCALL(result, nr, first, ...) \
  __TG_WORD (g1, nr); \
  __asm__ __volatile__ ("ta	0x6d" __TG_BEHIND \
			"\n\tbcs,a,pn	%%xcc, 1f" \
			"\n\t neg	%%o0" \
			"\n1:" \
			: first (__tg_o0) \
			: "r" (__tg_g1) __VA_ARGS__ \
			: "cc", __TG_CLOBBERS); \
  (result) = __tg_o0

#define __TG_TRAP_0(result, nr) \
  do \
    { \
      register long __tg_o0 __asm__ ("o0"); \
      __TG_SYSCALL (result, nr, "=r", ); \
    } \
  while (0)

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_SYSCALL (result, nr, "+r", ); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_WORD (o1, b); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_o1)); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_WORD (o1, b); \
      __TG_WORD (o2, c); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_o1), "r" (__tg_o2)); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_WORD (o1, b); \
      __TG_WORD (o2, c); \
      __TG_WORD (o3, d); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_o1), "r" (__tg_o2), \
		    "r" (__tg_o3)); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_WORD (o1, b); \
      __TG_WORD (o2, c); \
      __TG_WORD (o3, d); \
      __TG_WORD (o4, e); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_o1), "r" (__tg_o2), \
		    "r" (__tg_o3), "r" (__tg_o4)); \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (o0, a); \
      __TG_WORD (o1, b); \
      __TG_WORD (o2, c); \
      __TG_WORD (o3, d); \
      __TG_WORD (o4, e); \
      __TG_WORD (o5, f); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_o1), "r" (__tg_o2), \
		    "r" (__tg_o3), "r" (__tg_o4), "r" (__tg_o5)); \
    } \
  while (0)
