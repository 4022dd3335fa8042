/* stub.h - what every stub has on every architecture: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* Macros of <sysdep.h>, of gas or of the preprocessor:
     LANDING		the first instruction of a function, or nothing
     ERROR_ENTRY	the label to which errors go: see <error-entry.h>
     DIRECT nr, n, z	call NR with the caller's N arguments and Z zeros
     RETURN		return the result
     RETURN_OR f	return the result, or go to F if it is an error
     FAIL_UNLESS e	go to ERROR_ENTRY unless the result is the error E
     TO_C f, n		tail-call F with the caller's N arguments

   Of <socketcall.h> and <absent.h>, where the kernel has socketcall:
     SOCKETCALL op		make the call by operation OP
     SHARED_SOCKETCALL op	do so after ENOSYS: go to second-path.S
     IF_ERROR e, f		go to F if the result is the error E  */

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
