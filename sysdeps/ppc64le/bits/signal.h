/* bits/signal.h - the kernel's struct of rt_sigaction on powerpc.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* asm/signal.h.  The kernel ignores the restorer: the code that ends a handler
   is in the vDSO, or on the stack.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  void (*restorer) (void);
  sigset_t mask;
};

#endif
