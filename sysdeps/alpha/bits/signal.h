/* bits/signal.h - the struct of rt_sigaction on alpha.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* No flag is needed for a restorer.  */
#define SA_RESTORER 0

/* asm/signal.h of the kernel, and behind that the restorer, which the kernel
   has as an argument (rt_sigaction.c).  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  sigset_t mask;
  void (*restorer) (void);
};

#endif
