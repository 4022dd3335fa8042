/* thread.h - the thread block of a program without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_THREAD_H
#define TG_THREAD_H

#include <stdint.h>

/* Defines THREAD_SELF, the block of the calling thread.  Where the TLS of the
   program is above the thread pointer (variant 1 of the ELF specification),
   also TLS_ABOVE; TLS_TCB, the bytes that the ABI reserves there before it;
   and TLS_BIAS, the distance by which the thread pointer is displaced.  */
#include <thread-self.h>

#ifdef TLS_ABOVE

/* The thread pointer, without its bias, points at the end of this.  Compiler-
   generated code on powerpc reads the last word but one, stack_guard.  */
struct tg_thread
{
  uintptr_t *stack;		/* Initial process stack: argc first.  */
  int error;			/* errno.  */
  uintptr_t stack_guard;
  uintptr_t dtv;
};

#else

/* The thread register points at this; the program's TLS is below it.  The ABI
   fixes the places of the first seven words: compiler-generated code reads
   self and stack_guard (%fs:0x28, %gs:0x14), our stubs read sysinfo
   (%gs:0x10).  */
struct tg_thread
{
  uintptr_t self;
  uintptr_t dtv;
  uintptr_t pthread_self;
  uintptr_t multiple_threads;
  uintptr_t sysinfo;		/* The vsyscall, on i386.  */
  uintptr_t stack_guard;
  uintptr_t pointer_guard;
  int error;			/* errno.  */
  uintptr_t *stack;		/* Initial process stack: argc first.  */
};

#endif

#endif
