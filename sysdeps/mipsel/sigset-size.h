/* sigset-size.h - the bytes of the kernel's set of signals on mips.  */
/* SPDX-License-Identifier: MIT */

#define TG_SIGSET_SIZE 16	/* 128 signals.  */
