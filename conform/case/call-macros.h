/* call-macros.h - plain calls that a case makes in a way of its own.  */
/* SPDX-License-Identifier: MIT */

/* A child that ends with the case.  */
#define fork() conform_fork ()
/* Functions around a plain call.  */
#define IS_PLAIN_sigaction(...) , 1
