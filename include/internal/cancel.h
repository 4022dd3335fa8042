/* cancel.h - traps at which a thread can be cancelled, for C.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_CANCEL_H
#define TG_CANCEL_H

#include <trap.h>

/* As tg_trap, for a system call that may block: with a libc the calling thread
   can be cancelled there, and then this does not return.  ARGS has at least
   five words.  */
static inline long
tg_trap_blocking (long number, const long *args)
{
  return tg_trap (number, args[0], args[1], args[2], args[3], args[4]);
}

#endif
