/* bits/signum.h - signal numbers and flags of hppa.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNUM_H
#define _TG_BITS_SIGNUM_H

/* signal(7), asm/signal.h.  Before 3.18, SIGSTKFLT was 36, SIGXCPU 33,
   SIGXFSZ 34, SIGSYS 12, and SIGRTMIN 37.  */
#define SIGHUP    1
#define SIGINT    2
#define SIGQUIT   3
#define SIGILL    4
#define SIGTRAP   5
#define SIGABRT   6
#define SIGIOT    SIGABRT
#define SIGBUS    10
#define SIGFPE    8
#define SIGKILL   9
#define SIGUSR1   16
#define SIGSEGV   11
#define SIGUSR2   17
#define SIGPIPE   13
#define SIGALRM   14
#define SIGTERM   15
#define SIGSTKFLT 7
#define SIGCHLD   18
#define SIGCONT   26
#define SIGSTOP   24
#define SIGTSTP   25
#define SIGTTIN   27
#define SIGTTOU   28
#define SIGURG    29
#define SIGXCPU   12
#define SIGXFSZ   30
#define SIGVTALRM 20
#define SIGPROF   21
#define SIGWINCH  23
#define SIGIO     22
#define SIGPOLL   SIGIO
#define SIGPWR    19
#define SIGSYS    31
#define SIGUNUSED SIGSYS

/* The kernel's real-time signals, all of them: no libc reserves any.  */
#define SIGRTMIN 32
#define SIGRTMAX 64

/* One more than the highest signal.  */
#define NSIG 65

/* sigaction(2), asm/signal-defs.h.  */
#define SA_NOCLDSTOP      0x00000008    /* No SIGCHLD on a stop.  */
#define SA_NOCLDWAIT      0x00000080    /* Children leave no zombies.  */
#define SA_SIGINFO        0x00000010    /* sa_sigaction is the handler.  */
#define SA_UNSUPPORTED    0x00000400    /* Never supported.  */
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONSTACK        0x00000001    /* Run on the signal stack.  */
#define SA_RESTART        0x00000040    /* Restart the call, no EINTR.  */
#define SA_NODEFER        0x00000020    /* Do not block it in the handler.  */
#define SA_RESETHAND      0x00000004    /* Reset to SIG_DFL on entry.  */
#define SA_NOMASK         SA_NODEFER
#define SA_ONESHOT        SA_RESETHAND

/* rt_sigprocmask(2), asm/signal-defs.h.  */
#define SIG_BLOCK   0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#endif
