/* minimal.h - the calls of minimal.S, and what they share.  */
/* SPDX-License-Identifier: MIT */

/* Before it an architecture has the macros MINIMAL, a call, and FAIL: sets
   errno to what the kernel returned, and the result to -1.  */

	.section .tbss, "awT", @nobits
	.balign	4
minimal_errno:
	.zero	4

	.text
#define MINIMAL_FIRST
#include <minimal-calls.h>
#undef MINIMAL_FIRST
	.text
	.type	minimal_error, @function
minimal_error:
	FAIL
	ret
	.size	minimal_error, . - minimal_error
#include <minimal-calls.h>
	.section .note.GNU-stack, "", @progbits
