/* cancel-word.h - how C on x86_64 finds if the program cancels threads.  */
/* SPDX-License-Identifier: MIT */

/* The library's word; see cancel-word.S.  */
extern const long __tg_cancels __attribute__ ((__visibility__ ("hidden")));
#define __TG_CANCELS __builtin_expect (__tg_cancels != 0, 0)
