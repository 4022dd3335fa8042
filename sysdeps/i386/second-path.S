/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

#define CALL_STRONG	__tg_second_path
#define CALL_WEAK
#define CALL_MARK	.Lmark
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	movzbl	%dl, %edx
	xchgl	%ebx, %edx
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_path
