/* bits/sigset.h - the kernel's set of signals, and its functions.  */
/* SPDX-License-Identifier: MIT */

#ifndef _TG_BITS_SIGSET_H
#define _TG_BITS_SIGSET_H

#include <errno.h>

#include <bits/decls.h>
#include <bits/signum.h>

/* sigsetops(3), asm-generic/signal.h: a bit for each signal, 1 in the lowest
   of the first word.  The calls require the size sizeof (sigset_t).  */
typedef struct
{
  unsigned long __bits[(NSIG - 1) / (8 * sizeof (long))];
} sigset_t;

_TG_BEGIN_DECLS

/* Make SET empty, or full.  Returns 0.  */
static inline int
sigemptyset (sigset_t *set)
{
  unsigned int i;

  for (i = 0; i < sizeof set->__bits / sizeof set->__bits[0]; i++)
    set->__bits[i] = 0;
  return 0;
}

static inline int
sigfillset (sigset_t *set)
{
  unsigned int i;

  for (i = 0; i < sizeof set->__bits / sizeof set->__bits[0]; i++)
    set->__bits[i] = ~0UL;
  return 0;
}

/* The bit of SIGNUM in its word, whose index is stored in WORD; 0 and EINVAL
   if there is no such signal.  */
static inline unsigned long
__tg_sigbit (int signum, unsigned int *word)
{
  unsigned int bit = (unsigned int) signum - 1;

  *word = 0;
  if (bit >= NSIG - 1)
    {
      errno = EINVAL;
      return 0;
    }
  *word = bit / (8 * sizeof (long));
  return 1UL << bit % (8 * sizeof (long));
}

/* Add SIGNUM to SET, or remove it.  Returns 0, or -1: EINVAL.  */
static inline int
sigaddset (sigset_t *set, int signum)
{
  unsigned int word;
  unsigned long bit = __tg_sigbit (signum, &word);

  set->__bits[word] |= bit;
  return bit != 0 ? 0 : -1;
}

static inline int
sigdelset (sigset_t *set, int signum)
{
  unsigned int word;
  unsigned long bit = __tg_sigbit (signum, &word);

  set->__bits[word] &= ~bit;
  return bit != 0 ? 0 : -1;
}

/* Returns 1 if SIGNUM is in SET, 0 if not, or -1: EINVAL.  */
static inline int
sigismember (const sigset_t *set, int signum)
{
  unsigned int word;
  unsigned long bit = __tg_sigbit (signum, &word);

  if (bit == 0)
    return -1;
  return (set->__bits[word] & bit) != 0;
}

_TG_END_DECLS

#endif
