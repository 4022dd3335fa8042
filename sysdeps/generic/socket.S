/* socket.S - the template of every socket call, one for all architectures.  */
/* SPDX-License-Identifier: MIT */

/* The stub defines the CALL_ words (HACKING.md), route.h the first path and
   ON_ERROR.  The only branches are error and unimplemented; C decides.  */

#include <stub.h>
#include <route.h>

BEGIN
#if defined FIRST_SOCKETCALL
	SOCKETCALL	CALL_OP
	RETURN_OR ON_ERROR
#elif defined FIRST_DIRECT
	DIRECT	CALL_NR, CALL_ARGS, CALL_ZEROS
	RETURN_OR ON_ERROR
#else
	TO_C	CALL_FALLBACK, CALL_ARGS
#endif
#ifdef SECOND
.Lsecond:
# ifdef FIRST_DIRECT
	SHARED_SOCKETCALL CALL_OP	/* A tail that all stubs share.  */
# else
	FAIL_UNLESS ENOSYS
	DIRECT	CALL_NR, CALL_ARGS, CALL_ZEROS
	RETURN_OR ERROR_ENTRY
# endif
#endif
END
