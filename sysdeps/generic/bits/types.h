/* bits/types.h - the kernel's basic types, by the width of a long.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_TYPES_H
#define _TG_BITS_TYPES_H

#include <bits/suseconds.h>

/* asm-generic/posix_types.h.  On a 32-bit architecture, off_t and time_t have
   32 bits, as in the calls provided there without a libc: such a time_t ends
   in January 2038, only struct __kernel_timespec goes beyond.  loff_t has 64
   bits everywhere.  */
typedef __PTRDIFF_TYPE__ ssize_t;
typedef long off_t;
typedef long long loff_t;
typedef long time_t;
typedef long clock_t;
typedef int clockid_t;
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int mode_t;
typedef unsigned int id_t;

#endif
