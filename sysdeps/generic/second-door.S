/* second-door.S - the end of every stub that has two doors.  */
/* SPDX-License-Identifier: MIT */

/* A stub whose first door answered an error jumps here with that answer and
   its operation where SECOND_DOOR left them, the stack as C left it.  The
   tail asks for ENOSYS once for all stubs, and only then tries the other
   door.  */

#define CALL_STRONG	__tg_second_door
#define CALL_WEAK

#include <stub.h>

BEGIN
	SECOND_TAIL
END
	.hidden	__tg_second_door
