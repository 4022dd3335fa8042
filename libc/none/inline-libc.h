/* inline-libc.h - the part of the inline form for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

/* The headers declare all calls, and redirect no names.  */
#define __TG_GNU 1
#define __TG_TIME64 0

/* The types of addresses, and the exception specification.  */
#define __TG_SOCKADDR struct sockaddr *__restrict
#define __TG_CONST_SOCKADDR const struct sockaddr *
#define __TG_POINTER(address) (address)
#define __TG_NOTHROW
