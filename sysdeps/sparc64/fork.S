/* fork.S - fork on sparc64, with two results.  */
/* SPDX-License-Identifier: MIT */

/* %o1 is 1 in the child, where %o0 is the number of the parent, and 0 in the
   parent.  */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	fork
#include <numbers.h>
#include <stub.h>

BEGIN
	mov	TG_NR_fork, %g1
	ta	0x6d
	bcs,pn	%xcc, 9f
	 LINK
	dec	%o1
	retl
	 and	%o0, %o1, %o0
9:	LINKED	ERROR_ENTRY
END
	.hidden	ERROR_ENTRY
