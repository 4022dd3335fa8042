/* failure.h - how a check fails.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_FAILURE_H
#define CONFORM_FAILURE_H

/* Record the place of a check and its TEXT, null for the result of a call.
   Whether it is the first to fail.  */
extern int failed_at (int site, const char *text);
/* End the case: its call is absent, or GOT is wrong; or this system explains
   it.  */
extern void fail (long long got);

#endif
