/* pthread_cancel.c - marks a program that cancels threads.  */
/* SPDX-License-Identifier: MIT */

#include <pthread.h>

/* trapgate cc puts this before the libc.  glibc itself uses the other name,
   and so its function is in every program that starts a thread; this one,
   with the text that trapgate cc looks for, is only in those that call it.  */

extern int __pthread_cancel (pthread_t thread);
static const char mark[] = "trapgate: pthread_cancel";

int
pthread_cancel (pthread_t thread)
{
  __asm__ volatile ("" : : "r"(mark));
  return __pthread_cancel (thread);
}
