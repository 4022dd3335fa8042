/* environ.c - the environment, for programs that use it.  */
/* SPDX-License-Identifier: MIT */

#include <preinit.h>
#include <thread.h>
#include <unistd.h>

char **environ;

/* It follows argc, the arguments and a null pointer.  */
static void
set_environ (void)
{
  uintptr_t *stack = THREAD_SELF->stack;
  environ = (char **)(stack + *stack + 2);
}

TG_PREINIT (set_environ)
