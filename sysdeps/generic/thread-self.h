/* thread-self.h - the default: a single thread block, in static memory.  */
/* SPDX-License-Identifier: MIT */

extern struct tg_thread tg_thread __attribute__ ((visibility ("hidden")));
#define THREAD_SELF (&tg_thread)
