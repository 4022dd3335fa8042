/* libc.h - what a stub must know of glibc.  */
/* SPDX-License-Identifier: MIT */

/* glibc's programs unwind by .eh_frame.  */
#define CFI_SECTION .eh_frame

/* A call may be the libc's, so ours get a name to tell them by.  */
#define MARK_CALLS 1
