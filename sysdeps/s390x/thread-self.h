/* thread-self.h - the thread block is at the thread pointer.  */
/* SPDX-License-Identifier: MIT */

#define THREAD_SELF ((struct tg_thread *) __builtin_thread_pointer ())
