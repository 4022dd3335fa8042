/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	__tg_second_path
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_path
