/* stub.h - what every stub has on every architecture: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* Gas macros of <sysdep.h> (socketcall's: i386/socketcall.h, i386/absent.h):
     DIRECT nr, n, z	call NR with the caller's N arguments and Z zeros
     RETURN		return the result
     RETURN_OR f	return the result, or go to F if it is an error
     FAIL_UNLESS e	go to ERROR_ENTRY unless the result is the error E
     TO_C f, n		tail-call F with the caller's N arguments  */

#include <kernel.h>
#include <sysdep.h>

/* The value of a function's symbol: the code, unless <sysdep.h> defines it as
   the label of a descriptor that LANDING makes.  */
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
