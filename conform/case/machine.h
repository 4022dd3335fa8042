/* machine.h - facts about registers and addresses, with defaults.  */
/* SPDX-License-Identifier: MIT */

#ifndef CONFORM_MACHINE_H
#define CONFORM_MACHINE_H

/* Of the architecture, in sysdeps/<arch>/conform/.  It defines CONTEXT_RESULT:
   in the third argument of a handler with SA_SIGINFO, the result of the
   interrupted call, as an index of words; and NUMBER_REGISTER: in registers.S,
   the index of the register of the number.  What differs from the following it
   defines as well.  */
#include "context.h"

/* The word with the flag of an error in that context, and the bits of the
   flag: -1 for all of a register, 0 if a negative result is the error.  */
#ifndef CONTEXT_FLAG
#define CONTEXT_FLAG_WORD CONTEXT_RESULT
#define CONTEXT_FLAG 0
#endif

/* Of the flags register: those that the kernel preserves, some of them to set,
   and the one of x86 that it clears internally.  */
#ifndef FLAGS_KEPT
#define FLAGS_KEPT 0L
#define SOME_FLAGS 0
#endif
#ifndef DIRECTION_FLAG
#define DIRECTION_FLAG 0
#endif

/* Whether the kernel reads only the low half of the number's word.  */
#ifndef NUMBER_IS_INT
#define NUMBER_IS_INT 1
#endif

/* The last number whose call does not end the process.  */
#ifndef LAST_NUMBER
#define LAST_NUMBER 0xffffffffU
#endif

/* Whether an address of the kernel is refused before it is used: not if it has
   a space of its own.  */
#ifndef ADDRESSES_CHECKED
#define ADDRESSES_CHECKED 1
#endif

/* Above this no stack is under a kernel of 32 bits.  */
#ifndef LAST_STACK
#define LAST_STACK UINTPTR_MAX
#endif

#endif
