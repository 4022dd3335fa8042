/* socket.S - the template of every socket call, one for all machines.  */
/* SPDX-License-Identifier: MIT */

/* The including stub says which call it is:
     CALL_STRONG, CALL_WEAK	its names, either may be nothing
     CALL_NR, CALL_ARGS		the number that it traps with, the arguments
     CALL_ZEROS			that C gives, and how many zeros to add
     CALL_OP			the operation of socketcall that is its
				second door; not defined: it has none
   and <sysdep.h> how this machine does each step.  No branch here but
   "error"; what is more complex than that is C's to decide.  */

#include <stub.h>

BEGIN
	ARGS	CALL_ARGS, CALL_ZEROS
	DO_TRAP	CALL_NR, CALL_ARGS + CALL_ZEROS
	ARGS_END CALL_ARGS, CALL_ZEROS
#ifdef CALL_OP
	IF_ERR	1f
	RETURN
1:	SECOND_DOOR CALL_OP, CALL_ARGS
#else
	RETURN_OR_FAIL
#endif
END
