/* finish.h - ends a freestanding program, for exit and main's return.  */
/* SPDX-License-Identifier: MIT */

#ifndef TG_FINISH_H
#define TG_FINISH_H

#include <unistd.h>

#define HIDDEN __attribute__ ((visibility ("hidden")))

typedef void array_function (void);

/* Defined by the linker.  */
extern array_function *__fini_array_start[] HIDDEN;
extern array_function *__fini_array_end[] HIDDEN;

/* Run the destructors, last first, and end the process.  Inline, so that a
   program that only returns from main need not link exit.  */
static inline __attribute__ ((noreturn)) void
finish (int status)
{
  for (array_function **f = __fini_array_end; f > __fini_array_start;)
    (*--f) ();
  _exit (status);
}

#endif
