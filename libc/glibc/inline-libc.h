/* inline-libc.h - glibc's part of the inline form.  */
/* SPDX-License-Identifier: MIT */

/* Are the Linux-specific calls (flag G) declared?  */
#ifdef __USE_GNU
# define __TG_GNU 1
#else
# define __TG_GNU 0
#endif

/* Do the headers redirect names to those with 64-bit times?  */
#ifdef __USE_TIME_BITS64
# define __TG_TIME64 1
#else
# define __TG_TIME64 0
#endif

/* <bits/socket2.h> defines these as inline functions, which check the size of
   the buffer.  */
#if defined __fortify_function && __USE_FORTIFY_LEVEL > 0
# define __TG_LEAVE_recv 1
# define __TG_LEAVE_recvfrom 1
#endif

/* In C with _GNU_SOURCE, the type of an address is a transparent union.  */
#define __TG_SOCKADDR __SOCKADDR_ARG
#define __TG_CONST_SOCKADDR __CONST_SOCKADDR_ARG
#ifdef __SOCKADDR_ALLTYPES
# define __TG_POINTER(address) ((address).__sockaddr__)
#else
# define __TG_POINTER(address) (address)
#endif

/* glibc declares that calls other than cancellation points do not throw.  C
   takes the attribute from glibc's declaration, C++ requires it here too.  */
#ifdef __cplusplus
# define __TG_NOTHROW __THROW
#else
# define __TG_NOTHROW
#endif
