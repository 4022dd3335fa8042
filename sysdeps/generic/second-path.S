/* second-path.S - the end of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

#define CALL_STRONG	__tg_second_path
#define CALL_WEAK
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	SHARED_SOCKETCALL_TAIL
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_path
