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
     NO_DOOR		fail with ENOSYS
     FAIL_UNLESS_ABSENT	fail unless the error is ENOSYS
     ELSE_C f, n	go to the C function f with the caller's arguments
   and, only where the machine has socketcall:
     MUX op, n		do operation op with the caller's arguments
     FAIL_UNLESS_ABSENT_OP
			fail unless the error is ENOSYS or EINVAL
     SECOND_DOOR op, n	leave the operation to SECOND_TAIL and go there
     SECOND_TAIL	if the error is ENOSYS do that operation, else fail
     OWN_DOOR nr, n, z	leave the number to OWN_TAIL n, z and go there
     OWN_TAIL n, z	if the error is ENOSYS do that call, else fail
   and as cpp's, being single words:
     LANDING		what the entry of a function begins with
     ERROR_ENTRY	where the hidden C function that sets errno is entered
			with the kernel's result  */

#include <libc.h>
#include <max-errno.h>
#include <sysdep.h>

/* With a prefix a stub has one name, and stands beside the libc's.  */
#define PREFIXED(prefix, name) PASTE (prefix, name)
#define PASTE(prefix, name) prefix ## name

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

/* With an error go to F, else return the result.  */
	.macro	RETURN_OR_GO f
	.hidden	\f
	IF_ERR	\f
	RETURN
	.endm

	.macro	RETURN_OR_FAIL
	RETURN_OR_GO ERROR_ENTRY
	.endm

	.macro	END
	.cfi_endproc
.Lend:
#ifdef TG_PREFIX
	NAMES	.globl, PREFIXED (TG_PREFIX, CALL_NAME)
#else
	NAMES	.globl, CALL_STRONG
	NAMES	.weak, CALL_WEAK
# if defined CALL_NAME && defined MARK_CALLS
/* Where a program has the call from us: local, for trapgate show.  */
	.set	PREFIXED (__tg_is_, CALL_NAME), .Lbegin
# endif
#endif
	.section .note.GNU-stack, "", %progbits
	.endm
