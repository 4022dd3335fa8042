/* bits/signal.h - the struct of rt_sigaction on most architectures.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* include/linux/signal_types.h, without SA_RESTORER: the kernel needs no
   restorer.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  sigset_t mask;
};

#endif
