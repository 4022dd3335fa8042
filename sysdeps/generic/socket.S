/* socket.S - the template of every socket call, one for all machines.  */
/* SPDX-License-Identifier: MIT */

/* The stub defines the CALL_ words (HACKING.md), route.h the first door and
   ON_ERROR.  The only branches are error and absent: C decides the rest.  */

#include <stub.h>
#include <route.h>

BEGIN
/* The test of a cancellation point belongs here.  */
#if defined FIRST_MUX
	MUX	CALL_OP
	RETURN_OR ON_ERROR
#elif defined FIRST_OWN
	OWN	CALL_NR, CALL_ARGS, CALL_ZEROS
	RETURN_OR ON_ERROR
#else
	TO_C	CALL_ELSE, CALL_ARGS
#endif
#ifdef SECOND
.Lsecond:
# ifdef FIRST_OWN
	SHARED_MUX CALL_OP		/* In a tail that all stubs share.  */
# else
	FAIL_UNLESS ENOSYS
	OWN	CALL_NR, CALL_ARGS, CALL_ZEROS
	RETURN_OR ERROR_ENTRY
# endif
#endif
END
