/* thread-self.h - one block for all, where no architecture says better.  */
/* SPDX-License-Identifier: MIT */

extern struct tg_thread tg_thread __attribute__ ((visibility ("hidden")));
#define THREAD_SELF (&tg_thread)
