/* frame.h - arguments of a stub that outlive its first trap, on powerpc.  */
/* SPDX-License-Identifier: MIT */

/* A fallback, or the path that follows, needs the arguments again, and nothing
   below r1 is preserved (the ABI has no red zone).  So they are in a frame, in
   the form of socketcall's block, from the first trap up to what is last; the
   assembler's symbol .Lframe is defined while there is one.  */
#define FRAME	48
#define BLOCK	16
#if !defined TG_ONE_PATH && (defined CALL_FALLBACK || defined CALL_TIMES \
	|| (defined CALL_OP && defined TG_ROUTE_direct))
# define KEEP	1
#else
# define KEEP	0
#endif

	.macro	EACH_ARG opcode, n
	.irp	i, 1, 2, 3, 4, 5, 6
	.if	\i <= \n
	\opcode	2 + \i, BLOCK + 4 * (\i - 1)(1)
	.endif
	.endr
	.endm

	.macro	PUSH_ARGS n
	stwu	1, -FRAME(1); .cfi_adjust_cfa_offset FRAME
	EACH_ARG stw, \n
	.set	.Lframe, 1
	.endm

	.macro	POP
	addi	1, 1, FRAME; .cfi_adjust_cfa_offset -FRAME
	.endm

/* The tail of a call begins in the frame of its stub.  */
	.macro	IN_FRAME
	.cfi_adjust_cfa_offset FRAME
	.set	.Lframe, 1
	.endm

	.macro	LANDING
#ifdef CALL_UNIMPLEMENTED
	.ifc	CALL_STRONG, CALL_UNIMPLEMENTED
	IN_FRAME
	.endif
#endif
	.endm
