/* registers.S - a call with all registers loaded, by the entries of x86_64. */
/* SPDX-License-Identifier: MIT */

#include "registers.h"

	.text
	REGISTERS conform_registers_syscall, syscall
	REGISTERS conform_registers_int80, int $0x80

	.section .rodata
	.globl	conform_register_count
	.balign	4
conform_register_count:
	.long	16

/* The registers that the entry may clobber besides the result: always; and
   before a release.  syscall stores the return address in rcx and the flags
   in r11; int $0x80 cleared r8 to r11 before 4.17.  */
	.balign	8
	.globl	conform_lost_syscall
conform_lost_syscall:
	.quad	1 << 2 | 1 << 10, 0, 0
	.globl	conform_lost_int80
conform_lost_int80:
	.quad	0xf << 7, 0, 0
	.section .note.GNU-stack, "", @progbits
