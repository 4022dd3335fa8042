/* thread-self.h - the thread block is at %fs:0.  */
/* SPDX-License-Identifier: MIT */

#define THREAD_SELF ((struct tg_thread __seg_fs *) 0)
