/* bits/signum.h - signal numbers and flags of alpha.  */
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
#define SIGUSR1   30
#define SIGSEGV   11
#define SIGUSR2   31
#define SIGPIPE   13
#define SIGALRM   14
#define SIGTERM   15
#define SIGCHLD   20
#define SIGCONT   19
#define SIGSTOP   17
#define SIGTSTP   18
#define SIGTTIN   21
#define SIGTTOU   22
#define SIGURG    16
#define SIGXCPU   24
#define SIGXFSZ   25
#define SIGVTALRM 26
#define SIGPROF   27
#define SIGWINCH  28
#define SIGIO     23
#define SIGPOLL   SIGIO
#define SIGPWR    29
#define SIGINFO   SIGPWR
#define SIGSYS    12

/* The kernel's real-time signals, all of them: no libc reserves any.  */
#define SIGRTMIN 32
#define SIGRTMAX 64

/* One more than the highest signal.  */
#define NSIG 65

/* sigaction(2), asm/signal.h.  */
#define SA_NOCLDSTOP      0x00000004    /* No SIGCHLD on a stop.  */
#define SA_NOCLDWAIT      0x00000020    /* Children leave no zombies.  */
#define SA_SIGINFO        0x00000040    /* sa_sigaction is the handler.  */
#define SA_UNSUPPORTED    0x00000400    /* Never supported.  */
#define SA_EXPOSE_TAGBITS 0x00000800
#define SA_ONSTACK        0x00000001    /* Run on the signal stack.  */
#define SA_RESTART        0x00000002    /* Restart the call, no EINTR.  */
#define SA_NODEFER        0x00000008    /* Do not block it in the handler.  */
#define SA_RESETHAND      0x00000010    /* Reset to SIG_DFL on entry.  */
#define SA_NOMASK         SA_NODEFER
#define SA_ONESHOT        SA_RESETHAND

/* rt_sigprocmask(2), asm/signal.h.  */
#define SIG_BLOCK   1
#define SIG_UNBLOCK 2
#define SIG_SETMASK 3

#endif
