/* cancel-pc.h - the PC that a signal interrupted, on x86_64.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_CANCEL_PC_H
#define TG_CANCEL_PC_H

#include <stdint.h>
#include <ucontext.h>

/* The handler returns to it, and may change it.  */
static inline uintptr_t *
tg_pc (void *context)
{
  ucontext_t *of = context;
  return (uintptr_t *)&of->uc_mcontext.gregs[REG_RIP];
}

#endif
