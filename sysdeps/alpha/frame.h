/* frame.h - arguments of a stub that outlive the trap, on alpha.  */
/* SPDX-License-Identifier: MIT */

/* A fallback needs the arguments again, and nothing below $30 is preserved.
   They are in a frame, which the tail of the call takes over; the assembler's
   symbol .Lframe is defined while there is one.  */
#define FRAME	48
#if !defined TG_ONE_PATH && defined CALL_FALLBACK
# define KEEP	1
#else
# define KEEP	0
#endif

	.macro	EACH_ARG opcode, n
	.irp	arg, "16, 1", "17, 2", "18, 3", "19, 4", "20, 5", "21, 6"
	ONE_ARG	\opcode, \n, \arg
	.endr
	.endm

	.macro	ONE_ARG opcode, n, reg, i
	.if	\i <= \n
	\opcode	$\reg, 8 * (\i - 1)($30)
	.endif
	.endm

	.macro	PUSH_ARGS n
	lda	$30, -FRAME($30)
	.cfi_adjust_cfa_offset FRAME
	EACH_ARG stq, \n
	.Lframe = 1
	.endm

	.macro	POP
	lda	$30, FRAME($30)
	.cfi_adjust_cfa_offset -FRAME
	.endm

/* The tail of a call begins in the frame of its stub.  */
	.macro	LANDING
#ifdef CALL_UNIMPLEMENTED
	.ifc	CALL_STRONG, CALL_UNIMPLEMENTED
	.cfi_adjust_cfa_offset FRAME
	.Lframe = 1
	.endif
#endif
	.endm
