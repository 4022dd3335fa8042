/* socket.S - the template of every socket call, one for all machines.  */
/* SPDX-License-Identifier: MIT */

/* The including stub says which call it is:
     CALL_NAME			its name in the table
     CALL_STRONG, CALL_WEAK	its symbols, either may be nothing
     CALL_NR, CALL_ARGS		the number that it traps with, the arguments
     CALL_ZEROS			that C gives, and how many zeros to add
     CALL_OP			the operation of socketcall; not defined: it
				has none here
     CALL_ELSE, CALL_ABSENT	the C function that takes over, arguments and
				all, where its first door is absent, and the
				tail that decides on it: see absent.S
     CALL_OWN_FIRST		flag E: socketcall only if nothing else is
				allowed
   <sysdep.h> says how this machine does each step, and TG_ROUTE_<route> which
   door comes first.  No branch here but "error" and "absent"; what is more
   complex than that is C's to decide.  */

#include <stub.h>

/* A door by itself, for tests: nothing takes over.  */
#ifdef TG_SINGLE_DOOR
# undef CALL_ELSE
#endif

#include <first-door.h>

#if !defined CALL_ELSE && defined CALL_OP && defined CALL_NR
# if defined TG_ROUTE_direct
#  define SECOND_MUX 1
# elif defined TG_ROUTE_mux
#  define SECOND_OWN 1
# endif
#endif

BEGIN
#ifdef FIRST_OWN
	ARGS	CALL_ARGS, CALL_ZEROS
	DO_TRAP	CALL_NR, CALL_ARGS + CALL_ZEROS
	ARGS_END CALL_ARGS, CALL_ZEROS
#elif defined FIRST_MUX
	MUX	CALL_OP, CALL_ARGS
#endif
#if defined SECOND_MUX
	IF_ERR	1f
	RETURN
1:	SECOND_DOOR CALL_OP, CALL_ARGS
#elif defined SECOND_OWN
	IF_ERR	1f
	RETURN
1:	OWN_DOOR CALL_NR, CALL_ARGS, CALL_ZEROS
#elif !defined FIRST_OWN && !defined FIRST_MUX
# ifdef CALL_ELSE
	ELSE_C	CALL_ELSE, CALL_ARGS
# else
	NO_DOOR
# endif
#elif defined CALL_ELSE
	RETURN_OR_GO CALL_ABSENT
#else
	RETURN_OR_FAIL
#endif
END
