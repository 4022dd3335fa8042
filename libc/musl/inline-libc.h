/* inline-libc.h - musl's part of the inline form.  */
/* SPDX-License-Identifier: MIT */

/* Are the Linux-specific calls (flag G) declared?  */
#ifdef _GNU_SOURCE
# define __TG_GNU 1
#else
# define __TG_GNU 0
#endif

/* Do the headers redirect names to those with 64-bit times?  Always so on
   32-bit architectures.  */
#if _REDIR_TIME64
# define __TG_TIME64 1
#else
# define __TG_TIME64 0
#endif

/* The types of addresses, and the exception specification.  */
#define __TG_SOCKADDR struct sockaddr *__restrict
#define __TG_CONST_SOCKADDR const struct sockaddr *
#define __TG_POINTER(address) (address)
#define __TG_NOTHROW
