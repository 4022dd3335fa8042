/* bits/siginfo-more.h - what some architectures vary in siginfo_t.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGINFO_MORE_H
#define _TG_BITS_SIGINFO_MORE_H

/* asm-generic/siginfo.h.  */
#define __TG_SIGINFO_INTS int si_signo; int si_errno; int si_code;

typedef long __tg_si_band_t;

#endif
