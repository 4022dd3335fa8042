/* cancel-libc.h - how a stub reaches glibc's cancellation.  */
/* SPDX-License-Identifier: MIT */

/* Since 2.41 a function of glibc makes a system call at which the thread can
   be cancelled: (A1, ..., A6, NUMBER), with the kernel's result.  */
#define LIBC_CANCEL	__internal_syscall_cancel

/* Our pthread_cancel defines this, and refers to the functions below, which
   are therefore in no other program.  */
#define CANCELS_IF	__tg_cancels_if
#define CANCEL_WEAK	1

/* The signal of pthread_cancel.  Its handler must run in any case: before
   2.41 it is what marks the request in a thread of asynchronous type.  */
#define LIBC_SIGCANCEL	32
#define LIBC_HANDLER_ALWAYS 1

#ifndef __ASSEMBLER__
/* Nonzero while the program has a single thread, since 2.32.  */
extern char __libc_single_threaded __attribute__ ((weak));
# define LIBC_SINGLE_THREADED \
  (&__libc_single_threaded && __libc_single_threaded)
#endif
