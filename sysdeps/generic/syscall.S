/* syscall.S - the template of every call that is no socket call.  */
/* SPDX-License-Identifier: MIT */

/* The words that the including stub defines are those of socket.S; such a
   call has one door.  */

#include <stub.h>

BEGIN
	ARGS	CALL_ARGS, CALL_ZEROS
	DO_TRAP	CALL_NR, CALL_ARGS + CALL_ZEROS
	ARGS_END CALL_ARGS, CALL_ZEROS
	RETURN_OR_FAIL
END
