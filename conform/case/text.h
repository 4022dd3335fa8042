/* text.h - results, signals and ids as text.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_TEXT_H
#define CONFORM_TEXT_H

#include "case.h"
#include "out.h"

/* By enum result.  */
#define RESULT_NAME 10
extern const char result_names[][RESULT_NAME];

/* From this number on, errors that only the kernel itself may see.  */
#define KERNEL_ERRORS 512
/* A result of a call: an error with its name, "EINVAL (22)" or "ERESTARTSYS
   (512, kernel internal)", or a number.  */
extern void put_result (struct out *o, long long value);
extern void put_signal (struct out *o, int sig);
/* "bind/addrlen-negative".  */
extern void put_id (struct out *o, const struct conform_case *about);
/* The first release with the result of the case, a word.  */
extern const char *since_of (const struct conform_case *about);

#endif
