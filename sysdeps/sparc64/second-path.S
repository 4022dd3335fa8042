/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

/* %g4 has the first argument, %g5 the operation.  */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	SECOND_PATH
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	.irp	arg, "g4, 1", "o1, 2", "o2, 3", "o3, 4", "o4, 5", "o5, 6"
	STORE_ARG \arg, 6
	.endr
	mov	%g5, %o0
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	SECOND_PATH
