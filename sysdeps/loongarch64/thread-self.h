/* thread-self.h - the thread block lies below what tp points at.  */
/* SPDX-License-Identifier: MIT */

#define TLS_ABOVE	1
#define TLS_TCB		0
#define TLS_BIAS	0

#define THREAD_SELF ((struct tg_thread *) __builtin_thread_pointer () - 1)
