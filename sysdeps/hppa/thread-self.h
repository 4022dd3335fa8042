/* thread-self.h - the thread block lies below what cr27 points at.  */
/* SPDX-License-Identifier: MIT */

#define TLS_ABOVE	1
#define TLS_TCB		8
#define TLS_BIAS	0

#define THREAD_SELF \
  (__extension__ ({ \
     struct tg_thread *__tg_end; \
     __asm__ ("mfctl %%cr27, %0" : "=r" (__tg_end)); \
     __tg_end - 1; \
   }))
