/* stack-guard.c - for programs compiled with a stack protector.  */
/* SPDX-License-Identifier: MIT */

#include <preinit.h>
#include <signal.h>
#include <sys/auxv.h>
#include <thread.h>
#include <unistd.h>

/* Compiler-generated code reads it in the thread block, or here, where the TLS
   is above the thread pointer, unless <thread-self.h> defines
   GUARD_IN_THREAD.  */
#if defined TLS_ABOVE && !defined GUARD_IN_THREAD
uintptr_t __stack_chk_guard;
#define GUARD (&__stack_chk_guard)
#else
#define GUARD (&THREAD_SELF->stack_guard)
#endif

/* The guard is the first word of the kernel's 16 random bytes, with the first
   byte cleared, so that a string function cannot overwrite it unnoticed.  */
static void
set_guard (void)
{
  const char *random = (const char *)getauxval (AT_RANDOM);
  uintptr_t guard;
  if (!random)
    return;
  __builtin_memcpy (&guard, random, sizeof guard);
  *(char *)&guard = 0;
  *GUARD = guard;
}

TG_PREINIT (set_guard)

/* Called by compiler-generated code, the second one by PIC code on i386.  */
extern void __stack_chk_fail (void) __attribute__ ((noreturn));
extern void __stack_chk_fail_local (void)
    __attribute__ ((noreturn, visibility ("hidden")));

void
__stack_chk_fail (void)
{
  static const char text[] = "stack smashing detected\n";
  (void)!write (2, text, sizeof text - 1);
  kill (getpid (), SIGABRT);
  _exit (127);
}

void
__stack_chk_fail_local (void)
{
  __stack_chk_fail ();
}
