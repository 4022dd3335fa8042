/* own-door.S - the end of every stub that tries socketcall first.  */
/* SPDX-License-Identifier: MIT */

/* Made once for each shape of arguments: CALL_ARGS, and CALL_ZEROS behind
   them.  A stub whose operation answered an error jumps here with that answer
   and its own number where OWN_DOOR left it, the stack as C left it.  */

#include <stub.h>

BEGIN
	OWN_TAIL CALL_ARGS, CALL_ZEROS
END
