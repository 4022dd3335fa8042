/* bits/siginfo-more.h - the parts of siginfo_t that sparc64 varies.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGINFO_MORE_H
#define _TG_BITS_SIGINFO_MORE_H

/* asm/siginfo.h.  */
#define __TG_SIGINFO_INTS int si_signo; int si_errno; int si_code;

typedef int __tg_si_band_t;

#endif
