/* stack-guard.c - for programs compiled with a stack protector.  */
/* SPDX-License-Identifier: MIT */

#include <preinit.h>
#include <signal.h>
#include <sys/auxv.h>
#include <thread.h>
#include <unistd.h>

/* The guard is the first word of the kernel's 16 random bytes, with the lowest
   byte cleared, so that a string function cannot overwrite it unnoticed.  */
static void
set_guard (void)
{
  const uintptr_t *random = (const uintptr_t *)getauxval (AT_RANDOM);
  if (random)
    THREAD_SELF->stack_guard = *random & ~(uintptr_t)0xff;
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
  __builtin_trap ();
}

void
__stack_chk_fail_local (void)
{
  __stack_chk_fail ();
}
