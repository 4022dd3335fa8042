/* bits/sicode.h - why a signal was sent: the values of si_code.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SICODE_H
#define _TG_BITS_SICODE_H

/* sigaction(2), asm-generic/siginfo.h.  */
#define SI_USER     0           /* kill.  */
#define SI_KERNEL   0x80
#define SI_QUEUE    (-1)        /* sigqueue.  */
#include <bits/sicode-more.h>
#define SI_SIGIO    (-5)
#define SI_TKILL    (-6)        /* tkill, tgkill.  */
#define SI_DETHREAD (-7)
#define SI_ASYNCNL  (-60)

#define ILL_ILLOPC   1          /* Opcode.  */
#define ILL_ILLOPN   2          /* Operand.  */
#define ILL_ILLADR   3          /* Addressing mode.  */
#define ILL_ILLTRP   4          /* Trap.  */
#define ILL_PRVOPC   5          /* Privileged opcode.  */
#define ILL_PRVREG   6          /* Privileged register.  */
#define ILL_COPROC   7          /* Coprocessor.  */
#define ILL_BADSTK   8          /* Stack.  */
#define ILL_BADIADDR 9          /* Address of the instruction.  */

#define FPE_INTDIV   1          /* Integer division by zero.  */
#define FPE_INTOVF   2          /* Integer overflow.  */
#define FPE_FLTDIV   3          /* Division by zero.  */
#define FPE_FLTOVF   4          /* Overflow.  */
#define FPE_FLTUND   5          /* Underflow.  */
#define FPE_FLTRES   6          /* Inexact result.  */
#define FPE_FLTINV   7          /* Invalid operation.  */
#define FPE_FLTSUB   8          /* Subscript out of range.  */
#define FPE_FLTUNK   14         /* Undiagnosed.  */
#define FPE_CONDTRAP 15         /* Trap on a condition.  */

#define SEGV_MAPERR  1          /* Nothing is mapped there.  */
#define SEGV_ACCERR  2          /* Not permitted.  */
#define SEGV_BNDERR  3          /* Out of bounds: si_lower, si_upper.  */
#define SEGV_PKUERR  4          /* Protection key: si_pkey.  */
#define SEGV_ACCADI  5
#define SEGV_ADIDERR 6
#define SEGV_ADIPERR 7
#define SEGV_MTEAERR 8
#define SEGV_MTESERR 9

#define BUS_ADRALN    1         /* Alignment.  */
#define BUS_ADRERR    2         /* No memory, or past the end of file.  */
#define BUS_OBJERR    3         /* Hardware.  */
#define BUS_MCEERR_AR 4         /* Damaged memory: si_addr_lsb.  */
#define BUS_MCEERR_AO 5         /* The same, not yet touched.  */

#define TRAP_BRKPT  1           /* Breakpoint.  */
#define TRAP_TRACE  2           /* Single step.  */
#define TRAP_BRANCH 3           /* Branch.  */
#define TRAP_HWBKPT 4           /* Breakpoint in hardware.  */
#define TRAP_UNK    5           /* Undiagnosed.  */
#define TRAP_PERF   6           /* A perf event: si_perf_data.  */

#define CLD_EXITED    1         /* si_status is the exit code;  */
#define CLD_KILLED    2         /* for these it is the signal.  */
#define CLD_DUMPED    3
#define CLD_TRAPPED   4
#define CLD_STOPPED   5
#define CLD_CONTINUED 6

#define POLL_IN  1
#define POLL_OUT 2
#define POLL_MSG 3
#define POLL_ERR 4
#define POLL_PRI 5
#define POLL_HUP 6

#define SYS_SECCOMP       1     /* By a seccomp filter.  */
#define SYS_USER_DISPATCH 2

#endif
