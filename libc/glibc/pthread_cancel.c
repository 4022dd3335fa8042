/* pthread_cancel.c - marks a program that cancels threads.  */
/* SPDX-License-Identifier: MIT */

#include <pthread.h>

/* trapgate cc links this before the libc.  glibc itself uses the other name,
   so glibc's function is in every program that starts a thread.  This one,
   with the string that trapgate cc searches for, is only in programs that call
   pthread_cancel.  */

extern int __pthread_cancel (pthread_t thread);
static const char mark[] = "trapgate: pthread_cancel";

int
pthread_cancel (pthread_t thread)
{
  __asm__ volatile ("" : : "r"(mark));
  return __pthread_cancel (thread);
}
