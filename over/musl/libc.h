/* libc.h - what a stub must know of musl.  */
/* SPDX-License-Identifier: MIT */

/* musl's programs unwind by .eh_frame.  */
#define CFI_SECTION .eh_frame
