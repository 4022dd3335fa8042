/* first-door.h - which door a call takes first on this route.  */
/* SPDX-License-Identifier: MIT */

/* socketcall comes first on two routes, for a call that has an operation.  */
#if defined CALL_OP && (defined TG_ROUTE_mux_only \
			|| (defined TG_ROUTE_mux && !defined CALL_OWN_FIRST))
# define FIRST_MUX 1
#elif defined CALL_NR && !defined TG_ROUTE_mux_only
# define FIRST_OWN 1
#endif
