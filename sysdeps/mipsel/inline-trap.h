/* inline-trap.h - the inline trap of mips (o32).  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h; RESULT is a negated errno if it failed.  Before 2.6.37, the
   kernel restarts a call one instruction before the trap, which has to load
   $2; this addition is li or move.  */

#define __TG_WORD(reg, word) \
  register long __tg_##reg __asm__ ("$" #reg) = (long) (word)

#define __TG_SYSCALL(result, nr, flag, ...) \
  register long __tg_2 __asm__ ("$2"); \
  __asm__ __volatile__ ("addu	$2, $0, %2\n\tsyscall" __TG_BEHIND \
			: "=&r" (__tg_2), flag (__tg_7) \
			: "rI" ((long) (nr)) __VA_ARGS__ \
			: "$1", "$3", "$8", "$9", "$10", "$11", "$12", "$13", \
			  "$14", "$15", "$24", "$25", "hi", "lo", \
			  __TG_CLOBBERS); \
  (result) = __tg_7 ? -__tg_2 : __tg_2

#define __TG_TRAP_0(result, nr) \
  do \
    { \
      register long __tg_7 __asm__ ("$7"); \
      __TG_SYSCALL (result, nr, "=r"); \
    } \
  while (0)

#define __TG_TRAP_1(result, nr, a) \
  do \
    { \
      register long __tg_7 __asm__ ("$7"); \
      __TG_WORD (4, a); \
      __TG_SYSCALL (result, nr, "=r", , "r" (__tg_4)); \
    } \
  while (0)

#define __TG_TRAP_2(result, nr, a, b) \
  do \
    { \
      register long __tg_7 __asm__ ("$7"); \
      __TG_WORD (4, a); \
      __TG_WORD (5, b); \
      __TG_SYSCALL (result, nr, "=r", , "r" (__tg_4), "r" (__tg_5)); \
    } \
  while (0)

#define __TG_TRAP_3(result, nr, a, b, c) \
  do \
    { \
      register long __tg_7 __asm__ ("$7"); \
      __TG_WORD (4, a); \
      __TG_WORD (5, b); \
      __TG_WORD (6, c); \
      __TG_SYSCALL (result, nr, "=r", , "r" (__tg_4), "r" (__tg_5), \
		    "r" (__tg_6)); \
    } \
  while (0)

#define __TG_TRAP_4(result, nr, a, b, c, d) \
  do \
    { \
      __TG_WORD (4, a); \
      __TG_WORD (5, b); \
      __TG_WORD (6, c); \
      __TG_WORD (7, d); \
      __TG_SYSCALL (result, nr, "+r", , "r" (__tg_4), "r" (__tg_5), \
		    "r" (__tg_6)); \
    } \
  while (0)

#define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  __TG_TRAP_6 (result, nr, a, b, c, d, e, 0)

#define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  ((result) = __tg_inline_six ((long) (a), (long) (b), (long) (c), \
			       (long) (d), (long) (e), (long) (f), \
			       (long) (nr)))

/* The fifth and the sixth word are on the stack, where only a call has room
   for them.  So a function traps, one for all objects.  */
#ifdef __GCC_HAVE_DWARF2_CFI_ASM
# define __TG_CFI(directive) "	.cfi_" directive "\n"
#else
# define __TG_CFI(directive)
#endif

#ifdef __cplusplus
extern "C"
#else
extern
#endif
long __tg_inline_six (long, long, long, long, long, long, long)
  __attribute__ ((__visibility__ ("hidden")));

__asm__ ("	.ifndef	__tg_inline_six\n"
	 "	.pushsection .text.__tg_inline_six, \"axG\", @progbits, "
			"__tg_inline_six, comdat\n"
	 "	.align	2\n"
	 "	.weak	__tg_inline_six\n"
	 "	.hidden	__tg_inline_six\n"
	 "	.type	__tg_inline_six, @function\n"
	 "	.set	push\n"
	 "	.set	noreorder\n"
	 "__tg_inline_six:\n"
	 __TG_CFI ("startproc")
	 "	lw	$2, 24($29)\n"
	 "	syscall\n"
	 "	beqz	$7, 1f\n"
	 "	 nop\n"
	 "	negu	$2, $2\n"
	 "1:	jr	$31\n"
	 "	 nop\n"
	 __TG_CFI ("endproc")
	 "	.set	pop\n"
	 "	.size	__tg_inline_six, . - __tg_inline_six\n"
	 "	.popsection\n"
	 "	.endif\n");
