/* thread-self.h - the thread block lies below the thread pointer.  */
/* SPDX-License-Identifier: MIT */

#define TLS_ABOVE	1
#define TLS_TCB		0
#define TLS_BIAS	0x7000

/* See read-tp.S.  */
extern char *__tg_thread_pointer __attribute__ ((visibility ("hidden")));

#define THREAD_SELF \
  ((struct tg_thread *) (__tg_thread_pointer - TLS_BIAS) - 1)
