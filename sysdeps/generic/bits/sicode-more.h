/* bits/sicode-more.h - values of si_code that mips numbers otherwise.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SICODE_MORE_H
#define _TG_BITS_SICODE_MORE_H

#define SI_TIMER    (-2)
#define SI_MESGQ    (-3)
#define SI_ASYNCIO  (-4)

#endif
