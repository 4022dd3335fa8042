/* thread-self.h - the thread block lies below what r2 points at.  */
/* SPDX-License-Identifier: MIT */

#define TLS_ABOVE	1
#define TLS_TCB		0
#define TLS_BIAS	0x7000

/* The stack guard is in the thread block.  */
#define GUARD_IN_THREAD	1

#define THREAD_SELF \
  (__extension__ ({ \
    char *__tg_pointer; \
    __asm__ ("mr	%0, 2" : "=r" (__tg_pointer)); \
    (struct tg_thread *) (__tg_pointer - TLS_BIAS) - 1; \
  }))
