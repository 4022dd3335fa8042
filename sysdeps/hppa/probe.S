/* probe.S - a program that succeeds where hppa programs run.  */
/* SPDX-License-Identifier: MIT */

/* For configure.  Makes one call by the entry, which writes the entry's name:
   the output names the entries that work.  */

	.text
	.globl	_start
_start:
	ldi	1, %r26
	ldil	L%name, %r25
	ldo	R%name(%r25), %r25
	ldi	name_end - name, %r24
	ble	0x100(%sr2, %r0)
	ldi	4, %r20				/* write  */
	sub	%r28, %r24, %r26
	ble	0x100(%sr2, %r0)
	ldi	1, %r20				/* exit  */
	iitlbp	%r0, (%sr0, %r0)

	.section .rodata
name:
	.ascii	"ble"
name_end:
	.section .note.GNU-stack, "", @progbits
