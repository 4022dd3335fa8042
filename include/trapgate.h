/* trapgate.h - the functions of trapgate that no libc declares.  */
/* SPDX-License-Identifier: MIT */

#ifndef TRAPGATE_H
#define TRAPGATE_H 1

#ifdef __cplusplus
extern "C" {
#endif

/* The route by which the socket calls of this program reach the kernel:
   "direct", "socketcall", "direct-only" or "socketcall-only"; see trapgate(1).
   Never fails.  */
extern const char *trapgate_route (void);

/* The entry into the kernel: "vsyscall", "int80" or "syscall".  Never
   fails.  */
extern const char *trapgate_entry (void);

#ifdef __cplusplus
}
#endif

#endif
