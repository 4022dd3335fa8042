/* oracle-calls.c - a program whose system call functions a tracer calls.  */
/* SPDX-License-Identifier: MIT */

/* Linked with or without a libc, so that errno and the entry to the kernel are
   set up as in any program.  It stops with the address of its table in %eax or
   %rax, or with IN_GDB at a breakpoint; the tracer (oracle.c, gdb/machine.py)
   makes the calls itself, by setting the registers and the stack, with "back"
   as the return address.
   "oracle-symbols.h" has a line CALL (SYMBOL) for each call.  */

#include <errno.h>
#ifdef CANCELS
#include <pthread.h>
/* With this, each trap of a cancellation point is made by __tg_cancel.  */
int (*volatile cancels) (pthread_t) = pthread_cancel;
#endif

#define CALL(symbol) extern const char at_##symbol[] __asm__ (#symbol);
#include "oracle-symbols.h"
#undef CALL

extern const char back[];

static const struct
{
  const char *back;
  const char *calls[128];
} functions = { back,
                {
#define CALL(symbol) at_##symbol,
#include "oracle-symbols.h"
                } };

struct
{
  volatile void *error; /* &errno  */
  const void *functions;
} table;

int
main (void)
{
  table.error = &errno;
  table.functions = &functions;
#ifdef IN_GDB
  __asm__ volatile (".globl back\n"
                    "back:"
                    :
                    :
                    : "memory");
#else
  __asm__ volatile ("int3\n\t"
                    ".globl back\n"
                    "back:\tint3"
                    :
                    : "a"(&table)
                    : "memory");
#endif
  return 0;
}
