/* bits/signal.h - the kernel's struct of rt_sigaction on s390x.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* sigaction(2), asm/signal.h, include/linux/signal_types.h.  Without
   SA_RESTORER, which is not defined here, the restorer is not used: handlers
   return to the vDSO, and before 5.16 to an instruction on the stack.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  void (*restorer) (void);
  sigset_t mask;
};

#endif
