/* cancel-window.h - cancels a thread in a trap by a libc's own functions.  */
/* SPDX-License-Identifier: MIT */

/* For pthread_cancel.c of each libc.  A request must end a call that waits,
   but not one that has been completed: its result, maybe a descriptor, would
   be lost.  So:

     __tg_cancel in asm		a signal in between
     ------------------		-------------------
     waiting.interrupted = 0
     pthread_testcancel ()	makes interrupted 1
   window:
     if (waiting.interrupted)	leads to again
       goto again
     the trap			interrupts it, and leads to again
   window end:

   The request is marked before the signal is sent, so pthread_testcancel finds
   it.  If the kernel restarts the call after the signal, the PC of the signal
   frame is at the trap, in the window; if not, it is at the end of the window,
   and the result is -EINTR.

   A handler of another signal may interrupt the trap, and ours that handler:
   then the PC in the window is not visible.  So ours blocks the signal in that
   handler and sends it again: it comes when the handler returns.  */

#ifndef TG_CANCEL_WINDOW_H
#define TG_CANCEL_WINDOW_H

#include <cancel-action.h>
#include <cancel-libc.h>
#include <cancel-pc.h>
#include <errno.h>
#include <numbers.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <trap.h>
#include <ucontext.h>
#include <unistd.h>

#define TG_HIDDEN __attribute__ ((visibility ("hidden")))

/* cancel.S has the offsets.  CALLS counts the calls that wait, one for each
   signal handler that makes one while another waits; FRAME is the stack
   pointer at the trap of the last; POSTPONED counts signals since then.  */
struct tg_waiting
{
  int calls;
  char interrupted;
  unsigned char postponed;
  uintptr_t frame;
};

#ifdef TG_SHARED
static __thread struct tg_waiting waiting
    __attribute__ ((tls_model ("initial-exec")));
#else
static __thread struct tg_waiting waiting
    __attribute__ ((tls_model ("local-exec")));
/* Hidden, or i386 would call it by the GOT.  */
extern void pthread_testcancel (void) TG_HIDDEN;
#endif

extern const char __tg_window[] TG_HIDDEN, __tg_window_end[] TG_HIDDEN,
    __tg_window_left[] TG_HIDDEN, __tg_window_again[] TG_HIDDEN;

/* Called by __tg_cancel, each time before it traps.  The barrier is that of
   pthread_cancel: either this finds the request, or that finds CALLS.  In a
   program that may have no other thread to be cancelled by, the result is null
   then: the trap is that of the entry, without a window.  */
TG_HIDDEN struct tg_waiting *
__tg_before_trap (void)
{
#ifdef TG_SHARED
  if (LIBC_SINGLE_THREADED)
    {
      pthread_testcancel ();
      return NULL;
    }
#endif
  __atomic_fetch_add (&waiting.calls, 1, __ATOMIC_SEQ_CST);
  waiting.interrupted = 0;
  waiting.postponed = 0;
  pthread_testcancel ();
  return &waiting;
}

static struct tg_action tg_libcs;

/* Send the libc's signal to a thread of this process.  SI_QUEUE needs Linux
   2.6.31, and room in the queue; without them it comes with SI_TKILL, as the
   libc's does.  A thread that has just ended needs no signal.  */
static void
tg_send (pid_t thread, siginfo_t *info)
{
  long result = tg_trap (TG_NR_rt_tgsigqueueinfo, getpid (), thread,
                         LIBC_SIGCANCEL, (long)info, 0);
  if (result == -ENOSYS || result == -EAGAIN)
    tg_trap (TG_NR_tgkill, getpid (), thread, LIBC_SIGCANCEL, 0, 0);
}

/* Block the signal where it came, or no longer.  */
static void
tg_block (ucontext_t *context, int blocked)
{
  unsigned long *mask = (unsigned long *)&context->uc_sigmask;
  unsigned bits = 8 * sizeof *mask, bit = LIBC_SIGCANCEL - 1;
  mask[bit / bits] &= ~(1ul << bit % bits);
  mask[bit / bits] |= (unsigned long)blocked << bit % bits;
}

/* Deliver the signal again when the handler that it interrupted returns.  */
static void
tg_postpone (siginfo_t *info, ucontext_t *context)
{
  tg_block (context, 1);
  tg_send (tg_trap (TG_NR_gettid, 0, 0, 0, 0, 0), info);
}

/* Does a call wait that a handler has interrupted, whose code is at PC?  If a
   handler has left it by siglongjmp, FRAME remains: so the signal is postponed
   no more often than handlers of all signals can interrupt each other.  */
static int
tg_waits_below (uintptr_t pc, const ucontext_t *context)
{
  if (pc > (uintptr_t)__tg_window && pc < (uintptr_t)__tg_window_left)
    return waiting.calls > 1;
  return waiting.frame != 0
         && (context->uc_stack.ss_flags & SS_ONSTACK
             || (uintptr_t)TG_SP (context) < waiting.frame)
         && waiting.postponed++ < NSIG;
}

/* In front of the libc's handler.  The libc sends its signal with SI_TKILL,
   and ignores ours.  A call that is not restarted after a signal would fail
   with EINTR if the thread has disabled cancellation: it is made again.  No
   program can block the signal: if it is, it was postponed, in a call such as
   ppoll, which changes the mask.  */
static void
tg_handler (int signal, siginfo_t *info, void *argument)
{
  ucontext_t *context = argument;
  uintptr_t pc = (uintptr_t)TG_PC (context);
  int in_window = pc > (uintptr_t)__tg_window
                  && (pc < (uintptr_t)__tg_window_end
                      || (pc == (uintptr_t)__tg_window_end
                          && (long)TG_RESULT (context) == -EINTR));
  int libcs = info->si_code == SI_TKILL;
  waiting.interrupted = 1;
  tg_block (context, 0);
  if (libcs && (!in_window || LIBC_HANDLER_ALWAYS))
    tg_libcs.handler (signal, info, context);
  if (tg_waits_below (pc, context)
      && (in_window || !libcs || LIBC_HANDLER_ALWAYS))
    tg_postpone (info, context);
  if (in_window)
    TG_PC (context) = (greg_t)(uintptr_t)__tg_window_again;
}

/* Put our handler in front of the libc's, which its first pthread_cancel
   installs, unless it is there; returns zero if that has not been called.  */
static int
tg_wrap_handler (void)
{
  struct tg_action action;
  if (tg_action (LIBC_SIGCANCEL, NULL, &action) || !action.handler)
    return 0;
  if (action.handler == tg_handler)
    return 1;
  tg_libcs = action;
  action.handler = tg_handler;
  return tg_action (LIBC_SIGCANCEL, &action, NULL) == 0;
}

#endif
