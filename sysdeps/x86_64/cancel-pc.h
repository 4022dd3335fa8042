/* cancel-pc.h - registers of what a signal interrupted, on x86_64.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_CANCEL_PC_H
#define TG_CANCEL_PC_H

#include <stdint.h>
#include <ucontext.h>

/* The handler returns to the PC, and may change it.  */
#define TG_PC(context) ((context)->uc_mcontext.gregs[REG_RIP])
#define TG_SP(context) ((context)->uc_mcontext.gregs[REG_RSP])
/* The result of a trap, right behind it.  */
#define TG_RESULT(context) ((context)->uc_mcontext.gregs[REG_RAX])

#endif
