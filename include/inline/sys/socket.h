/* inline/sys/socket.h - precedes the libc's own, for trapgate cc --inline.  */
/* SPDX-License-Identifier: MIT */

#include_next <sys/socket.h>
#include <trapgate/inline.h>
