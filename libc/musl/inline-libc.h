/* inline-libc.h - what the inline form must know of musl.  */
/* SPDX-License-Identifier: MIT */

/* Are the calls of Linux alone (flag G) declared?  */
#ifdef _GNU_SOURCE
# define __TG_GNU 1
#else
# define __TG_GNU 0
#endif

/* Are names turned into those of 64-bit times? On 32-bit architectures
   always.  */
#if _REDIR_TIME64
# define __TG_TIME64 1
#else
# define __TG_TIME64 0
#endif

/* Addresses, and what a call throws.  */
#define __TG_SOCKADDR struct sockaddr *__restrict
#define __TG_CONST_SOCKADDR const struct sockaddr *
#define __TG_POINTER(address) (address)
#define __TG_NOTHROW
