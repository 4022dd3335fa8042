/* second-path.S - the tail of every stub that goes on to socketcall.  */
/* SPDX-License-Identifier: MIT */

/* The stub has stored the first two arguments (KEEP), and the sixth.  */

#define CALL_WEAK
#define CALL_MARK	.Lmark
#define CALL_STRONG	__tg_second_path
#include <stub.h>

BEGIN
	FAIL_UNLESS ENOSYS
	stmg	%r4, %r6, 32(%r15)
	lgr	%r2, %r1
	ENTER_SOCKETCALL
	RETURN_OR ERROR_ENTRY
END
	.hidden	__tg_second_path
