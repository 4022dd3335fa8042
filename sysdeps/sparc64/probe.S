/* probe.S - a program that succeeds where sparc64 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	call	1f
	 mov	2, %o2
name:
	.ascii	"ta\0\0"
1:	add	%o7, 8, %o1
	mov	1, %o0
	mov	4, %g1			/* write  */
	ta	0x6d
	xor	%o0, 2, %o0
	movrnz	%o0, 1, %o0
	mov	1, %g1			/* exit  */
	ta	0x6d
	.section .note.GNU-stack, "", %progbits
