/* inline-libc.h - what the inline form must know where there is no libc.  */
/* SPDX-License-Identifier: MIT */

/* The headers declare all calls, and turn no name into another.  */
#define __TG_GNU 1
#define __TG_TIME64 0

/* Addresses, and what a call throws.  */
#define __TG_SOCKADDR struct sockaddr *__restrict
#define __TG_CONST_SOCKADDR const struct sockaddr *
#define __TG_POINTER(address) (address)
#define __TG_NOTHROW
