/* measure-freestanding.S - a program with instructions counted by hand.  */
/* SPDX-License-Identifier: MIT */

/*	3 before main, including the jump to it; in main 1 + 1 + 100 * 3,
	2 + 1 for a repeated string instruction, 4 for exit.  Its addresses
	are below 4 GiB, so that both architectures share one source.  */

	.bss
buffer:	.skip	4096
	.text
	.globl	_start
_start:
	nop
	nop
	jmp	main

	.type	main, @function
main:
	cld
	mov	$100, %ecx
1:	nop
	dec	%ecx
	jnz	1b
	mov	$64, %ecx
	mov	$buffer, %edi
	rep stosb
#ifdef AGAIN
	nop
#endif
	mov	$EXIT, %eax
	mov	$STATUS, %ebx
	mov	%ebx, %edi
	TRAP
	.size	main, . - main

	.section .note.GNU-stack, "", @progbits
