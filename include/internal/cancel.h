/* cancel.h - traps at which a thread can be cancelled, for C.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_CANCEL_H
#define TG_CANCEL_H

#include <trap.h>

/* Can the program cancel its threads?  Always in a shared object, whose
   program is not known, so that its word is not zero; never without a libc, or
   where configure has found no way.  The word of cancel-word.S for C, which is
   the same object in both.  */
#if defined TG_CANCEL_libc || defined TG_CANCEL_window
# include <cancel-libc.h>
extern const long __tg_cancels_c __attribute__ ((visibility ("hidden")));
# define TG_CANCELS __builtin_expect (__tg_cancels_c != 0, 0)
#else
# define TG_CANCELS 0
#endif

/* Makes call NUMBER as a cancellation point, and returns the kernel's result;
   does not return if the thread is cancelled.  A call that has been completed
   is never cancelled: its result is returned, and the request stays pending.
   The order is that of the libc's own function, to which this is a jump where
   there is one.  Not linked for this reference alone where it is weak
   (cancel-libc.h).  */
#ifdef NUMBER_FIRST
# define TG_CANCEL_CALL(number, ...) __tg_cancel_call (number, __VA_ARGS__)
#else
# define TG_CANCEL_CALL(number, ...) __tg_cancel_call (__VA_ARGS__, number)
#endif
extern long __tg_cancel_call (long, long, long, long, long, long, long)
  __attribute__ ((visibility ("hidden")));
#ifdef CANCEL_WEAK
# pragma weak __tg_cancel_call
#endif

/* As tg_trap, for a call that may block: a cancellation point with a libc.
   ARGS has at least five words.  */
static inline long
tg_trap_blocking (long number, const long *args)
{
  if (TG_CANCELS)
    return TG_CANCEL_CALL (number, args[0], args[1], args[2], args[3], args[4],
			   0);
  return tg_trap (number, args[0], args[1], args[2], args[3], args[4]);
}

#endif
