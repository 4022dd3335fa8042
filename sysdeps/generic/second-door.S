/* second-door.S - the end of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

#define CALL_STRONG	__tg_second_door
#define CALL_WEAK
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	SHARED_MUX_TAIL
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_door
