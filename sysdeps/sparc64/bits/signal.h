/* bits/signal.h - the kernel's struct of rt_sigaction on sparc64.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* asm/signal.h.  The kernel has the restorer as an argument (rt_sigaction.c),
   and ignores that in the struct.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  void (*restorer) (void);
  sigset_t mask;
};

#endif
