/* inline-trap.h - the inline trap of i386.  */
/* SPDX-License-Identifier: MIT */

/* __TG_TRAP_<n> (RESULT, NR, ...) makes call NR with N words, in the registers
   of sysdep.h.  The kernel and the vsyscall preserve all but eax.  Calling the
   vsyscall pushes a return address; the i386 ABI has no red zone.  */

#ifdef TRAPGATE_ENTRY_int80
# define __TG_ENTER "int	$0x80"
# define __TG_SIX "__tg_inline_six_int80"
#else
# define __TG_ENTER "call	*%gs:0x10"
# define __TG_SIX "__tg_inline_six_vsyscall"
#endif

/* The sixth word is passed in ebp, which may be the frame pointer of the
   caller, also for unwinding.  So a function loads it, one for all objects
   (weak, since clang's LTO does not see the group): edi points to words five
   and six.  */
#ifdef __GCC_HAVE_DWARF2_CFI_ASM
# define __TG_CFI(directive) "	.cfi_" directive "\n"
#else
# define __TG_CFI(directive)
#endif

__asm__ ("	.ifndef	" __TG_SIX "\n"
	 "	.pushsection .text." __TG_SIX ", \"axG\", @progbits, "
			__TG_SIX ", comdat\n"
	 "	.weak	" __TG_SIX "\n"
	 "	.hidden	" __TG_SIX "\n"
	 "	.type	" __TG_SIX ", @function\n"
	 __TG_SIX ":\n"
	 __TG_CFI ("startproc")
	 "	pushl	%ebp\n"
	 __TG_CFI ("adjust_cfa_offset 4")
	 __TG_CFI ("rel_offset %ebp, 0")
	 "	movl	4(%edi), %ebp\n"
	 "	movl	(%edi), %edi\n"
	 "	" __TG_ENTER "\n"
	 "	popl	%ebp\n"
	 __TG_CFI ("adjust_cfa_offset -4")
	 __TG_CFI ("restore %ebp")
	 "	ret\n"
	 __TG_CFI ("endproc")
	 "	.size	" __TG_SIX ", . - " __TG_SIX "\n"
	 "	.popsection\n"
	 "	.endif\n");

#ifdef __clang__
/* In a function that aligns its frame and has a variable-length array or
   alloca, clang addresses all other objects through esi, and ignores that an
   asm needs esi.  So a function loads esi for four words and more: edi points
   to words four, five and six.  */
# define __TG_MORE __TG_SIX "_clang"
__asm__ ("	.ifndef	" __TG_MORE "\n"
	 "	.pushsection .text." __TG_MORE ", \"axG\", @progbits, "
			__TG_MORE ", comdat\n"
	 "	.weak	" __TG_MORE "\n"
	 "	.hidden	" __TG_MORE "\n"
	 "	.type	" __TG_MORE ", @function\n"
	 __TG_MORE ":\n"
	 __TG_CFI ("startproc")
	 "	pushl	%ebp\n"
	 __TG_CFI ("adjust_cfa_offset 4")
	 __TG_CFI ("rel_offset %ebp, 0")
	 "	pushl	%esi\n"
	 __TG_CFI ("adjust_cfa_offset 4")
	 __TG_CFI ("rel_offset %esi, 0")
	 "	movl	8(%edi), %ebp\n"
	 "	movl	(%edi), %esi\n"
	 "	movl	4(%edi), %edi\n"
	 "	" __TG_ENTER "\n"
	 "	popl	%esi\n"
	 __TG_CFI ("adjust_cfa_offset -4")
	 __TG_CFI ("restore %esi")
	 "	popl	%ebp\n"
	 __TG_CFI ("adjust_cfa_offset -4")
	 __TG_CFI ("restore %ebp")
	 "	ret\n"
	 __TG_CFI ("endproc")
	 "	.size	" __TG_MORE ", . - " __TG_MORE "\n"
	 "	.popsection\n"
	 "	.endif\n");
#endif

/* In an asm with operands, a percent sign is doubled.  */
#ifdef TRAPGATE_ENTRY_int80
# define __TG_ENTER_INLINE "int	$0x80" __TG_BEHIND
#else
# define __TG_ENTER_INLINE "call	*%%gs:0x10"
#endif

#define __TG_SYSCALL(result, nr, ...) \
  __asm__ __volatile__ (__TG_ENTER_INLINE \
			: "=a" (result) \
			: "a" ((long) (nr)) __VA_ARGS__ \
			: __TG_CLOBBERS)

#define __TG_TRAP_0(result, nr) __TG_SYSCALL (result, nr, )

#define __TG_TRAP_1(result, nr, a) __TG_SYSCALL (result, nr, , "b" (a))

#define __TG_TRAP_2(result, nr, a, b) \
  __TG_SYSCALL (result, nr, , "b" (a), "c" (b))

#define __TG_TRAP_3(result, nr, a, b, c) \
  __TG_SYSCALL (result, nr, , "b" (a), "c" (b), "d" (c))

#ifdef __clang__

# define __TG_TRAP_4(result, nr, a, b, c, d) \
  __TG_TRAP_6 (result, nr, a, b, c, d, 0, 0)

# define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  __TG_TRAP_6 (result, nr, a, b, c, d, e, 0)

# define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      long __tg_words[3], *__tg_more = __tg_words; \
      __tg_words[0] = (long) (d); \
      __tg_words[1] = (long) (e); \
      __tg_words[2] = (long) (f); \
      __asm__ __volatile__ ("call	" __TG_MORE \
			    : "=a" (result), "+D" (__tg_more) \
			    : "a" ((long) (nr)), "b" (a), "c" (b), "d" (c) \
			    : __TG_CLOBBERS); \
    } \
  while (0)

#else

# define __TG_TRAP_4(result, nr, a, b, c, d) \
  __TG_SYSCALL (result, nr, , "b" (a), "c" (b), "d" (c), "S" (d))

# define __TG_TRAP_5(result, nr, a, b, c, d, e) \
  __TG_SYSCALL (result, nr, , "b" (a), "c" (b), "d" (c), "S" (d), "D" (e))

# define __TG_TRAP_6(result, nr, a, b, c, d, e, f) \
  do \
    { \
      long __tg_words[2], *__tg_more = __tg_words; \
      __tg_words[0] = (long) (e); \
      __tg_words[1] = (long) (f); \
      __asm__ __volatile__ ("call	" __TG_SIX \
			    : "=a" (result), "+D" (__tg_more) \
			    : "a" ((long) (nr)), "b" (a), "c" (b), \
			      "d" (c), "S" (d) \
			    : __TG_CLOBBERS); \
    } \
  while (0)

#endif
