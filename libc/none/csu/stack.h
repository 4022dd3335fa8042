/* stack.h - walks the initial process stack.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_STACK_H
#define TG_STACK_H

#include <stdint.h>

/* The stack holds argc, the arguments and a 0, the environment and a 0, then
   pairs of a type and a value, the last of type 0.  Returns the address of the
   value of TYPE, or null.  */
static inline uintptr_t *
stack_auxv (uintptr_t *stack, uintptr_t type)
{
  stack += *stack + 2;
  while (*stack++ != 0)
    ;
  for (; *stack != 0; stack += 2)
    if (*stack == type)
      return stack + 1;
  return 0;
}

#endif
