/* bits/sicode-more.h - values of si_code of mips.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SICODE_MORE_H
#define _TG_BITS_SICODE_MORE_H

#define SI_TIMER    (-3)
#define SI_MESGQ    (-4)
#define SI_ASYNCIO  (-2)

#endif
