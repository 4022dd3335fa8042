/* inline-libc.h - what the inline form must know of glibc.  */
/* SPDX-License-Identifier: MIT */

/* Are the calls of Linux alone (flag G) declared?  */
#ifdef __USE_GNU
# define __TG_GNU 1
#else
# define __TG_GNU 0
#endif

/* Are names turned into those of 64-bit times?  */
#ifdef __USE_TIME_BITS64
# define __TG_TIME64 1
#else
# define __TG_TIME64 0
#endif

/* <bits/socket2.h> checks the size of the buffer in inline functions of its
   own.  */
#if defined __fortify_function && __USE_FORTIFY_LEVEL > 0
# define __TG_LEAVE_recv 1
# define __TG_LEAVE_recvfrom 1
#endif

/* In C with _GNU_SOURCE an address is a transparent union.  */
#define __TG_SOCKADDR __SOCKADDR_ARG
#define __TG_CONST_SOCKADDR __CONST_SOCKADDR_ARG
#ifdef __SOCKADDR_ALLTYPES
# define __TG_POINTER(address) ((address).__sockaddr__)
#else
# define __TG_POINTER(address) (address)
#endif

/* What is no cancellation point is declared to throw nothing; C keeps the
   attribute of the declaration.  */
#ifdef __cplusplus
# define __TG_NOTHROW __THROW
#else
# define __TG_NOTHROW
#endif
