/* inline-trap.h - the inline trap of arm.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  The kernel preserves all but r0.  r7 may be the frame pointer
   of Thumb code, where the compiler does not allow it in an asm: so ip has
   its value in the meantime.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ (#reg) = (long) (word)

#ifdef __thumb__
# define __TG_SYSCALL(nr, result, ...) \
  __asm__ __volatile__ ("mov	ip, r7\n\tmov	r7, %1\n\t" \
			"svc	#0" __TG_BEHIND "\n\tmov	r7, ip" \
			: result (__tg_r0) \
			: "r" ((long) (nr)) __VA_ARGS__ \
			: "ip", __TG_CLOBBERS)
#else
# define __TG_SYSCALL(nr, result, ...) \
  do \
    { \
      __TG_WORD (r7, nr); \
      __asm__ __volatile__ ("svc	#0" __TG_BEHIND \
			    : result (__tg_r0) \
			    : "r" (__tg_r7) __VA_ARGS__ \
			    : __TG_CLOBBERS); \
    } \
  while (0)
#endif

#define __TG_TRAP_0(result, nr) \
  do \
    { \
      register long __tg_r0 __asm__ ("r0"); \
      __TG_SYSCALL (nr, "=r", ); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_SYSCALL (nr, "+r", ); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_WORD (r1, b); \
      __TG_SYSCALL (nr, "+r", , "r" (__tg_r1)); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_WORD (r1, b); \
      __TG_WORD (r2, c); \
      __TG_SYSCALL (nr, "+r", , "r" (__tg_r1), "r" (__tg_r2)); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_WORD (r1, b); \
      __TG_WORD (r2, c); \
      __TG_WORD (r3, d); \
      __TG_SYSCALL (nr, "+r", , "r" (__tg_r1), "r" (__tg_r2), \
		    "r" (__tg_r3)); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_WORD (r1, b); \
      __TG_WORD (r2, c); \
      __TG_WORD (r3, d); \
      __TG_WORD (r4, e); \
      __TG_SYSCALL (nr, "+r", , "r" (__tg_r1), "r" (__tg_r2), \
		    "r" (__tg_r3), "r" (__tg_r4)); \
      (result) = __tg_r0; \
    } \
  while (0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      __TG_WORD (r0, a); \
      __TG_WORD (r1, b); \
      __TG_WORD (r2, c); \
      __TG_WORD (r3, d); \
      __TG_WORD (r4, e); \
      __TG_WORD (r5, f); \
      __TG_SYSCALL (nr, "+r", , "r" (__tg_r1), "r" (__tg_r2), \
		    "r" (__tg_r3), "r" (__tg_r4), "r" (__tg_r5)); \
      (result) = __tg_r0; \
    } \
  while (0)
