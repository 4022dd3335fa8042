/* thread.h - the thread block of a program without a libc.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_THREAD_H
#define TG_THREAD_H

#include <stdint.h>

/* What the thread register points at; the program's TLS lies below.  The
   first seven words have their places from the ABI: compilers read self,
   stack_guard (%fs:0x28, %gs:0x14), our stubs sysinfo (%gs:0x10).  */
struct tg_thread
{
  uintptr_t self;
  uintptr_t dtv;
  uintptr_t pthread_self;
  uintptr_t multiple_threads;
  uintptr_t sysinfo;		/* Where i386 calls into the vsyscall.  */
  uintptr_t stack_guard;
  uintptr_t pointer_guard;
  int error;			/* errno.  */
  uintptr_t *stack;		/* As the kernel left it: argc first.  */
};

/* Where this architecture finds its own block: defines THREAD_SELF.  */
#include <thread-self.h>

#endif
