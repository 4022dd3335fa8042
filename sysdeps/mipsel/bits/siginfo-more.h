/* bits/siginfo-more.h - the parts of siginfo_t that mips varies.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGINFO_MORE_H
#define _TG_BITS_SIGINFO_MORE_H

/* asm/siginfo.h: two of the ints are in the other order.  */
#define __TG_SIGINFO_INTS int si_signo; int si_code; int si_errno;

typedef long __tg_si_band_t;

#endif
