/* bits/signum.h - signal numbers and flags of mips.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNUM_H
#define _TG_BITS_SIGNUM_H

/* signal(7), asm/signal.h.  */
#define SIGHUP    1
#define SIGINT    2
#define SIGQUIT   3
#define SIGILL    4
#define SIGTRAP   5
#define SIGABRT   6
#define SIGIOT    SIGABRT
#define SIGEMT    7
#define SIGBUS    10
#define SIGFPE    8
#define SIGKILL   9
#define SIGUSR1   16
#define SIGSEGV   11
#define SIGUSR2   17
#define SIGPIPE   13
#define SIGALRM   14
#define SIGTERM   15
#define SIGCHLD   18
#define SIGCONT   25
#define SIGSTOP   23
#define SIGTSTP   24
#define SIGTTIN   26
#define SIGTTOU   27
#define SIGURG    21
#define SIGXCPU   30
#define SIGXFSZ   31
#define SIGVTALRM 28
#define SIGPROF   29
#define SIGWINCH  20
#define SIGIO     22
#define SIGPOLL   SIGIO
#define SIGPWR    19
#define SIGSYS    12

/* The kernel's real-time signals, all of them: no libc reserves any.  */
#define SIGRTMIN 32
#define SIGRTMAX 128

/* One more than the highest signal.  */
#define NSIG 129

/* sigaction(2), asm/signal.h.  */
#define SA_NOCLDSTOP      0x00000001    /* No SIGCHLD on a stop.  */
#define SA_NOCLDWAIT      0x00010000    /* Children leave no zombies.  */
#define SA_SIGINFO        0x00000008    /* sa_sigaction is the handler.  */
#define SA_UNSUPPORTED    0x00000400    /* Never supported.  */
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONSTACK        0x08000000    /* Run on the signal stack.  */
#define SA_RESTART        0x10000000    /* Restart the call, no EINTR.  */
#define SA_NODEFER        0x40000000    /* Do not block it in the handler.  */
#define SA_RESETHAND      0x80000000    /* Reset to SIG_DFL on entry.  */
#define SA_NOMASK         SA_NODEFER
#define SA_ONESHOT        SA_RESETHAND

/* rt_sigprocmask(2), asm/signal.h.  */
#define SIG_BLOCK   1
#define SIG_UNBLOCK 2
#define SIG_SETMASK 3

#endif
