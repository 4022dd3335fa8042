/* bits/signal.h - what rt_sigaction reads and writes on i386.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* sigaction(2), asm/signal.h: the restorer is set.  */
#define SA_RESTORER 0x04000000

/* include/linux/signal_types.h.  The struct sigaction of asm/signal.h is that
   of the older call sigaction, with the mask before the flags.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  void (*restorer) (void);
  sigset_t mask;
};

#endif
