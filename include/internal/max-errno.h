/* max-errno.h - which results of the kernel are errors, said once.  */
/* SPDX-License-Identifier: MIT */

#ifndef MAX_ERRNO

/* A result from -MAX_ERRNO to -1 is a negated errno, every other one is a
   value (include/linux/err.h of the kernel).  For C and assembly.  */
# define MAX_ERRNO 4095

#endif
