/* sigset-size.h - the bytes of the kernel's set of signals.  */
/* SPDX-License-Identifier: MIT */

#define TG_SIGSET_SIZE 8	/* 64 signals.  */
