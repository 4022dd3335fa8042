/* absent.S - the tail of a call that has a fallback in C.  */
/* SPDX-License-Identifier: MIT */

/* One for each such call, apart from its stub; the stack is as C left it.  If
   the kernel does not implement the call by that path, C takes over.  An older
   kernel's socketcall returns EINVAL for an operation it lacks.  */

#undef CALL_TIMES		/* The stub has done that.  */
#include <stub.h>
#include <route.h>
#ifdef FIRST_SOCKETCALL
# include <absent.h>
#endif

BEGIN
#ifdef FIRST_SOCKETCALL
	IF_ERROR EINVAL, 1f
#endif
	FAIL_UNLESS ENOSYS
1:	TO_C	CALL_FALLBACK, CALL_ARGS
END
	.hidden	CALL_STRONG
