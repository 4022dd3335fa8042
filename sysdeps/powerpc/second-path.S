/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

/* r9 has the operation.  The arguments are in the frame of the stub.  */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	SECOND_PATH
#include <stub.h>

BEGIN
	IN_FRAME
	FAIL_UNLESS ENOSYS
	mr	3, 9
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	SECOND_PATH
