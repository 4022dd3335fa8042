/* cancel-word.h - how C on i386 finds if the program cancels threads.  */
/* SPDX-License-Identifier: MIT */

/* The library's word, which needs no GOT in a position-independent program,
   since it has a copy in each thread; see cancel-word.S.  By an asm, since gcc
   would load the word into a register to compare it.  */
__extension__ extern __thread long __tg_cancels
  __attribute__ ((__tls_model__ ("local-exec"), __visibility__ ("hidden")));

static __inline __attribute__ ((__always_inline__, __unused__)) int
__tg_cancels_word (void)
{
  __asm__ goto ("cmpl	$0, %0\n\tjne	%l1" : : "m" (__tg_cancels)
		: "cc" : cancels);
  return 0;
cancels:
  return 1;
}

#define __TG_CANCELS __builtin_expect (__tg_cancels_word (), 0)
