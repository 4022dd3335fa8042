/* route.h - the first door of a call on this route, and what follows it.  */
/* SPDX-License-Identifier: MIT */

#if defined CALL_OP && (defined TG_ROUTE_mux_only \
			|| (defined TG_ROUTE_mux && !defined CALL_OWN_FIRST))
# define FIRST_MUX	1
#elif !defined TG_ROUTE_mux_only
# define FIRST_OWN	1
#endif

#if defined CALL_ELSE && !defined TG_SINGLE_DOOR
# define ON_ERROR	CALL_ABSENT
#elif defined CALL_OP && (defined TG_ROUTE_direct || defined TG_ROUTE_mux)
# define ON_ERROR	.Lsecond
# define SECOND	1
#else
# define ON_ERROR	ERROR_ENTRY
#endif
