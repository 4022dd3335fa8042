/* absent.S - where a call that has a fallback in C goes with an error.  */
/* SPDX-License-Identifier: MIT */

/* One for each such call, apart from its stub; the stack is as C left it.  If
   the kernel lacks the call by that path, C takes over.  */

/* It is not the call itself.  */
#undef CALL_NAME
#include <stub.h>
#include <route.h>

BEGIN
#ifdef FIRST_SOCKETCALL
	IF_EINVAL 1f
#endif
	FAIL_UNLESS ENOSYS
1:	TO_C	CALL_FALLBACK, CALL_ARGS
END
	.hidden	CALL_STRONG
