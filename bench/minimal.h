/* minimal.h - the calls of minimal.S, and their error tail.  */
/* SPDX-License-Identifier: MIT */

/* An architecture first defines the macros MINIMAL, a call, and FAIL, which
   sets errno from the result of the kernel and returns -1 to the caller.  */

	.section .tbss, "awT", %nobits
	.balign	4
minimal_errno:
	.zero	4

	.text
#define MINIMAL_FIRST
#include <minimal-calls.h>
#undef MINIMAL_FIRST
	.text
	.type	minimal_error, %function
minimal_error:
	FAIL
	.size	minimal_error, . - minimal_error
#include <minimal-calls.h>
	.section .note.GNU-stack, "", %progbits
