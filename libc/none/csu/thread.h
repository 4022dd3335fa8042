/* thread.h - the thread block of a program without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_THREAD_H
#define TG_THREAD_H

#include <stdint.h>

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

/* Defines THREAD_SELF, the block of the calling thread.  */
#include <thread-self.h>

#endif
