/* stub.h - what every stub has on every machine: names, size, notes.  */
/* SPDX-License-Identifier: MIT */

/* The machine's <sysdep.h> defines, as gas macros:
     OWN nr, n, z	call NR with the caller's N arguments and Z zeros; the
			result stays where the kernel left it
     RETURN_OR f	return the result, or go to F if it is an error
     FAIL_UNLESS e	go to ERROR_ENTRY unless the result is the error E
     TO_C f, n		tail-call F with the caller's N arguments
   with socketcall those of i386's <socketcall.h>, too, and as cpp's LANDING,
   how a function begins, and ERROR_ENTRY, where errno is set.  */

#include <kernel.h>
#include <libc.h>
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
