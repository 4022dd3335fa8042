/* probe.S - a program that succeeds where aarch64 programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	mov	x0, #1
	adr	x1, name
	mov	x2, #(name_end - name)
	mov	w8, #64				/* write  */
	svc	#0
	cmp	x0, x2
	cset	x0, ne
	mov	w8, #93				/* exit  */
	svc	#0
	brk	#0

name:
	.ascii	"svc"
name_end:
	.section .note.GNU-stack, "", %progbits
