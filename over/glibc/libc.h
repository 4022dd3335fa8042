/* libc.h - what a stub must know of glibc.  */
/* SPDX-License-Identifier: MIT */

/* glibc's programs unwind by .eh_frame.  */
#define CFI_SECTION .eh_frame
