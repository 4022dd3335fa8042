/* bits/signal.h - the kernel's struct of rt_sigaction on loongarch64.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNAL_H
#define _TG_BITS_SIGNAL_H

#include <bits/sigset.h>

/* include/linux/signal_types.h, without SA_RESTORER: handlers return to the
   vDSO.  The kernel does not access the last member; qemu-user 7.2 does, as
   it has a restorer before the mask.  */
struct kernel_sigaction
{
  void (*handler) (int);
  unsigned long flags;
  sigset_t mask;
  unsigned long unused;
};

#endif
