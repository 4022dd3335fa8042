/* cancel-libc.h - how a stub reaches musl's cancellation.  */
/* SPDX-License-Identifier: MIT */

/* This makes a system call at which the thread can be cancelled: (NUMBER, A1,
   ..., A6), with the kernel's result.  */
#define LIBC_CANCEL	__syscall_cp
#define NUMBER_FIRST	1

/* The signal of pthread_cancel.  Its handler must not run in a call of ours:
   it would block the signal there.  */
#define LIBC_SIGCANCEL	33
#define LIBC_HANDLER_ALWAYS 0

/* Linked with pthread_cancel only.  */
#define CANCELS_IF	__syscall_cp_asm

/* musl has no public sign of it.  */
#define LIBC_SINGLE_THREADED 0
