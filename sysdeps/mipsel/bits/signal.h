/* bits/signal.h - the kernel's struct of rt_sigaction on mips.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* asm/signal.h.  The kernel has the code that ends a handler in the vDSO, once
   on the stack, and takes no restorer.  */
struct kernel_sigaction
{
  unsigned int flags;
  void (*handler) (int);
  sigset_t mask;
};

#endif
