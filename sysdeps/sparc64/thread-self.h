/* thread-self.h - the thread block is at %g7, the program's TLS below it.  */
/* SPDX-License-Identifier: MIT */

#define THREAD_SELF \
  (__extension__ ({ \
    struct tg_thread *__tg_pointer; \
    __asm__ ("mov	%%g7, %0" : "=r" (__tg_pointer)); \
    __tg_pointer; \
  }))
