/* socket.S - the template of every socket call, one for all machines.  */
/* SPDX-License-Identifier: MIT */

/* The stub that includes this defines the CALL_ words, which HACKING.md
   explains; route.h defines FIRST, the first door, and ON_ERROR; sysdep.h has
   the macros.  The only branches are error and absent: C decides the rest.  */

#include <stub.h>
#include <route.h>

BEGIN
/* The test of a cancellation point belongs here.  */
#ifdef FIRST
	FIRST
	RETURN_OR ON_ERROR
#else					/* Route mux-only, no operation.  */
	TO_C	CALL_ELSE, CALL_ARGS
#endif
#ifdef SECOND_MUX			/* In a tail that all stubs share.  */
.Lsecond:
	SHARED_MUX CALL_OP
#elif defined SECOND_OWN
.Lsecond:
	FAIL_UNLESS ENOSYS
	OWN	CALL_NR, CALL_ARGS, CALL_ZEROS
	RETURN_OR ERROR_ENTRY
#endif
END
