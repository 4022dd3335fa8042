/* bits/signal.h - the kernel's struct of rt_sigaction on m68k.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* include/linux/signal_types.h.  The kernel needs no restorer
   (arch/m68k/kernel/signal.c), so SA_RESTORER is not defined.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  void (*restorer) (void);
  sigset_t mask;
};

#endif
