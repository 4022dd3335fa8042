/* syscall.S - the template of every call that is no socket call.  */
/* SPDX-License-Identifier: MIT */

/* The stub that includes this defines the words of socket.S; such a call has
   one path.  */

#include <stub.h>

BEGIN
	DIRECT	CALL_NR, CALL_ARGS, CALL_ZEROS
#ifdef CALL_NEVER_FAILS			/* Any result is one.  */
	RETURN
#else
	RETURN_OR ERROR_ENTRY
#endif
END
