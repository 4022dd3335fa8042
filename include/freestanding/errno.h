/* errno.h - errno and the error numbers, for programs without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_ERRNO_H
#define _TG_ERRNO_H

#include <bits/decls.h>
#include <bits/errno.h>

_TG_BEGIN_DECLS

/* The address of the calling thread's errno, which does not change while the
   thread runs (errno(3)).  */
extern int *__errno_location (void) __attribute__ ((__const__));

_TG_END_DECLS

/* The error of the last call that failed; a call that succeeds preserves
   it.  */
#define errno (*__errno_location ())

#endif
