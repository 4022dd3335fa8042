/* max-errno.h - which results of the kernel are errors.  */
/* SPDX-License-Identifier: MIT */

#ifndef MAX_ERRNO

/* A result from -MAX_ERRNO to -1 is a negated errno, any other is a value
   (include/linux/err.h of the kernel).  Defined here alone, for C and for
   assembly.  */
# define MAX_ERRNO 4095

#endif
