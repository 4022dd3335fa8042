/* bits/signum.h - signal numbers and flags that most architectures have.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGNUM_H
#define _TG_BITS_SIGNUM_H

/* signal(7), asm-generic/signal.h.  */
#define SIGHUP    1
#define SIGINT    2
#define SIGQUIT   3
#define SIGILL    4
#define SIGTRAP   5
#define SIGABRT   6
#define SIGIOT    SIGABRT
#define SIGBUS    7
#define SIGFPE    8
#define SIGKILL   9
#define SIGUSR1   10
#define SIGSEGV   11
#define SIGUSR2   12
#define SIGPIPE   13
#define SIGALRM   14
#define SIGTERM   15
#define SIGSTKFLT 16
#define SIGCHLD   17
#define SIGCONT   18
#define SIGSTOP   19
#define SIGTSTP   20
#define SIGTTIN   21
#define SIGTTOU   22
#define SIGURG    23
#define SIGXCPU   24
#define SIGXFSZ   25
#define SIGVTALRM 26
#define SIGPROF   27
#define SIGWINCH  28
#define SIGIO     29
#define SIGPOLL   SIGIO
#define SIGPWR    30
#define SIGSYS    31
#define SIGUNUSED SIGSYS

/* The kernel's real-time signals, all of them: no libc reserves any.  */
#define SIGRTMIN 32
#define SIGRTMAX 64

/* One more than the highest signal.  */
#define NSIG 65

/* sigaction(2), asm-generic/signal-defs.h.  */
#define SA_NOCLDSTOP      0x00000001    /* No SIGCHLD on a stop.  */
#define SA_NOCLDWAIT      0x00000002    /* Children leave no zombies.  */
#define SA_SIGINFO        0x00000004    /* sa_sigaction is the handler.  */
#define SA_UNSUPPORTED    0x00000400    /* Never supported.  */
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONSTACK        0x08000000    /* Run on the signal stack.  */
#define SA_RESTART        0x10000000    /* Restart the call, no EINTR.  */
#define SA_NODEFER        0x40000000    /* Do not block it in the handler.  */
#define SA_RESETHAND      0x80000000    /* Reset to SIG_DFL on entry.  */
#define SA_NOMASK         SA_NODEFER
#define SA_ONESHOT        SA_RESETHAND

/* rt_sigprocmask(2), asm-generic/signal-defs.h.  */
#define SIG_BLOCK   0
#define SIG_UNBLOCK 1
#define SIG_SETMASK 2

#endif
