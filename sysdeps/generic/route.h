/* route.h - the first path of a call on this route, and what follows it.  */
/* SPDX-License-Identifier: MIT */

#if defined CALL_OP && (defined TG_ROUTE_socketcall_only \
	|| (defined TG_ROUTE_socketcall && !defined CALL_DIRECT_FIRST))
# define FIRST_SOCKETCALL	1
#elif !defined TG_ROUTE_socketcall_only
# define FIRST_DIRECT	1
#endif

#if defined CALL_FALLBACK && !defined TG_ONE_PATH
# define ON_ERROR	CALL_UNIMPLEMENTED
#elif defined CALL_OP \
	&& (defined TG_ROUTE_direct || defined TG_ROUTE_socketcall)
# define ON_ERROR	.Lsecond
# define SECOND	1
#else
# define ON_ERROR	ERROR_ENTRY
#endif
#ifdef CALL_TIMES
# include <time64.h>
#endif
