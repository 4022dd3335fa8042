/* route.h - which door a call takes first on this route, and what follows.  */
/* SPDX-License-Identifier: MIT */

#if defined CALL_OP && (defined TG_ROUTE_mux_only \
			|| (defined TG_ROUTE_mux && !defined CALL_OWN_FIRST))
# define FIRST		MUX CALL_OP
# define FIRST_MUX	1
#elif !defined TG_ROUTE_mux_only
# define FIRST		OWN CALL_NR, CALL_ARGS, CALL_ZEROS
#endif

/* A single door, for tests, has nothing behind it.  */
#if defined CALL_ELSE && !defined TG_SINGLE_DOOR
# define ON_ERROR	CALL_ABSENT
#elif defined CALL_OP && defined TG_ROUTE_direct
# define ON_ERROR	.Lsecond
# define SECOND_MUX	1
#elif defined CALL_OP && defined TG_ROUTE_mux
# define ON_ERROR	.Lsecond
# define SECOND_OWN	1
#else
# define ON_ERROR	ERROR_ENTRY
#endif
