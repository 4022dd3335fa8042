/* stdlib.h - the end of a program, without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_STDLIB_H
#define _TG_STDLIB_H

#include <stddef.h>

#include <bits/decls.h>

#define EXIT_SUCCESS 0
#define EXIT_FAILURE 1

_TG_BEGIN_DECLS

/* Run the destructors and end the process; the parent gets the low 8 bits of
   STATUS (exit(3)).  */
extern void exit (int status) __attribute__ ((__noreturn__));

/* End the process at once, with all its threads (_exit(2)).  */
extern void _Exit (int status) __attribute__ ((__noreturn__));

_TG_END_DECLS

#endif
