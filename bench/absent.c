/* absent.c - stand-ins for the calls that a libc lacks.  */
/* SPDX-License-Identifier: MIT */

/* IMPL_ABSENT is ABSENT (call) for each.  A program that makes all calls
   then links and runs to its end; these calls are not measured.  */

#define ABSENT(call)                                                          \
  int call (void);                                                            \
  int call (void) { return -1; }
IMPL_ABSENT
