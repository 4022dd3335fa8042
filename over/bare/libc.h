/* libc.h - what a stub must know where there is no libc.  */
/* SPDX-License-Identifier: MIT */

/* Nothing unwinds at run time here; a debugger reads .debug_frame, and strip
   takes it away.  */
#define CFI_SECTION .debug_frame
