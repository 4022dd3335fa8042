/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	__tg_second_path
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	PUSH_ARGUMENTS 4
	mov	r2, r4
	mov	r15, r5
	NUMBER	TG_NR_socketcall
	TRAP
	DROP	4
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_path
