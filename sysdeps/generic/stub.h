/* stub.h - what every stub has on every machine: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* The machine's <sysdep.h> defines, as gas macros (cpp's would stumble over
   # immediates and separators; gas takes RET for ret, so no name may be an
   instruction's):

     ARGS n, z		save what must be saved, load n arguments from where
			C put them, and z zeros behind them
     DO_TRAP nr, n	load the number and enter the kernel, n arguments
     ARGS_END n, z	restore, leaving the result and its flag alone
     IF_ERR label	branch there if the result is an error
     RETURN		return
     RETURN_OR_FAIL	return the result, or hand an error to the hidden C
			function that sets errno
     SECOND_DOOR op, n	leave the operation to SECOND_TAIL and go there
     SECOND_TAIL	if the error is ENOSYS do operation op of socketcall
			with the caller's arguments, else fail; only where
			the machine has socketcall
     LANDING		what the entry of a function begins with  */

#include <libc.h>
#include <max-errno.h>
#include <sysdep.h>

	.macro	NAMES directive, names:vararg
	.irp	name, \names
	.ifnb	\name
	\directive \name
	.type	\name, STT_FUNC
	.set	\name, .Lbegin
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
	.section .note.GNU-stack, "", %progbits
	.endm
