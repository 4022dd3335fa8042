/* registers.h - a call with all registers loaded, for powerpc.  */
/* SPDX-License-Identifier: MIT */

/* void NAME (const long *in, long *out): r3 r0 r4 to r12 r14 to r31 ctr lr and
   cr, before the call and after it.  GET and PUT load and store a register as
   word I at BASE, SIZE is that of a word, FUNCTION begins one.  */
	.macro	EACH op
	.irp	n, 5, 6, 7, 8, 9, 10, 11, 12
	\op	\n, \n - 2, 4
	.endr
	.irp	n, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28
	\op	\n, \n - 3, 4
	.endr
	.irp	n, 29, 30, 31
	\op	\n, \n - 3, 4
	.endr
	.endm

/* From word 8 of the frame on: r14 to r31, lr, cr, out; after the call r3 and
   r4 as well.  */
	.macro	SAVED op
	.irp	n, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28
	\op	\n, \n - 6, 1
	.endr
	.irp	n, 29, 30, 31
	\op	\n, \n - 6, 1
	.endr
	.endm

	.macro	REGISTERS name, entry:vararg
	FUNCTION \name
	DOWN	40 * SIZE
	SAVED	PUT
	mflr	0
	PUT	0, 26, 1
	mfcr	0
	PUT	0, 27, 1
	PUT	4, 28, 1
	mr	4, 3
	GET	0, 29, 4
	mtctr	0
	GET	0, 30, 4
	mtlr	0
	GET	0, 31, 4
	mtcr	0
	EACH	GET
	GET	3, 0, 4
	GET	0, 1, 4
	GET	4, 2, 4
	\entry
	PUT	3, 29, 1
	PUT	4, 30, 1
	GET	4, 28, 1
	PUT	0, 1, 4
	EACH	PUT
	GET	0, 29, 1
	PUT	0, 0, 4
	GET	0, 30, 1
	PUT	0, 2, 4
	mfctr	0
	PUT	0, 29, 4
	mflr	0
	PUT	0, 30, 4
	mfcr	0
	PUT	0, 31, 4
	GET	0, 26, 1
	mtlr	0
	GET	0, 27, 1
	mtcr	0
	SAVED	GET
	addi	1, 1, 40 * SIZE
	blr
	.endm

	.macro	END word
	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	32

/* The registers that the entry may clobber besides the result: r0, r4 to r12
   and ctr; of cr see context.h.  */
	.balign	8
	.globl	conform_lost_sc
conform_lost_sc:
	\word	1 << 29 | 0x3ff << 1, 0, 0
	.section .note.GNU-stack, "", @progbits
	.endm
