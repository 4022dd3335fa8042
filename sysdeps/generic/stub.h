/* stub.h - what every stub has on every architecture: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* Gas macros of <sysdep.h> (socketcall's: i386/socketcall.h, i386/absent.h):
     DIRECT nr, n, z	call NR with the caller's N arguments and Z zeros
     RETURN_OR f	return the result, or go to F if it is an error
     FAIL_UNLESS e	go to ERROR_ENTRY unless the result is the error E
     TO_C f, n		tail-call F with the caller's N arguments  */

#include <kernel.h>
#include <sysdep.h>

/* What a name stands for: the code, or its descriptor (ppc64).  */
#ifndef ENTRY
# define ENTRY	.Lbegin
#endif

	.macro	NAMES directive, names:vararg
	.irp	name, \names
	.ifnb	\name
	\directive \name
	.type	\name, STT_FUNC
	.set	\name, ENTRY
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
	.set	CALL_MARK, .Lbegin
	.section .note.GNU-stack, "", %progbits
	.endm
