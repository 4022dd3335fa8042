/* absent.S - where a stub goes whose call C can do without.  */
/* SPDX-License-Identifier: MIT */

/* One for each call that has a fallback, apart from its stub: the answer is an
   error, the stack as C left it.  If it says that the door is absent, C takes
   over.  socketcall says EINVAL to an operation that it does not know.  */

/* It is not the call itself.  */
#undef CALL_NAME
#include <stub.h>
#include <first-door.h>

BEGIN
#ifdef FIRST_MUX
	FAIL_UNLESS_ABSENT_OP
#else
	FAIL_UNLESS_ABSENT
#endif
	ELSE_C	CALL_ELSE, CALL_ARGS
END
	.hidden	CALL_STRONG
