/* stub.h - what every stub has on every architecture: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* gen/port/macros.tbl lists the macros of <sysdep.h>.  */
#include <kernel.h>
#include <sysdep.h>

/* The value of a function's symbol, unless it has a descriptor.  */
#ifndef FUNCTION_SYMBOL
# define FUNCTION_SYMBOL .Lbegin
#endif

	.macro	NAMES directive, names:vararg
	.irp	name, \names
	.ifnb	\name
	\directive \name
	.type	\name, STT_FUNC
	\name = FUNCTION_SYMBOL
	.size	\name, .Lend - .Lbegin
	.endif
	.endr
	.endm

	.macro	BEGIN
	.cfi_sections CFI_SECTION
	.text
.Lbegin:
	.cfi_startproc
	LANDING
	.endm

	.macro	END
	.cfi_endproc
.Lend:
	NAMES	.globl, CALL_STRONG
	NAMES	.weak, CALL_WEAK
	CALL_MARK = FUNCTION_SYMBOL
	.section .note.GNU-stack, "", %progbits
	.endm
